import type { SoundCheck } from '../../domain/delivery/voice-activity';
import type { MicrophoneError } from '../../domain/rehearsal/microphone-error';

/** The way to a microphone. */
export interface Microphone {
  /**
   * Asks for permission where it is not yet given, and opens. Call it from a click or a key press: browsers let
   * sound run only then. The caller owns what it gets and must close it.
   */
  open(): Promise<{ ok: true; source: OpenMicrophone } | { ok: false; error: MicrophoneError }>;
}

/** One opened microphone; after `close` nothing of it is left running. */
export interface OpenMicrophone {
  /** The live sound, for a recogniser that takes a track; belongs to this object, never stop it elsewhere. */
  readonly track: MediaStreamTrack;
  /** Calls `listener` about 50 times a second with the sound since the last call. */
  subscribeLevel(listener: (level: MicrophoneLevel) => void): () => void;
  /** Records from now on; `null` where the browser cannot. */
  record(listener: RecordingListener): Recorder | null;
  /** Tells what happens to the sound on its way. */
  onChange(listener: (change: MicrophoneChange) => void): () => void;
  /** Calls `listener` once when the device is unplugged or taken away; at once where that has already happened. */
  onLost(listener: () => void): () => void;
  /** Stops recorders, gives the device back, ends every subscription. More than one call is harmless. */
  close(): void;
}

/** Who wants a recording. */
export interface RecordingListener {
  /** Gets a piece about twice a second, in order; all pieces joined are one playable file, a single piece is not. */
  onChunk(chunk: Blob, index: number): void;
  /** The first sample has been taken; may come late, never after a piece. */
  onBegan?(): void;
  /** It has ended without `stop`: the recorder failed or the device went away. */
  onEnded?(): void;
}

/** What happens to the sound of a microphone that stays open. */
export type MicrophoneChange =
  /** Silent at its source, and heard again. */
  | { kind: 'muted' }
  | { kind: 'unmuted' }
  /** Another device, or the same one at another rate. */
  | { kind: 'changed'; sampleHz: number | null }
  /** The last `lostMs` of sound did not come. */
  | { kind: 'dropped'; lostMs: number };

/** About 20 ms of sound. */
export interface MicrophoneLevel {
  /** Root mean square, dB relative to full scale; silence is −Infinity. */
  rmsDb: number;
  /** A voice is being heard. */
  voiced: boolean;
  /** The sound was too loud for the device within the last second. */
  clipped: boolean;
  /** What to tell the person about the sound so far. */
  check: SoundCheck;
}

/** One recording under way. */
export interface Recorder {
  /** Codec included, as the browser chose it. */
  readonly mimeType: string;
  pause(): void;
  resume(): void;
  /** Resolves once the last chunk has been handed over; more than one call gives the same end. */
  stop(): Promise<void>;
}
