import type {
  Recognition,
  RecognitionEvent,
  RecognitionOptions,
} from '../../src/adapters/recognition/recognition';
import type { DeviceModel } from '../../src/domain/rehearsal/recognition-way';
import type { RecognisedPart } from '../../src/domain/rehearsal/take-log';

/** A recogniser whose words the test says; for the API underneath see `fake-speech-recognition.ts`. */
export interface FakeRecognition extends Recognition {
  /** Tells the run that is on; resolves once it has been told. */
  emit(event: RecognitionEvent): Promise<void>;
  /** `results` of one session, each text a final part. */
  hear(session: number, ...texts: string[]): Promise<void>;
  /** What each `start` was asked for, in order. */
  readonly started: readonly RecognitionOptions[];
  /** Said by the recogniser between `stop()` and its end. */
  lastWords(session: number, ...texts: string[]): void;
  /** From now on `stop()` takes until the function returned is called. */
  holdStop(): () => void;
  /** Runs begun and neither stopped nor given up. */
  runningCount(): number;
}

const finals = (texts: readonly string[]): RecognisedPart[] =>
  texts.map((transcript) => ({ transcript, confidence: 0.9, final: true }));

export function createFakeRecognition(
  availability: 'available' | 'unsupported' = 'available',
  {
    model = 'unsupported',
    sharesMicrophone = true,
  }: { model?: DeviceModel; sharesMicrophone?: boolean } = {},
): FakeRecognition {
  const started: RecognitionOptions[] = [];
  const running = new Set<(event: RecognitionEvent) => void>();
  let last: RecognitionEvent | null = null;
  /** The session under way, which `stop()` ends as the real one does. */
  let session = 0;
  let listening = false;
  let stopHeld: Promise<void> = Promise.resolve();

  const emit = async (event: RecognitionEvent) => {
    await Promise.resolve();
    if (event.kind === 'listening') session++;
    if (event.kind === 'results') session = event.session;
    listening = event.kind === 'listening' || event.kind === 'results';
    for (const listener of [...running]) {
      if (event.kind === 'gave-up') running.delete(listener);
      listener(event);
    }
  };

  return {
    availability: () => availability,
    sharesMicrophone: () => sharesMicrophone,
    deviceModel: async () => model,
    installDeviceModel: async () => {
      if (model !== 'downloadable') return 'failed';
      model = 'ready';
      return 'installed';
    },
    start(options, listener) {
      started.push(options);
      running.add(listener);
      if (availability === 'unsupported') void emit({ kind: 'gave-up', error: 'unsupported' });
      let stopping: Promise<void> | null = null;
      return {
        stop() {
          stopping ??= (async () => {
            await stopHeld;
            if (!running.has(listener)) return;
            if (last) listener(last);
            if (listening) listener({ kind: 'session-ended', session, error: null });
            listening = false;
            running.delete(listener);
          })();
          return stopping;
        },
      };
    },
    emit,
    hear: (ofSession, ...texts) => emit({ kind: 'results', session: ofSession, parts: finals(texts) }),
    started,
    lastWords(ofSession, ...texts) {
      last = { kind: 'results', session: ofSession, parts: finals(texts) };
    },
    holdStop() {
      let release = () => {};
      stopHeld = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    runningCount: () => running.size,
  };
}
