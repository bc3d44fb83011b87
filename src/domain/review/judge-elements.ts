import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { ELEMENTS, type Element, type Evidence, type Label } from '../coverage/element';
import type { ContentReview } from './judge-content';

/** Whether an element reached the listener, beside what the script has. */
export interface ElementReview {
  inScript: boolean;
  /** Indices of the script's sentences that carry it. */
  sentences: number[];
  delivered: 'said' | 'not-said' | 'unknown';
  /**
   * `own-words`: no sentence that carries it was said, but words beyond the script carry it. `sound`: no words are
   * known, and the sound tells whether a sentence that carries it was said.
   */
  by: 'script' | 'own-words' | 'sound' | null;
}

/** A sentence said partly delivers its element where this share of the deciding words was heard. */
const EVIDENCE_HEARD_RATIO = 0.6;

/**
 * Judges per element. `labels` are those of the script's sentences, a person's overrules applied; of what was heard
 * only labels on words that the script does not account for are used.
 */
export function judgeElements(
  labels: readonly (readonly Label[])[],
  sentences: readonly SentenceAnalysis[],
  heard: readonly SentenceAnalysis[] | null,
  content: ContentReview,
): Record<Element, ElementReview> {
  const review = (element: Element): ElementReview => {
    const carriers = labels.flatMap((sentence, index) =>
      sentence.some((label) => label.element === element) ? [index] : [],
    );
    const base = { inScript: carriers.length > 0, sentences: carriers };
    if (content.kind === 'unknown') return { ...base, delivered: 'unknown', by: null };
    if (carriers.some((index) => delivers(index, element, labels, sentences, content))) {
      return { ...base, delivered: 'said', by: 'script' };
    }
    if (heard !== null && saidInOwnWords(element, heard, content)) {
      return { ...base, delivered: 'said', by: 'own-words' };
    }
    const mayBeLost = carriers.some((index) => content.lostToDevice.includes(index));
    return { ...base, delivered: mayBeLost ? 'unknown' : 'not-said', by: null };
  };
  return Object.fromEntries(ELEMENTS.map((element) => [element, review(element)])) as Record<
    Element,
    ElementReview
  >;
}

type Judged = Extract<ContentReview, { kind: 'judged' }>;

function delivers(
  index: number,
  element: Element,
  labels: readonly (readonly Label[])[],
  sentences: readonly SentenceAnalysis[],
  { alignment }: Judged,
): boolean {
  const sentence = alignment.sentences[index];
  if (sentence === undefined || sentence.status === 'omitted') return false;
  if (sentence.status !== 'said-partly') return true;
  const offset = sentences.slice(0, index).reduce((sum, { text }) => sum + text.length, 0);
  const evidence = labels[index]?.find((label) => label.element === element)?.evidence ?? [];
  const said = alignment.runs.filter(
    (run) => run.sentence === index && (run.kind === 'matched' || run.kind === 'substituted'),
  );
  const ranges = said.flatMap((run) => (run.script ? [run.script] : []));
  if (evidence.length === 0) return sentence.saidRatio >= EVIDENCE_HEARD_RATIO;
  const all = evidence.reduce((sum, { start, end }) => sum + end - start, 0);
  const covered = evidence.reduce(
    (sum, { start, end }) => sum + coveredBy(ranges, { start: start + offset, end: end + offset }),
    0,
  );
  return covered >= EVIDENCE_HEARD_RATIO * all;
}

function saidInOwnWords(
  element: Element,
  heard: readonly SentenceAnalysis[],
  { alignment }: Judged,
): boolean {
  const own = alignment.runs
    .filter((run) => run.kind === 'inserted' || run.kind === 'substituted')
    .flatMap((run) => (run.heard ? [run.heard] : []));
  let offset = 0;
  for (const { text, leanings } of heard) {
    const said = leanings.find((leaning) => leaning.element === element && leaning.score > 0);
    for (const { start, end } of said?.evidence ?? []) {
      const covered = coveredBy(own, { start: start + offset, end: end + offset });
      if (end > start && covered >= EVIDENCE_HEARD_RATIO * (end - start)) return true;
    }
    offset += text.length;
  }
  return false;
}

function coveredBy(ranges: readonly Evidence[], { start, end }: Evidence): number {
  return ranges.reduce(
    (sum, range) => sum + Math.max(0, Math.min(end, range.end) - Math.max(start, range.start)),
    0,
  );
}
