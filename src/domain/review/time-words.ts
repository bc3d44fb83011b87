import type { TextRange } from '../alignment/align-readings';
import type { Stretch } from '../delivery/detect-speech';
import { type RecognisedPart, type TakeLog, transcriptOfParts } from '../rehearsal/take-log';
import { recordingTime } from './device-gaps';

/** By when, in ms since the take began, the transcript had grown to an offset, and when it had not yet. */
interface Growth {
  /** UTF-16 offset in the transcript that is not yet reached. */
  end: number;
  notBeforeMs: number;
  byMs: number;
}

/** Recognisers show words about this long after they were said, ms. */
const SHOWN_AFTER_MS = 1000;
/** Longest that a session's first words may have been on their way, ms: without a sign before, no more is known. */
const FIRST_WORDS_MS = 4000;

/**
 * Finds when words of `transcriptText(log)` were said, as ms of the recording: from the growth of the recogniser's
 * results, which the log holds about once a second. A stretch begins early rather than late, so that the words are
 * in it. `null` where the log does not tell.
 */
export function createWordTimer(log: TakeLog): (range: TextRange) => Stretch | null {
  const growth = traceGrowth(log);
  const inRecording = recordingTime(log);
  return ({ start, end }) => {
    const first = growth.find((step) => start < step.end);
    const last = growth.find((step) => end <= step.end);
    if (!first || !last) return null;
    return {
      startMs: inRecording(Math.max(0, first.notBeforeMs - SHOWN_AFTER_MS)),
      endMs: inRecording(last.byMs),
    };
  };
}

function traceGrowth(log: TakeLog): Growth[] {
  const sessions = new Map<number, { atMs: number; parts: RecognisedPart[] }[]>();
  for (const event of log.events) {
    if (event.kind !== 'recognised') continue;
    const before = sessions.get(event.session);
    if (before) before.push(event);
    else sessions.set(event.session, [event]);
  }
  const growth: Growth[] = [];
  let offset = 0;
  let endedMs = 0;
  for (const events of sessions.values()) {
    const whole = transcriptOfParts(events.at(-1)?.parts ?? []).length;
    if (whole === 0) continue;
    let reached = 0;
    for (const { atMs, parts } of events) {
      // A final result may be written in fewer characters than the interim one it replaces.
      const length = Math.min(whole, transcriptOfParts(parts).length);
      if (length > reached) {
        const notBeforeMs = Math.max(endedMs, atMs - FIRST_WORDS_MS);
        growth.push({ end: offset + length, notBeforeMs, byMs: atMs });
        reached = length;
      }
      endedMs = atMs;
    }
    // Sessions are joined by a line break.
    offset += whole + 1;
  }
  return growth;
}
