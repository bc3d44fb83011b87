import { beginFollowing, type Following, followScript } from '../domain/alignment/follow-script';
import { readHeard, readScript, type ScriptReading } from '../domain/alignment/mora-sequence';
import { findClauses, placeOfMora, type ScriptPlace } from '../domain/alignment/script-place';
import { splitHeard } from '../domain/alignment/split-heard';
import type { ReadingCorrection } from '../domain/reading/read-aloud';
import type { RecognisedPart } from '../domain/rehearsal/take-log';
import { splitSentences } from '../domain/text/sentences';
import type { Ports } from './ports';

/** Finds the clause of a script that is being spoken, from what a recogniser hears. */
export interface ScriptFollower {
  /** All that one recogniser session has heard, in place of what it said before. */
  heard(session: number, parts: readonly RecognisedPart[]): void;
  close(): void;
}

/** `onPlace` is told of each change of clause, beginning with the one the script begins with. */
export function openScriptFollower(
  analyzer: Ports['analyzer'],
  script: string,
  corrections: readonly ReadingCorrection[],
  onPlace: (place: ScriptPlace | null) => void,
): ScriptFollower {
  const sentences = splitSentences(script);
  const clauses = findClauses(sentences);
  const sessions = new Map<number, string[]>();
  let reading: ScriptReading | null = null;
  let following: Following | null = null;
  let told: ScriptPlace | null = null;
  let outdated = true;
  let working = false;
  let closed = false;

  const tell = (place: ScriptPlace | null): void => {
    if (closed || place === told) return;
    told = place;
    onPlace(place);
  };

  const follow = async (): Promise<void> => {
    if (!reading) {
      const known = await analyzer.analyze(
        sentences.map(({ text }) => text),
        corrections,
      );
      if (!known.ok) return;
      reading = readScript(known.analyses);
      following = beginFollowing(reading);
    }
    const pieces = [...sessions.values()].flat();
    const heard = await analyzer.analyze(pieces, corrections);
    if (closed || !heard.ok || !following) return;
    following = followScript(reading, following, readHeard(heard.analyses).morae);
    tell(placeOfMora(clauses, reading, following.next));
  };

  /** Words come faster than they may be read: what came meanwhile is read in one go. */
  const work = async (): Promise<void> => {
    outdated = true;
    if (working) return;
    working = true;
    while (outdated && !closed) {
      outdated = false;
      await follow();
    }
    working = false;
  };

  void work();
  return {
    heard(session, parts) {
      sessions.set(
        session,
        parts.flatMap(({ transcript }) => splitHeard(transcript)),
      );
      void work();
    },
    close() {
      closed = true;
    },
  };
}
