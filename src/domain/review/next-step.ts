import { ELEMENTS, type Element } from '../coverage/element';
import { TIME_BUDGET_PRESETS } from '../pitch/time-budget';
import { PROMPTERS, type Prompter } from '../rehearsal/take-log';
import type { PaceBasis } from './judge-pace';
import { isBrokenOff } from './judge-time';
import type { TakeReview } from './review-take';
import type { SaidSentences } from './said-sentences';

/** One observation (気づき) with its evidence and one step that follows from it. Sentences are indices of the script. */
export type Finding =
  /** The take ended before there was anything to judge. */
  | { kind: 'ended-early'; timeMs: number; budgetMs: number }
  | { kind: 'over-time'; overMs: number; budgetMs: number; cut: Cut | null }
  | { kind: 'element-missing-in-script'; element: Element }
  | { kind: 'element-not-said'; element: Element; sentence: number; by: SaidSentences['by'] }
  /** `inTakes` of the last `ofTakes` takes of which it is known what was said, this one included. */
  | {
      kind: 'sentence-omitted';
      sentence: number;
      inTakes: number;
      ofTakes: number;
      by: SaidSentences['by'];
    }
  | { kind: 'sentence-repeated'; sentence: number; savesMs: number }
  | { kind: 'under-time'; underMs: number; budgetMs: number }
  | { kind: 'too-fast'; moraePerSecond: number; limit: number; of: PaceBasis }
  | { kind: 'too-slow'; moraePerSecond: number; limit: number; of: PaceBasis }
  /** Typed and good: say it aloud. */
  | { kind: 'try-aloud'; sayingMs: number; budgetMs: number }
  /** Good, but not yet often enough to take something away. */
  | { kind: 'once-more'; goodTakes: number; needed: number }
  | { kind: 'less-in-view'; from: Prompter; to: Prompter }
  /** Good with nothing in view: the same in less time, in seconds. */
  | { kind: 'shorter-budget'; from: number; to: number }
  /** Good with nothing in view at the shortest budget: for another audience. */
  | { kind: 'another-variant' };

/** The sentence whose loss costs least, and what it would save in ms. */
export interface Cut {
  sentence: number;
  savesMs: number;
  /** `said-twice`: it stays, said once only. */
  because: 'said-twice' | 'no-element' | 'duplicate-element';
  elements: Element[];
}

/** Above this 話速 speech is tiring to follow, below the other it drags, 拍/秒 with pauses (5.5–8 is comfortable). */
export const TOO_FAST_MORAE_PER_SECOND = 8;
export const TOO_SLOW_MORAE_PER_SECOND = 5;

/** Good takes in a row, under the same conditions, before something is taken from view. */
const GOOD_TAKES_NEEDED = 2;

/** So many of the latest takes say whether a sentence is left out regularly. */
export const RECENT_TAKES = 5;

/**
 * The one next step after a take, given the reviews of earlier takes of the same variant and script, oldest first.
 * Overrun speaks first, then content, then delivery; only a take with nothing to mend is made harder.
 */
export function nextStep(review: TakeReview, history: readonly TakeReview[] = []): Finding {
  const { time, elements, said, pace } = review;
  if (isBrokenOff(time)) {
    return { kind: 'ended-early', timeMs: time.timeMs, budgetMs: time.budgetMs };
  }
  if (time.verdict === 'over') {
    const cut = findRepetition(review) ?? chooseCut(review);
    return { kind: 'over-time', overMs: time.differenceMs, budgetMs: time.budgetMs, cut };
  }
  const missing = ELEMENTS.find(
    (element) => !elements[element].inScript && elements[element].delivered !== 'said',
  );
  if (missing) return { kind: 'element-missing-in-script', element: missing };
  for (const element of ELEMENTS) {
    const [sentence] = elements[element].sentences;
    if (elements[element].delivered === 'not-said' && sentence !== undefined) {
      return { kind: 'element-not-said', element, sentence, by: said?.by ?? 'words' };
    }
  }
  if (said && said.leftOut.length > 0) return reportOmission(review, said, history);
  const repetition = findRepetition(review);
  if (repetition) {
    const { sentence, savesMs } = repetition;
    return { kind: 'sentence-repeated', sentence, savesMs };
  }
  if (time.verdict === 'under') {
    return { kind: 'under-time', underMs: -time.differenceMs, budgetMs: time.budgetMs };
  }
  if (pace.kind === 'known') {
    const { moraePerSecond, of } = pace;
    if (moraePerSecond > TOO_FAST_MORAE_PER_SECOND) {
      return { kind: 'too-fast', moraePerSecond, limit: TOO_FAST_MORAE_PER_SECOND, of };
    }
    if (moraePerSecond < TOO_SLOW_MORAE_PER_SECOND) {
      return { kind: 'too-slow', moraePerSecond, limit: TOO_SLOW_MORAE_PER_SECOND, of };
    }
  }
  return makeHarder(review, history);
}

function makeHarder(review: TakeReview, history: readonly TakeReview[]): Finding {
  if (review.typed) {
    return { kind: 'try-aloud', sayingMs: review.typed.sayingMs, budgetMs: review.time.budgetMs };
  }
  let goodTakes = 1;
  for (const earlier of history.toReversed()) {
    if (!isGood(earlier) || earlier.prompter !== review.prompter) break;
    if (earlier.time.budgetMs !== review.time.budgetMs) break;
    goodTakes += 1;
  }
  if (goodTakes < GOOD_TAKES_NEEDED) return { kind: 'once-more', goodTakes, needed: GOOD_TAKES_NEEDED };
  const less = PROMPTERS[PROMPTERS.indexOf(review.prompter) + 1];
  if (less) return { kind: 'less-in-view', from: review.prompter, to: less };
  const budget = review.time.budgetMs / 1000;
  const shorter = TIME_BUDGET_PRESETS.findLast((preset) => preset < budget);
  return shorter === undefined
    ? { kind: 'another-variant' }
    : { kind: 'shorter-budget', from: budget, to: shorter };
}

/** Within time, spoken, and, where it is known, with nothing left out or said twice. */
function isGood(review: TakeReview): boolean {
  if (review.typed || review.time.verdict !== 'within') return false;
  return review.said === null || (review.said.leftOut.length === 0 && findRepetition(review) === null);
}

/** What is said twice in less than this is a phrase begun again, ms. */
const LEAST_REPETITION_MS = 1500;

/** The sentence whose being said more than once took longest. */
function findRepetition({ said }: TakeReview): Cut | null {
  const [longest] = (said?.repeated ?? [])
    .filter(({ savesMs }) => savesMs >= LEAST_REPETITION_MS)
    .sort((one, other) => other.savesMs - one.savesMs);
  return longest ? { ...longest, because: 'said-twice', elements: [] } : null;
}

/** The sentence left out most often of late; of several, the first. */
function reportOmission(
  review: TakeReview,
  { by, leftOut }: SaidSentences,
  history: readonly TakeReview[],
): Finding {
  const known = [...history, review]
    .flatMap(({ said, sentenceTexts }) => (said ? [{ leftOut: said.leftOut, sentenceTexts }] : []))
    .slice(-RECENT_TAKES);
  /** Takes of a script that had the sentence, by its text, since scripts change between takes. */
  const having = (sentence: number) =>
    known.flatMap(({ leftOut: missing, sentenceTexts }) => {
      const index = sentenceTexts.indexOf(review.sentenceTexts[sentence] ?? '');
      return index === -1 ? [] : [missing.includes(index)];
    });
  const times = (sentence: number) => having(sentence).filter((left) => left).length;
  const sentence = leftOut.reduce((worst, other) => (times(other) > times(worst) ? other : worst));
  const [inTakes, ofTakes] = [times(sentence), having(sentence).length];
  return { kind: 'sentence-omitted', sentence, inTakes, ofTakes, by };
}

/**
 * The longest sentence that was said and that the pitch can do without: one that carries no element, or only
 * elements that another said sentence carries too. Not the first or last, which greet and close, nor one with a name.
 */
function chooseCut({ sentenceMs, elements, said: known, naming }: TakeReview): Cut | null {
  const said = (sentence: number) => !known?.leftOut.includes(sentence);
  const carriedBy = (sentence: number) =>
    ELEMENTS.filter((element) => elements[element].sentences.includes(sentence));
  let best: Cut | null = null;
  sentenceMs.forEach((savesMs, sentence) => {
    if (sentence === 0 || sentence === sentenceMs.length - 1 || naming.includes(sentence)) return;
    if (savesMs === 0 || !said(sentence)) return;
    const carried = carriedBy(sentence);
    const spare = carried.every((element) =>
      elements[element].sentences.some((other) => other !== sentence && said(other)),
    );
    if (!spare || (best !== null && savesMs <= best.savesMs)) return;
    best = {
      sentence,
      savesMs,
      because: carried.length === 0 ? 'no-element' : 'duplicate-element',
      elements: carried,
    };
  });
  return best;
}
