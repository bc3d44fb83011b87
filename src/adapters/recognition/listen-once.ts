import { RECOGNITION_ERRORS, type RecognitionError } from '../../domain/rehearsal/recognition-error';
import { type HeardResult, readResults, settleParts } from '../../domain/rehearsal/recognition-results';
import type { RecognisedPart } from '../../domain/rehearsal/take-log';
import type { RecognitionConstructor } from './find-recogniser';

/** How a session is to be started. */
export interface SessionOptions {
  track: MediaStreamTrack | null;
  phrases: readonly string[];
  /** On this device, or not at all. */
  local: boolean;
  /** The recogniser has heard words before: then its silence is the speaker's. */
  proven: boolean;
}

export interface SessionListener {
  began(): void;
  heard(parts: RecognisedPart[]): void;
  /** Once, the last call. `parts` are settled; `lastedMs` counts from `start()`. */
  ended(end: { error: RecognitionError | null; parts: RecognisedPart[]; lastedMs: number }): void;
}

export interface Session {
  /** Asks for what is still on its way, then ends. */
  stop(): void;
}

/** Nothing at all after `start()` for this long, ms: some browsers have the API and nothing behind it. */
const SIGN_OF_LIFE_LIMIT_MS = 8_000;
/** The browser hears speech and no result comes for this long, ms. Results usually follow within a second. */
const RESULT_LIMIT_MS = 8_000;
/** Listening, and neither speech nor silence is reported for this long, ms; `no-speech` would come after 7–10 s. */
const MUTE_LIMIT_MS = 20_000;
/** How long `end` may follow an `error`, ms; Firefox leaves it out. */
const END_AFTER_ERROR_MS = 1_000;
/** How long the last words may follow our own `stop()`, ms; Safari's may never come. */
const END_AFTER_STOP_MS = 2_000;

const LANGUAGE = 'ja-JP';

function knownError(code: string): RecognitionError {
  return RECOGNITION_ERRORS.find((known) => known === code) ?? 'aborted';
}

function errorOfStart(reason: unknown): RecognitionError {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not-allowed';
  // InvalidStateError: the session before has not quite ended; worth another try.
  return 'aborted';
}

/** Sets `phrases` where the browser has them; what it refuses it goes without. */
function expectPhrases(
  recognition: SpeechRecognition & { phrases?: unknown },
  phrases: readonly string[],
): void {
  const Phrase = (globalThis as { SpeechRecognitionPhrase?: new (phrase: string, boost: number) => unknown })
    .SpeechRecognitionPhrase;
  if (phrases.length === 0 || !Phrase || !('phrases' in recognition)) return;
  try {
    recognition.phrases = phrases.map((phrase) => new Phrase(phrase, 2));
  } catch {
    // Contextual phrases are an extra; recognition goes on.
  }
}

/**
 * One session of the Web Speech API, from `start()` to one sure end: an `error` without `end`, a start that throws and
 * a backend that says nothing are all ends. Nothing is reported after it, and no timer or listener is left.
 */
export function listenOnce(
  Constructor: RecognitionConstructor,
  options: SessionOptions,
  listener: SessionListener,
): Session {
  const { track, phrases, local } = options;
  let { proven } = options;
  const startedAtMs = performance.now();
  const finalSinceMs = new Map<number, number>();
  const listening = new AbortController();
  let parts: RecognisedPart[] = [];
  let error: RecognitionError | null = null;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const recognition = new Constructor();
  recognition.lang = LANGUAGE;
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.maxAlternatives = 1;
  if (local) recognition.processLocally = true;
  expectPhrases(recognition, phrases);

  const end = () => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    listening.abort();
    listener.ended({ error, parts: settleParts(parts), lastedMs: performance.now() - startedAtMs });
  };
  /** Ends by force where the browser does not end by itself. */
  const endWithin = (limitMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end();
      recognition.abort();
    }, limitMs);
  };
  let stopping = false;
  const watch = (limitMs: number) => {
    if (stopping || error) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      error = 'no-backend';
      end();
      recognition.abort();
    }, limitMs);
  };
  const on = <K extends keyof SpeechRecognitionEventMap>(
    type: K,
    heard: (event: SpeechRecognitionEventMap[K]) => void,
  ) => recognition.addEventListener(type, (event) => heard(event), { signal: listening.signal });

  let began = false;
  let waitsForResult = false;
  const watchSilence = () => {
    if (!proven) watch(MUTE_LIMIT_MS);
    else if (!stopping && !error) clearTimeout(timer);
  };
  const begin = () => {
    if (began) return;
    began = true;
    listener.began();
  };
  on('start', () => {
    watchSilence();
    begin();
  });
  on('speechstart', () => {
    if (waitsForResult) return;
    waitsForResult = true;
    watch(RESULT_LIMIT_MS);
  });
  // What sounded like speech for a moment was not: only lasting speech without a result accuses the backend.
  on('speechend', () => {
    if (!waitsForResult) return;
    waitsForResult = false;
    watchSilence();
  });
  on('result', ({ results }) => {
    waitsForResult = false;
    // From here on silence is the speaker's: the session's own end says when it was too long.
    if (!stopping && !error) clearTimeout(timer);
    proven = true;
    parts = readResults(heardResults(results, finalSinceMs));
    begin();
    listener.heard(parts);
  });
  on('error', (event) => {
    error ??= knownError(event.error);
    endWithin(END_AFTER_ERROR_MS);
  });
  on('end', end);

  // The API's calls answer asynchronously; a start that throws shall not differ.
  const fail = (reason: unknown) => {
    error = errorOfStart(reason);
    clearTimeout(timer);
    timer = setTimeout(end, 0);
  };
  watch(SIGN_OF_LIFE_LIMIT_MS);
  try {
    if (track) recognition.start(track);
    else recognition.start();
  } catch (reason) {
    fail(reason);
  }

  return {
    stop() {
      if (over || stopping) return;
      stopping = true;
      endWithin(END_AFTER_STOP_MS);
      try {
        recognition.stop();
      } catch {
        end();
      }
    },
  };
}

/** The browser's list as plain values, with the time each entry was first marked final. */
function heardResults(
  results: SpeechRecognitionResultList,
  finalSinceMs: Map<number, number>,
): HeardResult[] {
  return Array.from({ length: results.length }, (_, index) => {
    const final = results[index]?.isFinal === true;
    if (!final) finalSinceMs.delete(index);
    else if (!finalSinceMs.has(index)) finalSinceMs.set(index, performance.now());
    const best = results[index]?.[0];
    return {
      transcript: best?.transcript ?? '',
      confidence: best?.confidence ?? 0,
      final,
      finalAtMs: finalSinceMs.get(index) ?? null,
    };
  });
}
