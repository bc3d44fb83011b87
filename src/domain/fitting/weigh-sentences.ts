import type { SentenceReport } from '../analysis/report-script';
import { CLOSING_COURTESY, OPENING } from '../coaching/phrase-tables';
import { leans } from '../reading/split-bunsetsu';
import { countCharacters } from '../text/characters';
import type { SpeakingRate } from '../timing/estimate-duration';
import type { FittedSentence } from './fitting';
import { measureClauses } from './measure-clauses';
import { pointsBack } from './points-back';
import { splitClauses } from './split-clauses';
import type { WeighedSentence } from './suggest-fitting';

/** A sentence's clauses; as long as it is not analysed it is one. */
export function divideSentence({
  text,
  analysis,
}: Pick<SentenceReport, 'text' | 'analysis'>): FittedSentence {
  if (analysis) return { text, clauses: splitClauses(analysis) };
  return { text, clauses: [{ text, start: 0, end: text.length, droppable: false, endsAt: null }] };
}

/**
 * What each sentence costs and serves, clause by clause. A label that is a person's own word has no words that show it:
 * every clause counts as carrying it then.
 */
export function weighSentences(
  reports: readonly SentenceReport[],
  fitted: readonly FittedSentence[],
  rate: SpeakingRate,
): WeighedSentence[] {
  const introduction = findIntroduction(reports);
  const asking = findAsking(reports);
  return reports.map(({ text, analysis, covered }, index) => {
    const clauses = fitted[index]?.clauses ?? [];
    return {
      clauses,
      clauseMs: analysis ? measureClauses(analysis, clauses, rate) : clauses.map(() => 0),
      clauseCharacters: clauses.map((clause) => countCharacters(clause.text).all),
      clauseElements: clauses.map(({ start, end }) =>
        covered.labels
          .filter(
            ({ evidence }) =>
              evidence.length === 0 || evidence.some((words) => words.start < end && words.end > start),
          )
          .map(({ element }) => element),
      ),
      elements: covered.labels.map(({ element }) => element),
      named: index === introduction,
      pointsBack: pointsBack(text),
      asks: index === asking,
    };
  });
}

/** Sentences within which a speaker says who it is, where no name is known as one: rare names are in no dictionary. */
const OPENING_SENTENCES = 3;

/**
 * The sentence in which the speaker says the name: with 申します, else ending in a name and です, else in the opening one
 * that ends in a noun and です (代表の小鳥遊です); -1 where there is none.
 */
function findIntroduction(reports: readonly SentenceReport[]): number {
  const words = reports.map(({ analysis }) =>
    (analysis?.tokens ?? []).filter(({ surface }) => /[\p{L}\p{N}]/u.test(surface)),
  );
  /** The last word of a sentence that ends in です. */
  const said = words.map((sentence) =>
    /^(?:です|でし|だ)$/u.test(sentence.findLast(({ surface }) => surface !== 'た')?.surface ?? '')
      ? sentence.findLast((word) => !leans(word) || word.posDetail1 === '接尾')
      : undefined,
  );
  const humble = words.findIndex((sentence) => sentence.some(({ baseForm }) => baseForm === '申す'));
  if (humble !== -1) return humble;
  const named = said.findIndex((word) => word?.posDetail1 === '固有名詞');
  if (named !== -1) return named;
  return said.findIndex((word, index) => index < OPENING_SENTENCES && word?.pos === '名詞');
}

/** The ending is the last three sentences. */
const ENDING_SENTENCES = 3;

/** The last sentence of the ending that leaves something to take up, courtesies aside; -1 where there is none. */
function findAsking(reports: readonly SentenceReport[]): number {
  return reports.findLastIndex(({ text }, index) => {
    const words = text.trim().normalize('NFKC');
    return index >= reports.length - ENDING_SENTENCES && OPENING.test(words) && !CLOSING_COURTESY.test(words);
  });
}
