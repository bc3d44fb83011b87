import type {
  MicrophoneChange,
  MicrophoneLevel,
  OpenMicrophone,
  Recorder,
} from '../adapters/microphone/microphone';
import type { TakeWriter } from './take-writer';

/** What goes wrong with the sound of a take that goes on. */
export type SoundTrouble =
  | { kind: 'microphone-muted' }
  | { kind: 'not-recorded' }
  | { kind: 'recording-ended' };

/** The microphone of one take: what it hears is told, what becomes of it is written down, and it may be recorded. */
export interface TakeSound {
  readonly track: MediaStreamTrack;
  /** From now on what happens enters the take's log. */
  begin(writer: TakeWriter): void;
  /** Records into the take that has begun. */
  record(): void;
  pause(): void;
  resume(): void;
  /** Resolves once the last of the recording is handed over; nothing is written down after that. */
  stop(): Promise<void>;
  close(): void;
}

export interface TakeSoundListener {
  onLevel(level: MicrophoneLevel): void;
  onLost(): void;
  /** `null`: what was wrong is over. */
  onTrouble(trouble: SoundTrouble | null): void;
}

/** Takes over an open microphone; `close` gives it back. */
export function holdMicrophone(
  source: OpenMicrophone,
  { onLevel, onLost, onTrouble }: TakeSoundListener,
): TakeSound {
  let writer: TakeWriter | null = null;
  let recorder: Recorder | null = null;

  const changed = (change: MicrophoneChange): void => {
    const by = 'device';
    if (change.kind === 'muted' || change.kind === 'unmuted') {
      writer?.append({ kind: `microphone-${change.kind}`, by });
      onTrouble(change.kind === 'muted' ? { kind: 'microphone-muted' } : null);
    } else if (change.kind === 'changed') {
      writer?.append({ kind: 'microphone-changed', by, sampleHz: change.sampleHz });
    } else writer?.append({ kind: 'sound-dropped', by, lostMs: change.lostMs });
  };
  const stops = [
    source.subscribeLevel(onLevel),
    source.onChange(changed),
    source.onLost(() => {
      writer?.append({ kind: 'microphone-lost', by: 'device' });
      onLost();
    }),
  ];

  return {
    track: source.track,
    begin: (begun) => {
      writer = begun;
      if (source.track.muted) writer.append({ kind: 'microphone-muted', by: 'device' });
    },
    record: () => {
      const kept = writer;
      if (!kept) return;
      recorder = source.record({
        onChunk: kept.keepChunk,
        onBegan: () => writer?.append({ kind: 'recording-began', by: 'device' }),
        onEnded: () => {
          writer?.append({ kind: 'recording-ended', by: 'device' });
          onTrouble({ kind: 'recording-ended' });
        },
      });
      if (recorder) kept.recordingBegan(recorder.mimeType);
      else onTrouble({ kind: 'not-recorded' });
    },
    pause: () => recorder?.pause(),
    resume: () => recorder?.resume(),
    stop: async () => {
      await recorder?.stop();
      writer = null;
    },
    close: () => {
      writer = null;
      for (const stop of stops) stop();
      source.close();
    },
  };
}
