import { createBrowserClock } from '../adapters/clock/create-browser-clock';
import { keepAwake } from '../adapters/clock/wake-lock';
import { createBrowserMicrophone } from '../adapters/microphone/create-browser-microphone';
import { createBrowserOffline } from '../adapters/offline/create-browser-offline';
import { createBrowserRecognition } from '../adapters/recognition/create-browser-recognition';
import { createSoundTiming } from '../adapters/sound-timing/create-sound-timing';
import { createBrowserStorage } from '../adapters/storage/create-browser-storage';
import { createScriptAnalyzer } from '../adapters/tokenizer/create-script-analyzer';
import type { Ports } from '../state/ports';

/** `randomUUID` is missing on insecure addresses, where the app still has to work. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The real devices of this browser; nothing is opened until it is used. */
export function createBrowserPorts(): Ports {
  return {
    storage: createBrowserStorage({ newId }),
    analyzer: createScriptAnalyzer(),
    microphone: createBrowserMicrophone(),
    recognition: createBrowserRecognition(),
    soundTiming: createSoundTiming(),
    clock: createBrowserClock(),
    offline: createBrowserOffline(),
    keepAwake,
    newId,
  };
}
