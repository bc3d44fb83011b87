import type { Clock } from '../adapters/clock/clock';
import type { Microphone } from '../adapters/microphone/microphone';
import type { Offline } from '../adapters/offline/create-browser-offline';
import type { Recognition } from '../adapters/recognition/recognition';
import type { SoundTiming } from '../adapters/sound-timing/create-sound-timing';
import type { Storage } from '../adapters/storage/storage';
import type { ScriptAnalyzer } from '../adapters/tokenizer/create-script-analyzer';

/** Everything the app needs from the outside world. */
export interface Ports {
  storage: Storage;
  analyzer: ScriptAnalyzer;
  microphone: Microphone;
  recognition: Recognition;
  soundTiming: SoundTiming;
  clock: Clock;
  offline: Offline;
  /** Keeps the screen awake until the returned function is called. */
  keepAwake(): () => void;
  /** A new unique identifier. */
  newId(): string;
}
