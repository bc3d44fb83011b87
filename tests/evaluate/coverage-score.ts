import { ELEMENTS, type Element } from '../../src/domain/coverage/element';

/** One pitch in the schema of the labelled corpora. */
export interface LabelledPitch {
  id: string;
  title: string;
  trade: string;
  style: string;
  text: string;
  sentences: { text: string; labels: Element[] }[];
  covers: Record<Element, boolean>;
}

export interface ElementScore {
  precision: number;
  recall: number;
  f1: number;
  kappa: number;
}

export interface CoverageScore {
  labels: Record<Element, ElementScore>;
  /** Share of pitches whose cover is judged right. */
  covers: Record<Element, number>;
  sentences: number;
  pitches: number;
}

export interface Mistake {
  id: string;
  element: Element;
  kind: 'false' | 'missed';
  sentence: string;
}

/** A sentence as the judge divided the text, with what it found there. */
export interface JudgedSentence {
  start: number;
  end: number;
  labels: Element[];
}

/**
 * Scores judged sentences against a labelled pitch. Each labelled sentence takes the labels of every judged
 * sentence that overlaps it by more than half of the shorter of the two, so that another division costs
 * nothing by itself.
 */
export function scorePitches(
  pitches: readonly LabelledPitch[],
  judge: (pitch: LabelledPitch) => JudgedSentence[],
): { score: CoverageScore; mistakes: Mistake[] } {
  const counts = ELEMENTS.map(() => ({ both: 0, falsely: 0, missed: 0, neither: 0 }));
  const coversRight = ELEMENTS.map(() => 0);
  const mistakes: Mistake[] = [];
  let sentences = 0;
  for (const pitch of pitches) {
    const judged = judge(pitch);
    let from = 0;
    for (const sentence of pitch.sentences) {
      const core = sentence.text.trim();
      const found = pitch.text.indexOf(core, from);
      if (found === -1) throw new Error(`${pitch.id}: its text does not hold the sentence "${core}"`);
      const start = found;
      const end = found + core.length;
      from = end;
      sentences += 1;
      const labels = new Set(
        judged
          .filter((candidate) => overlaps(candidate, start, end))
          .flatMap((candidate) => candidate.labels),
      );
      for (const [index, element] of ELEMENTS.entries()) {
        const said = sentence.labels.includes(element);
        const judgedSo = labels.has(element);
        const count = counts[index]!;
        if (said && judgedSo) count.both += 1;
        else if (judgedSo) count.falsely += 1;
        else if (said) count.missed += 1;
        else count.neither += 1;
        if (said !== judgedSo) {
          mistakes.push({ id: pitch.id, element, kind: said ? 'missed' : 'false', sentence: core });
        }
      }
    }
    for (const [index, element] of ELEMENTS.entries()) {
      const covered = judged.some((candidate) => candidate.labels.includes(element));
      if (covered === pitch.covers[element]) coversRight[index] = coversRight[index]! + 1;
    }
  }
  const byElement = <T>(value: (index: number) => T) =>
    Object.fromEntries(ELEMENTS.map((element, index) => [element, value(index)])) as Record<Element, T>;
  return {
    score: {
      labels: byElement((index) => elementScore(counts[index]!)),
      covers: byElement((index) => coversRight[index]! / Math.max(1, pitches.length)),
      sentences,
      pitches: pitches.length,
    },
    mistakes,
  };
}

function overlaps(judged: JudgedSentence, start: number, end: number): boolean {
  const shared = Math.min(judged.end, end) - Math.max(judged.start, start);
  return shared > 0 && shared * 2 > Math.min(judged.end - judged.start, end - start);
}

function elementScore(count: {
  both: number;
  falsely: number;
  missed: number;
  neither: number;
}): ElementScore {
  const { both, falsely, missed, neither } = count;
  const total = both + falsely + missed + neither;
  const precision = both + falsely > 0 ? both / (both + falsely) : 0;
  const recall = both + missed > 0 ? both / (both + missed) : 0;
  const agreed = (both + neither) / total;
  const chance = ((both + falsely) * (both + missed) + (missed + neither) * (falsely + neither)) / total ** 2;
  return {
    precision,
    recall,
    f1: both > 0 ? (2 * both) / (2 * both + falsely + missed) : 0,
    kappa: chance < 1 ? (agreed - chance) / (1 - chance) : 1,
  };
}

/** Prints a score as a table. */
export function printScore({ labels, covers, sentences, pitches }: CoverageScore): void {
  console.log(`${pitches} pitches, ${sentences} sentences`);
  console.log('           precision  recall      F1   kappa  covers');
  for (const element of ELEMENTS) {
    const { precision, recall, f1, kappa } = labels[element];
    const cells = [precision, recall, f1, kappa, covers[element]].map((value) =>
      value.toFixed(3).padStart(8),
    );
    console.log(`${element.padEnd(11)} ${cells.join('')}`);
  }
}
