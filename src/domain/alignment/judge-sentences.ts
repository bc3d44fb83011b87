// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import { createCopyFinder, type MoraRange, overlap } from './find-copies';
import type { Copy } from './find-copy';
import type { MoraSequence, ScriptReading } from './mora-sequence';
import type { MoraRun } from './trace-runs';

/** What became of a sentence of the script: 言えた・一部・言い漏らし・順序が違う・繰り返し. */
export type SentenceStatus = 'said' | 'said-partly' | 'omitted' | 'moved' | 'repeated';

export interface JudgedSentence {
  status: SentenceStatus;
  /** Share of the sentence's morae that were heard as they stand, small mishearings forgiven. */
  matchedRatio: number;
  /** The same with 言い換え: what was said in other words counts as said. */
  saidRatio: number;
  /** Where it was heard; `null` where it was not. */
  heard: MoraRange | null;
  /** Where it was heard once more. */
  repeats: MoraRange[];
}

/**
 * Below this matched share a sentence was left out, unless most of the rest was said in other words, or a clause of
 * it stands there whole.
 */
const OMITTED_BELOW = 0.35;
/** So many morae matched in one run are a clause, and no chance likeness. */
const CLAUSE_MORAE = 6;
/** Below this matched share a better explanation of the words heard takes them away. */
const WEAK_BELOW = 0.5;
/** With this share matched, a sentence otherwise reworded still counts as said. */
const REWORDED_FROM = 0.3;
/** From this share on, matched or reworded, a sentence counts as said and not as said partly. */
const SAID_FROM = 0.75;

/** Decides per sentence, and finds sentences said elsewhere or once more among words the script does not explain. */
export function judgeSentences(
  script: ScriptReading,
  heard: MoraSequence,
  runs: readonly MoraRun[],
): JudgedSentence[] {
  const judged = script.sentences.map((_, index) => judge(script, index, runs));
  const findCopies = createCopyFinder(heard.morae);
  for (const stretch of unexplainedStretches(runs, judged)) {
    judged.forEach((sentence, index) => {
      const { moraStart, moraEnd } = script.sentences[index]!;
      const missing = sentence.status === 'omitted';
      const copies = findCopies(
        script.morae.subarray(moraStart, moraEnd),
        stretch,
        missing ? 'missing' : 'said-before',
      );
      if (copies.length === 0) return;
      if (missing) {
        const [heard, ...repeats] = copies as [Copy, ...Copy[]];
        sentence.heard = heard;
        sentence.matchedRatio = heard.matched / (moraEnd - moraStart);
        sentence.saidRatio = sentence.matchedRatio;
        sentence.repeats = repeats;
        sentence.status = isInOrder(index, heard, judged) ? statusOfSaid(sentence) : 'moved';
        return;
      }
      // The place the sentence itself was matched to is one of the copies where it lies beside the stretch.
      const { heard: own } = sentence;
      const further = copies.filter(
        (copy) => own === null || overlap(copy, own) < (copy.end - copy.start) / 2,
      );
      const extra = further.length > 0 ? further : copies.slice(1);
      if (extra.length === 0) return;
      sentence.repeats.push(...extra);
      if (sentence.status !== 'moved') sentence.status = 'repeated';
    });
  }
  for (const sentence of judged) settle(sentence, judged);
  return judged;
}

const statusOfSaid = ({ saidRatio }: Pick<JudgedSentence, 'saidRatio'>): 'said' | 'said-partly' =>
  saidRatio >= SAID_FROM ? 'said' : 'said-partly';

/** Whether `heard` lies after what was heard of the sentences before, and before what was heard of those after. */
function isInOrder(index: number, heard: MoraRange, judged: readonly JudgedSentence[]): boolean {
  return judged.every((other, place) => {
    if (place === index || other.heard === null || other.status === 'moved' || isWeak(other)) return true;
    return place < index ? other.heard.start <= heard.start : other.heard.end >= heard.end;
  });
}

/** Where two sentences claim the same words, a moved one has them whole: similar or weaker claims give way. */
function settle(sentence: JudgedSentence, judged: readonly JudgedSentence[]): void {
  const claimed = (range: MoraRange, claims: (other: JudgedSentence) => MoraRange[]) =>
    judged.some(
      (other) =>
        other !== sentence &&
        claims(other).some((claim) => overlap(claim, range) > (range.end - range.start) / 2),
    );
  const movedTo = ({ status, heard }: JudgedSentence) => (status === 'moved' && heard ? [heard] : []);
  if (sentence.status === 'repeated') {
    sentence.repeats = sentence.repeats.filter((copy) => !claimed(copy, movedTo));
    if (sentence.repeats.length === 0) {
      sentence.status = statusOfSaid(sentence);
    }
  }
  const { heard: own } = sentence;
  if (sentence.status === 'moved' || own === null || !isWeak(sentence)) return;
  if (claimed(own, (other) => [...movedTo(other), ...other.repeats])) {
    sentence.status = 'omitted';
    sentence.heard = null;
  }
}

/** What such a sentence was matched with may as well be another sentence that was said there. */
const isWeak = (sentence: JudgedSentence): boolean => sentence.matchedRatio < WEAK_BELOW;

function judge(script: ScriptReading, index: number, runs: readonly MoraRun[]): JudgedSentence {
  const { moraStart, moraEnd } = script.sentences[index]!;
  const morae = moraEnd - moraStart;
  let [matched, substituted, longest] = [0, 0, 0];
  const spoken = runs.filter((run) => run.sentence === index && run.kind !== 'omitted');
  for (const run of spoken) {
    const length = run.scriptEnd - run.scriptStart;
    if (run.kind === 'matched') {
      matched += length;
      longest = Math.max(longest, run.same);
    } else {
      substituted += length;
    }
  }
  const [first, last] = [spoken[0], spoken.at(-1)];
  const heard = first && last ? { start: first.heardStart, end: last.heardEnd } : null;
  const matchedRatio = morae === 0 ? 1 : matched / morae;
  const saidRatio = morae === 0 ? 1 : (matched + substituted) / morae;
  const reworded = matchedRatio >= REWORDED_FROM && saidRatio >= SAID_FROM;
  const omitted = matchedRatio < OMITTED_BELOW && longest < CLAUSE_MORAE && !reworded;
  const status = omitted ? 'omitted' : statusOfSaid({ saidRatio });
  return { status, matchedRatio, saidRatio, heard: omitted ? null : heard, repeats: [] };
}

/** Stretches of what was heard that no sentence accounts for: what little a hardly matched one has is by chance. */
function unexplainedStretches(runs: readonly MoraRun[], judged: readonly JudgedSentence[]): MoraRange[] {
  const stretches: MoraRange[] = [];
  for (const run of runs) {
    const explained = run.kind === 'matched' && run.sentence !== null && !isWeak(judged[run.sentence]!);
    if (explained || run.heardStart === run.heardEnd) continue;
    const last = stretches.at(-1);
    if (last?.end === run.heardStart) last.end = run.heardEnd;
    else stretches.push({ start: run.heardStart, end: run.heardEnd });
  }
  return stretches;
}
