import type { Microphone, MicrophoneLevel, OpenMicrophone } from '../../src/adapters/microphone/microphone';
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
}

export function createFakeMicrophone(): FakeMicrophone {
  let nextError: MicrophoneError | null = null;
  let recordable = true;
  const opened = new Set<{
    hear(level: MicrophoneLevel): void;
    recorders: Set<RunningRecorder>;
    lose(): void;
  }>();

  function openOne(): OpenMicrophone {
    const levels = new Set<(level: MicrophoneLevel) => void>();
    const losses = new Set<() => void>();
    const recorders = new Set<RunningRecorder>();
    const own = {
      hear(level: MicrophoneLevel) {
        for (const listener of [...levels]) listener(level);
      },
      recorders,
      lose() {
        for (const recorder of [...recorders]) recorder.end();
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
      record(onChunk) {
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
        };
        recorders.add(recorder);
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
      onLost(listener) {
        losses.add(listener);
        return () => losses.delete(listener);
      },
      close() {
        opened.delete(own);
        levels.clear();
        losses.clear();
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
    async lose() {
      for (const each of [...opened]) each.lose();
      await Promise.resolve();
    },
    openCount: () => opened.size,
    recordingCount: () => [...opened].reduce((sum, each) => sum + each.recorders.size, 0),
  };
}
