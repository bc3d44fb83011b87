import { type CoveredSentence, coverPitch } from '../coverage/cover-pitch';
import { ELEMENTS, type Element } from '../coverage/element';
import type { LabelOverrule } from '../pitch/pitch';
import { type CharacterCount, countCharacters } from '../text/characters';
import { type Sentence, splitSentences } from '../text/sentences';
import { estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import type { SentenceAnalysis } from './analyze-sentence';

export interface SentenceReport extends Sentence {
  /** `null` until the sentence has been analysed. */
  analysis: SentenceAnalysis | null;
  covered: CoveredSentence;
  /** Estimated speaking time in ms; `null` until analysed. */
  durationMs: number | null;
}

/** A script as the person sees it judged: the count at once, the rest as far as the analysis has come. */
export interface ScriptReport {
  characters: CharacterCount;
  sentences: SentenceReport[];
  /** Whether every sentence has been analysed. */
  complete: boolean;
  /** Estimated speaking time in ms; `null` until complete. */
  durationMs: number | null;
  /** Which elements are carried; `null` until complete, since what is missing is not known before. */
  covered: Record<Element, boolean> | null;
  /** Estimated time in ms of the sentences that carry each element, as far as they are analysed. */
  elementMs: Record<Element, number>;
}

/** Composes a script's report from what is known of its sentences and from the person's overrules. */
export function reportScript(
  script: string,
  analyses: ReadonlyMap<string, SentenceAnalysis>,
  overrules: readonly LabelOverrule[],
  rate: SpeakingRate,
): ScriptReport {
  const sentences = splitSentences(script);
  const known = sentences.map((sentence) => analyses.get(sentence.text) ?? null);
  const coverage = coverPitch(
    sentences.map(({ text }, index) => ({ text, leanings: known[index]?.leanings ?? null })),
    overrules,
  );
  const reports = sentences.map((sentence, index): SentenceReport => {
    const analysis = known[index] ?? null;
    return {
      ...sentence,
      analysis,
      covered: coverage.sentences[index] ?? { labels: [], denied: [] },
      durationMs: analysis && estimateDuration(analysis.length, rate),
    };
  });
  const complete = reports.every((sentence) => sentence.analysis !== null);
  return {
    characters: countCharacters(script),
    sentences: reports,
    complete,
    durationMs: complete ? durationOf(reports) : null,
    covered: complete ? coverage.covered : null,
    elementMs: Object.fromEntries(
      ELEMENTS.map((element) => [element, durationOf(reports.filter((report) => carries(report, element)))]),
    ) as Record<Element, number>,
  };
}

/** Whether a sentence carries an element in the end, the person's overrules applied. */
export function carries({ covered }: SentenceReport, element: Element): boolean {
  return covered.labels.some((label) => label.element === element);
}

/** Estimated time in ms of sentences together, as far as they are analysed. */
export function durationOf(sentences: readonly SentenceReport[]): number {
  return sentences.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
}
