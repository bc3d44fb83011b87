import { createBrowserClock } from '../adapters/clock/create-browser-clock';
import { keepAwake } from '../adapters/clock/wake-lock';
import type { Microphone } from '../adapters/microphone/microphone';
import { createBrowserOffline } from '../adapters/offline/create-browser-offline';
import { findRecogniser } from '../adapters/recognition/find-recogniser';
import type { Recognition } from '../adapters/recognition/recognition';
import { sharesMicrophone } from '../adapters/recognition/shares-microphone';
import type { SoundTiming } from '../adapters/sound-timing/create-sound-timing';
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

/** The microphone's code comes with the first rehearsal by voice. */
function microphoneWhenWanted(): Microphone {
  return {
    open: async () => {
      try {
        const { createBrowserMicrophone } = await import('../adapters/microphone/create-browser-microphone');
        return await createBrowserMicrophone().open();
      } catch {
        return { ok: false, error: 'unsupported' };
      }
    },
  };
}

/** What listens to words comes when it is first asked for anything but whether it is there. */
function recognitionWhenWanted(): Recognition {
  const open = async (): Promise<Recognition> => {
    const { createBrowserRecognition } = await import('../adapters/recognition/create-browser-recognition');
    return createBrowserRecognition();
  };
  return {
    availability: () => (findRecogniser() ? 'available' : 'unsupported'),
    sharesMicrophone: () => sharesMicrophone(),
    deviceModel: () =>
      open().then(
        (recognition) => recognition.deviceModel(),
        () => 'unsupported',
      ),
    installDeviceModel: () =>
      open().then(
        (recognition) => recognition.installDeviceModel(),
        () => 'failed',
      ),
    start: (options, listener) => {
      let stopped = false;
      const run = open().then(
        (recognition) => (stopped ? null : recognition.start(options, listener)),
        () => {
          if (!stopped) listener({ kind: 'gave-up', error: 'unsupported' });
          return null;
        },
      );
      return {
        stop: async () => {
          stopped = true;
          await (await run)?.stop();
        },
      };
    },
  };
}

/** The code that times sentences comes with the first review of a recording. */
function soundTimingWhenWanted(): SoundTiming {
  let opened: Promise<SoundTiming> | null = null;
  const open = async (): Promise<SoundTiming> => {
    const { createSoundTiming } = await import('../adapters/sound-timing/create-sound-timing');
    return createSoundTiming();
  };
  return {
    time: async (...wanted) => {
      try {
        opened ??= open();
        return await (await opened).time(...wanted);
      } catch {
        opened = null;
        return { ok: false, error: { kind: 'worker-lost' } };
      }
    },
    close: () => void opened?.then((soundTiming) => soundTiming.close()),
  };
}

/** The real devices of this browser; nothing is opened until it is used. */
export function createBrowserPorts(): Ports {
  return {
    storage: createBrowserStorage({ newId }),
    analyzer: createScriptAnalyzer(),
    microphone: microphoneWhenWanted(),
    recognition: recognitionWhenWanted(),
    soundTiming: soundTimingWhenWanted(),
    clock: createBrowserClock(),
    offline: createBrowserOffline(),
    keepAwake,
    newId,
  };
}
