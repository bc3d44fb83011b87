import { ELEMENTS, type Element } from '../coverage/element';
import { TIME_BUDGET_PRESETS } from '../pitch/time-budget';
import type { Prompter } from '../rehearsal/take-log';
import { isBrokenOff } from './judge-time';
import type { TakeReview } from './review-take';

/** One observation (気づき) with its evidence and one step that follows from it. Sentences are indices of the script. */
export type Finding =
  /** The take ended before there was anything to judge. */
  | { kind: 'ended-early'; timeMs: number; budgetMs: number }
  | { kind: 'over-time'; overMs: number; budgetMs: number; cut: Cut | null }
  | { kind: 'element-missing-in-script'; element: Element }
  | { kind: 'element-not-said'; element: Element; sentence: number }
  /** `inTakes` of the last `ofTakes` takes whose words are known, this one included. */
  | { kind: 'sentence-omitted'; sentence: number; inTakes: number; ofTakes: number }
  | { kind: 'under-time'; underMs: number; budgetMs: number }
  | { kind: 'too-fast'; moraePerSecond: number; limit: number; of: 'heard' | 'script' }
  | { kind: 'too-slow'; moraePerSecond: number; limit: number; of: 'heard' | 'script' }
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
  because: 'no-element' | 'duplicate-element';
  elements: Element[];
}

/** Above this 話速 speech is tiring to follow, below the other it drags, 拍/秒 with pauses (5.5–8 is comfortable). */
export const TOO_FAST_MORAE_PER_SECOND = 8;
export const TOO_SLOW_MORAE_PER_SECOND = 5;

/** Good takes in a row, under the same conditions, before something is taken from view. */
const GOOD_TAKES_NEEDED = 2;

/** So many of the latest takes say whether a sentence is left out regularly. */
const RECENT_TAKES = 5;

/**
 * The one next step after a take, given the reviews of earlier takes of the same variant and script, oldest first.
 * Overrun speaks first, then content, then delivery; only a take with nothing to mend is made harder.
 */
export function nextStep(review: TakeReview, history: readonly TakeReview[] = []): Finding {
  const { time, elements, content, pace } = review;
  if (isBrokenOff(time)) {
    return { kind: 'ended-early', timeMs: time.timeMs, budgetMs: time.budgetMs };
  }
  if (time.verdict === 'over') {
    return { kind: 'over-time', overMs: time.differenceMs, budgetMs: time.budgetMs, cut: chooseCut(review) };
  }
  const missing = ELEMENTS.find(
    (element) => !elements[element].inScript && elements[element].delivered !== 'said',
  );
  if (missing) return { kind: 'element-missing-in-script', element: missing };
  for (const element of ELEMENTS) {
    const [sentence] = elements[element].sentences;
    if (elements[element].delivered === 'not-said' && sentence !== undefined) {
      return { kind: 'element-not-said', element, sentence };
    }
  }
  if (content.kind === 'judged' && content.omitted.length > 0)
    return reportOmission(review, content.omitted, history);
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
  if (review.prompter === 'script') return { kind: 'less-in-view', from: 'script', to: 'sentence-heads' };
  if (review.prompter === 'sentence-heads')
    return { kind: 'less-in-view', from: 'sentence-heads', to: 'nothing' };
  const budget = review.time.budgetMs / 1000;
  const shorter = TIME_BUDGET_PRESETS.findLast((preset) => preset < budget);
  return shorter === undefined
    ? { kind: 'another-variant' }
    : { kind: 'shorter-budget', from: budget, to: shorter };
}

/** Within time, spoken, and, where it is known, with nothing left out. */
function isGood(review: TakeReview): boolean {
  if (review.typed || review.time.verdict !== 'within') return false;
  return review.content.kind === 'unknown' || review.content.omitted.length === 0;
}

/** The sentence left out most often of late; of several, the first. */
function reportOmission(
  review: TakeReview,
  omitted: readonly number[],
  history: readonly TakeReview[],
): Finding {
  const known = [...history, review]
    .flatMap(({ content, sentenceTexts }) => (content.kind === 'judged' ? [{ content, sentenceTexts }] : []))
    .slice(-RECENT_TAKES);
  /** Takes of a script that had the sentence, by its text, since scripts change between takes. */
  const having = (sentence: number) =>
    known.flatMap(({ content, sentenceTexts }) => {
      const index = sentenceTexts.indexOf(review.sentenceTexts[sentence] ?? '');
      return index === -1 ? [] : [content.omitted.includes(index)];
    });
  const times = (sentence: number) => having(sentence).filter((left) => left).length;
  const sentence = omitted.reduce((worst, other) => (times(other) > times(worst) ? other : worst));
  return { kind: 'sentence-omitted', sentence, inTakes: times(sentence), ofTakes: having(sentence).length };
}

/**
 * The longest sentence that was said and that the pitch can do without: one that carries no element, or only
 * elements that another said sentence carries too. Not the first or last, which greet and close, nor one with a name.
 */
function chooseCut({ sentenceMs, elements, content, naming }: TakeReview): Cut | null {
  const said = (sentence: number) =>
    content.kind === 'unknown' || content.alignment.sentences[sentence]?.status !== 'omitted';
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
