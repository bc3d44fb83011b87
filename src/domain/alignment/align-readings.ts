// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { alignMorae, type MoraPartners } from './align-morae';
import { type MoraRange, overlap } from './find-copies';
import type { FillerRange } from './find-fillers';
import { findRestarts } from './find-restarts';
import { judgeSentences, type SentenceStatus } from './judge-sentences';
import type { HeardReading, MoraSequence, ScriptReading } from './mora-sequence';
import { giveBackRuns, type RunKind, traceRuns } from './trace-runs';

/** A stretch of a text, `[start, end)` in UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

/** A script held against what was heard or typed, on how things sound. */
export interface Alignment {
  /** One per sentence of the script, in its order. */
  sentences: SentenceAlignment[];
  /** In order; their stretches of the script and of what was heard tile both. */
  runs: Run[];
  /** Fillers that were kept in the text heard: a lower bound, since recognisers drop them. */
  fillers: FillerRange[];
  /** Words begun anew (言い直し), the first of the two: a lower bound too. */
  restarts: TextRange[];
  /** What was said beyond the script: no filler, no restart, no sentence said elsewhere or once more, long enough to matter. */
  added: Addition[];
}

export interface SentenceAlignment {
  status: SentenceStatus;
  /** Share of the sentence's morae heard as they stand, small mishearings forgiven. */
  matchedRatio: number;
  /** The same with 言い換え counted as said. */
  saidRatio: number;
  /** Where it was heard; `null` where it was not. */
  heard: TextRange | null;
  /** Where it was heard once more. */
  repeats: TextRange[];
}

/** A stretch of the script against one of what was heard; `null` where one side has nothing. */
export interface Run {
  kind: RunKind;
  /** Index of the script's sentence; `null` for what was inserted. */
  sentence: number | null;
  script: TextRange | null;
  heard: TextRange | null;
  scriptMorae: MoraRange;
  heardMorae: MoraRange;
}

export interface Addition extends TextRange {
  morae: number;
}

/** Shorter additions, in morae, are particles, endings and mishearings; eight are about two words. */
const SHORTEST_ADDITION = 8;

/** Holds a script against what was heard. Both may be empty. */
export function alignReadings(script: ScriptReading, heard: HeardReading): Alignment {
  const partners = alignMorae(script.morae, heard.morae, script.boundaries);
  const traced = traceRuns(script, heard, partners);
  const judged = judgeSentences(script, heard, traced);
  const isGone = (sentence: number) => ['omitted', 'moved'].includes(judged[sentence]!.status);
  const runs = giveBackRuns(traced, isGone);
  const fillers = findUnscriptedFillers(script, heard, partners);

  const elsewhere = judged.flatMap((sentence) => [
    ...(sentence.status === 'moved' && sentence.heard ? [sentence.heard] : []),
    ...sentence.repeats,
  ]);
  const explained = new Uint8Array(heard.morae.length);
  for (const { start, end } of elsewhere) explained.fill(1, start, end);
  const restarts = findRestarts(heard.morae, runs).filter((restart) =>
    elsewhere.every((range) => overlap(range, restart) === 0),
  );
  for (const { start, end, againStart } of restarts) {
    explained.fill(1, start, end);
    explained.fill(1, againStart, againStart + end - start);
  }
  for (let mora = 0; mora < heard.morae.length; mora += 1) {
    if (fillers.some(({ start, end }) => heard.starts[mora]! >= start && heard.ends[mora]! <= end))
      explained[mora] = 1;
  }
  const added: Addition[] = [];
  for (const run of runs) {
    if (run.kind !== 'inserted') continue;
    for (const range of unexplained(explained, run.heardStart, run.heardEnd)) {
      const morae = range.end - range.start;
      if (morae >= SHORTEST_ADDITION) added.push({ ...textOf(heard, wholeWords(heard, range))!, morae });
    }
  }

  return {
    sentences: judged.map((sentence) => ({
      ...sentence,
      heard: sentence.heard && textOf(heard, sentence.heard),
      repeats: sentence.repeats.map((range) => textOf(heard, range)!),
    })),
    runs: runs.map((run) => {
      const scriptMorae = { start: run.scriptStart, end: run.scriptEnd };
      const heardMorae = { start: run.heardStart, end: run.heardEnd };
      return {
        kind: run.kind,
        sentence: run.sentence,
        script: textOf(script, scriptMorae),
        heard: textOf(heard, heardMorae),
        scriptMorae,
        heardMorae,
      };
    }),
    fillers,
    restarts: restarts.map((range) => textOf(heard, range)!),
    added,
  };
}

/** The text a range of morae is read from; `null` for an empty range. */
function textOf(sequence: MoraSequence, { start, end }: MoraRange): TextRange | null {
  return start < end ? { start: sequence.starts[start]!, end: sequence.ends[end - 1]! } : null;
}

/** The range from the word border nearest to its start to that nearest to its end: words are shown whole or not. */
function wholeWords({ wordStarts, morae }: HeardReading, range: MoraRange): MoraRange {
  const nearest = (mora: number): number => {
    const after = wordStarts.find((start) => start >= mora) ?? morae.length;
    const before = wordStarts.findLast((start) => start <= mora) ?? 0;
    return mora - before <= after - mora ? before : after;
  };
  const words = { start: nearest(range.start), end: nearest(range.end) };
  return words.start < words.end ? words : range;
}

function unexplained(explained: Uint8Array, start: number, end: number): MoraRange[] {
  const ranges: MoraRange[] = [];
  for (let mora = start; mora < end; mora += 1) {
    if (explained[mora]) continue;
    const last = ranges.at(-1);
    if (last?.end === mora) last.end = mora + 1;
    else ranges.push({ start: mora, end: mora + 1 });
  }
  return ranges;
}

/**
 * Of the words that may be fillers, those for which the script has nothing that sounds the same. One that is also an
 * ordinary word must stand between words of the script: in the speaker's own words そのお客様 it is none.
 */
function findUnscriptedFillers(
  script: ScriptReading,
  heard: HeardReading,
  partners: MoraPartners,
): FillerRange[] {
  const same = new Uint8Array(heard.morae.length);
  partners.forEach((partner, mora) => {
    if (partner !== -1 && script.morae[mora] === heard.morae[partner]) same[partner] = 1;
  });
  const scripted = (mora: number) => mora < 0 || mora >= same.length || same[mora] === 1;
  const fillers: FillerRange[] = [];
  let first = 0;
  for (const { start, end, alsoWord } of heard.fillers) {
    while (first < same.length && heard.starts[first]! < start) first += 1;
    let [after, known] = [first, 0];
    for (; after < same.length && heard.starts[after]! < end; after += 1) known += same[after]!;
    if (after === first || known * 2 >= after - first) continue;
    const before = fillers.at(-1);
    const follows = scripted(first - 1) || (before !== undefined && heard.ends[first - 1]! <= before.end);
    if (alsoWord && !(follows && scripted(after))) continue;
    fillers.push({ start, end });
  }
  return fillers;
}
