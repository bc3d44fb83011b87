import { type Alignment, alignReadings, type Run } from '../alignment/align-readings';
import { readHeard, readScript } from '../alignment/mora-sequence';
import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import type { DeviceGap } from './device-gaps';

/** What of the script reached the listener; indices are those of the script's sentences. */
export type ContentReview =
  | { kind: 'judged'; alignment: Alignment; omitted: number[]; partly: number[]; lostToDevice: number[] }
  | { kind: 'unknown'; reason: 'no-words' | 'nothing-heard' | 'empty-script' };

/** Holds the script against what was heard. A sentence a recogniser may have slept through is not called omitted. */
export function judgeContent(
  sentences: readonly SentenceAnalysis[],
  heard: readonly SentenceAnalysis[] | null,
  gaps: readonly DeviceGap[],
  rate: SpeakingRate,
): ContentReview {
  if (heard === null) return { kind: 'unknown', reason: 'no-words' };
  const script = readScript(sentences);
  const reading = readHeard(heard);
  if (script.morae.length === 0) return { kind: 'unknown', reason: 'empty-script' };
  if (reading.morae.length === 0) return { kind: 'unknown', reason: 'nothing-heard' };
  const alignment = alignReadings(script, reading);
  const lostToDevice = findLostSentences(sentences, alignment, gaps, rate);
  const withStatus = (status: string) =>
    alignment.sentences.flatMap((sentence, index) =>
      sentence.status === status && !lostToDevice.includes(index) ? [index] : [],
    );
  return {
    kind: 'judged',
    alignment,
    omitted: withStatus('omitted'),
    partly: withStatus('said-partly'),
    lostToDevice,
  };
}

/** A gap must have had room for this share of a sentence before the sentence may be laid to it. */
const ROOM_IN_GAP_RATIO = 0.5;

function findLostSentences(
  sentences: readonly SentenceAnalysis[],
  alignment: Alignment,
  gaps: readonly DeviceGap[],
  rate: SpeakingRate,
): number[] {
  const lost: number[] = [];
  for (const gap of gaps) {
    if (gap.heardOffset === null) continue;
    let roomMs = gap.runningMs;
    for (const [index, run] of alignment.runs.entries()) {
      const sentence = run.sentence;
      if (run.kind !== 'omitted' || sentence === null || lost.includes(sentence)) continue;
      const judged = alignment.sentences[sentence];
      if (judged?.status !== 'omitted' && judged?.status !== 'said-partly') continue;
      if (!surrounds(alignment.runs, index, gap.heardOffset)) continue;
      const analysis = sentences[sentence];
      const morae = analysis?.length.morae ?? 0;
      if (analysis === undefined || morae === 0) continue;
      const share = (run.scriptMorae.end - run.scriptMorae.start) / morae;
      const neededMs = estimateDuration(analysis.length, rate) * share;
      if (roomMs < neededMs * ROOM_IN_GAP_RATIO) continue;
      roomMs -= neededMs;
      lost.push(sentence);
    }
  }
  return lost.sort((a, b) => a - b);
}

/** Whether an offset of the transcript lies between the matched words before and after a run. */
function surrounds(runs: readonly Run[], index: number, heardOffset: number): boolean {
  const before = runs.findLast((run, other) => other < index && run.kind === 'matched')?.heard?.end ?? 0;
  const after =
    runs.find((run, other) => other > index && run.kind === 'matched')?.heard?.start ??
    Number.POSITIVE_INFINITY;
  return before <= heardOffset && heardOffset <= after;
}
