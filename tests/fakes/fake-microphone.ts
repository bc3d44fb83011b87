import type {
  Microphone,
  MicrophoneChange,
  MicrophoneLevel,
  OpenMicrophone,
} from '../../src/adapters/microphone/microphone';
import type { MicrophoneError } from '../../src/domain/rehearsal/microphone-error';

/** A microphone without a device, for tests of what uses one. What it reports is said by the test. */
export interface FakeMicrophone extends Microphone {
  /** The next `open` fails so. */
  failNext(error: MicrophoneError): void;
  /** The browser cannot record: `record` gives `null`. */
  cannotRecord(): void;
  /** One stretch of sound reaches whoever listens. */
  hear(level?: Partial<MicrophoneLevel>): void;
  /** A second of recording reaches every recorder that is running. */
  deliverChunk(text?: string): void;
  /** The device is pulled out: the recorders hand over their last chunk, then the loss is told. */
  lose(): Promise<void>;
  /** Something happens to the sound on its way. */
  change(change: MicrophoneChange): void;
  /** Every recorder that is running fails, after its last chunk. */
  failRecording(): Promise<void>;
  /** Microphones opened and not closed. */
  openCount(): number;
  /** Recorders begun and not ended. */
  recordingCount(): number;
}

const VOICE: MicrophoneLevel = { rmsDb: -24, voiced: true, clipped: false, check: 'good' };
const MIME_TYPE = 'audio/webm;codecs=opus';

interface RunningRecorder {
  state: 'recording' | 'paused' | 'inactive';
  deliver(text: string): void;
  end(): void;
  /** Ends by itself. */
  fail(): void;
}

export function createFakeMicrophone(): FakeMicrophone {
  let nextError: MicrophoneError | null = null;
  let recordable = true;
  const opened = new Set<{
    hear(level: MicrophoneLevel): void;
    recorders: Set<RunningRecorder>;
    change(change: MicrophoneChange): void;
    lose(): void;
  }>();

  function openOne(): OpenMicrophone {
    const levels = new Set<(level: MicrophoneLevel) => void>();
    const losses = new Set<() => void>();
    const changes = new Set<(change: MicrophoneChange) => void>();
    const recorders = new Set<RunningRecorder>();
    const own = {
      hear(level: MicrophoneLevel) {
        for (const listener of [...levels]) listener(level);
      },
      recorders,
      change(change: MicrophoneChange) {
        for (const listener of [...changes]) listener(change);
      },
      lose() {
        for (const recorder of [...recorders]) recorder.fail();
        const listeners = [...losses];
        losses.clear();
        for (const listener of listeners) listener();
      },
    };
    opened.add(own);
    return {
      // The tests that use this fake pass the track on and never look inside.
      track: { kind: 'audio', readyState: 'live' } as MediaStreamTrack,
      subscribeLevel(listener) {
        levels.add(listener);
        return () => levels.delete(listener);
      },
      record({ onChunk, onBegan, onEnded }) {
        if (!recordable || !opened.has(own)) return null;
        let chunks = 0;
        let ended: Promise<void> | null = null;
        const recorder: RunningRecorder = {
          state: 'recording',
          deliver(text) {
            onChunk(new Blob([text], { type: MIME_TYPE }), chunks++);
          },
          end() {
            if (recorder.state === 'inactive') return;
            recorder.state = 'inactive';
            recorders.delete(recorder);
            // As in browsers, the last chunk comes after `stop()` has returned.
            ended = Promise.resolve().then(() => recorder.deliver('last'));
          },
          fail() {
            recorder.end();
            void ended?.then(() => onEnded?.());
          },
        };
        recorders.add(recorder);
        queueMicrotask(() => onBegan?.());
        return {
          mimeType: MIME_TYPE,
          pause() {
            if (recorder.state === 'recording') recorder.state = 'paused';
          },
          resume() {
            if (recorder.state === 'paused') recorder.state = 'recording';
          },
          async stop() {
            recorder.end();
            await ended;
          },
        };
      },
      onChange(listener) {
        changes.add(listener);
        return () => changes.delete(listener);
      },
      onLost(listener) {
        losses.add(listener);
        return () => losses.delete(listener);
      },
      close() {
        opened.delete(own);
        levels.clear();
        losses.clear();
        changes.clear();
        for (const recorder of [...recorders]) recorder.end();
      },
    };
  }

  return {
    async open() {
      await Promise.resolve();
      if (nextError) {
        const error = nextError;
        nextError = null;
        return { ok: false, error };
      }
      return { ok: true, source: openOne() };
    },
    failNext(error) {
      nextError = error;
    },
    cannotRecord() {
      recordable = false;
    },
    hear(level) {
      for (const each of opened) each.hear({ ...VOICE, ...level });
    },
    deliverChunk(text = 'chunk') {
      for (const each of opened) {
        for (const recorder of each.recorders) if (recorder.state === 'recording') recorder.deliver(text);
      }
    },
    change(change) {
      for (const each of [...opened]) each.change(change);
    },
    async failRecording() {
      for (const each of opened) for (const recorder of [...each.recorders]) recorder.fail();
      for (let i = 0; i < 3; i++) await Promise.resolve();
    },
    async lose() {
      for (const each of [...opened]) each.lose();
      await Promise.resolve();
    },
    openCount: () => opened.size,
    recordingCount: () => [...opened].reduce((sum, each) => sum + each.recorders.size, 0),
  };
}
