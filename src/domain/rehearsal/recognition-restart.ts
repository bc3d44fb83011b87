import type { RecognitionError } from './recognition-error';

/**
 * Recognisers end by themselves: after a minute or two on the desktop, after seconds of silence, after each utterance
 * on Android. While the person has not stopped they are started again, within limits: a recogniser that never works
 * must not beep and spin through a take.
 */
export interface RestartRecord {
  /** Sessions in a row in which nothing was heard. */
  emptyInARow: number;
  /** Sessions in a row that failed: cut off from the backend, or over before anyone could have spoken. */
  failuresInARow: number;
  restarts: number;
  /** Whether any session of this run heard words: then there is something behind the API. */
  everHeard: boolean;
}

/** How one session went. */
export interface EndedSession {
  error: RecognitionError | null;
  /** It heard words. */
  heard: boolean;
  /** From `start()` to its end, ms. */
  lastedMs: number;
}

export type RestartDecision =
  | { kind: 'restart'; afterMs: number }
  | { kind: 'give-up'; error: RecognitionError };

export const NO_RESTARTS_YET: RestartRecord = {
  emptyInARow: 0,
  failuresInARow: 0,
  restarts: 0,
  everHeard: false,
};

/** Pause before a restart after words, ms: none is needed, and each millisecond is one nobody listens. */
const PROMPT_RESTART_MS = 20;
/** Pause before a restart after silence, ms: right after `no-speech` Chrome still refuses to start. */
const RESTART_AFTER_SILENCE_MS = 250;
/** Pause before the restart after a first failure, ms, doubled for each further one up to the longest. */
export const FIRST_BACK_OFF_MS = 250;
export const LONGEST_BACK_OFF_MS = 4_000;
/** Empty sessions in a row before giving up: at 7–10 s until `no-speech`, the better part of a minute of silence. */
export const EMPTY_SESSIONS_LIMIT = 6;
/** An empty session shorter than this, ms, ended before anyone could have spoken: nothing is behind the API. */
const SHORTEST_HONEST_SESSION_MS = 1_000;
/** Failures in a row to reach the backend of a recogniser that had worked, before it counts as gone. */
export const FAILURES_LIMIT = 3;
/** Restarts in one run: a five-minute take on Android at one utterance every second and a half. */
export const RESTARTS_LIMIT = 200;

/** Errors that another try cannot mend. `network` and `no-backend` are among them until words have been heard. */
const LASTING: ReadonlySet<RecognitionError> = new Set<RecognitionError>([
  'not-allowed',
  'service-not-allowed',
  'audio-capture',
  'language-not-supported',
  'phrases-not-supported',
  'bad-grammar',
  'unsupported',
]);

/** What to do after a session that ended without the person having stopped, and the record to keep. */
export function decideRestart(
  before: RestartRecord,
  session: EndedSession,
): { record: RestartRecord; decision: RestartDecision } {
  const { error, heard, lastedMs } = session;
  const unreachable = error === 'network' || error === 'no-backend';
  const failed = unreachable || (!heard && lastedMs < SHORTEST_HONEST_SESSION_MS);
  const record: RestartRecord = {
    emptyInARow: heard ? 0 : before.emptyInARow + 1,
    failuresInARow: failed ? (heard ? 1 : before.failuresInARow + 1) : 0,
    restarts: before.restarts + 1,
    everHeard: before.everHeard || heard,
  };
  const decide = (decision: RestartDecision) => ({ record, decision });

  if (error && LASTING.has(error)) return decide({ kind: 'give-up', error });
  if (error && unreachable && (!record.everHeard || record.failuresInARow >= FAILURES_LIMIT))
    return decide({ kind: 'give-up', error });
  if (record.emptyInARow >= EMPTY_SESSIONS_LIMIT)
    return decide({ kind: 'give-up', error: error ?? (failed ? 'no-backend' : 'no-speech') });
  if (record.restarts > RESTARTS_LIMIT) return decide({ kind: 'give-up', error: error ?? 'aborted' });

  if (failed) {
    const backOffMs = FIRST_BACK_OFF_MS * 2 ** (record.failuresInARow - 1);
    return decide({ kind: 'restart', afterMs: Math.min(LONGEST_BACK_OFF_MS, backOffMs) });
  }
  return decide({ kind: 'restart', afterMs: heard ? PROMPT_RESTART_MS : RESTART_AFTER_SILENCE_MS });
}
