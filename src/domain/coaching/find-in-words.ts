import type { SentenceReport } from '../analysis/report-script';
import { DOUBLE_HONORIFIC, HARD_SELL, HOMOPHONES, KNOWN_ACRONYMS, REFERRAL, WORDY } from './phrase-tables';
import type { Place, ScriptFinding } from './script-finding';

/** A run of kanji this long has no seam an ear could find; shorter ones are everyday compounds (一級建築士事務所 is 8). */
const LONGEST_KANJI_RUN = 8;

/** Findings about single phrases: pressing closers, vague requests, wordiness, honorifics, what the ear mistakes. */
export function findInWords(sentences: readonly SentenceReport[]): ScriptFinding[] {
  return [
    ...findPressing(sentences),
    ...findWordiness(sentences),
    ...findHonorifics(sentences),
    ...sentences.flatMap((sentence, index) => [
      ...findAcronyms(sentence, index, sentences),
      ...findHomophones(sentence, index),
      ...findKanjiRuns(sentence, index),
    ]),
  ];
}

function findPressing(sentences: readonly SentenceReport[]): ScriptFinding[] {
  return sentences.flatMap((sentence, index): ScriptFinding[] => {
    for (const pattern of HARD_SELL) {
      const place = firstPlace(sentence.text, index, pattern);
      if (place) return [{ kind: 'hard-sell', place }];
    }
    const referral = firstPlace(sentence.text, index, REFERRAL);
    const saysWhom = sentence.covered.labels.some((label) => label.element === 'target');
    return referral && !saysWhom ? [{ kind: 'vague-referral', place: referral }] : [];
  });
}

function findWordiness(sentences: readonly SentenceReport[]): ScriptFinding[] {
  return WORDY.flatMap(({ pattern, better, from }): ScriptFinding[] => {
    const places = allPlaces(sentences, pattern);
    const place = places[from - 1];
    return place ? [{ kind: 'wordy', place, better }] : [];
  });
}

function findHonorifics(sentences: readonly SentenceReport[]): ScriptFinding[] {
  return DOUBLE_HONORIFIC.flatMap(({ pattern, better }) =>
    allPlaces(sentences, pattern)
      .slice(0, 1)
      .map((place): ScriptFinding => ({ kind: 'double-honorific', place, better })),
  );
}

/** Capitals that are not common knowledge, at their first mention, unless words in brackets, 「という」 or 「いわゆる」 explain them. */
function findAcronyms(
  { text }: SentenceReport,
  index: number,
  sentences: readonly SentenceReport[],
): ScriptFinding[] {
  const earlier = sentences.slice(0, index).map((sentence) => sentence.text);
  return [...text.matchAll(/(?<![A-Za-z0-9.@_-])[A-Z]{2,6}(?![A-Za-z0-9.@_-])/gu)].flatMap((match) => {
    const [acronym] = match;
    const after = text.slice(match.index + acronym.length);
    const explained =
      /^\s*(?:[（(]|、?(?:つまり|すなわち)|という|とは|って)/u.test(after) ||
      /(?:いわゆる|略して)[^、。]*$/u.test(text.slice(0, match.index));
    const known = KNOWN_ACRONYMS.has(acronym) || earlier.some((sentence) => sentence.includes(acronym));
    if (explained || known) return [];
    const place = { sentence: index, start: match.index, end: match.index + acronym.length };
    return [{ kind: 'unexplained-acronym', place }];
  });
}

/** Inside a longer word its neighbours tell which one is meant (起業家, 保証人); so does an explanation in brackets. */
function findHomophones({ text }: SentenceReport, index: number): ScriptFinding[] {
  return Object.entries(HOMOPHONES).flatMap(([word, heardAs]): ScriptFinding[] => {
    const match = new RegExp(`(?<![一-龥々])${word}(?![一-龥々（(])`, 'u').exec(text);
    if (!match) return [];
    return [
      {
        kind: 'homophone',
        place: { sentence: index, start: match.index, end: match.index + word.length },
        heardAs,
      },
    ];
  });
}

function findKanjiRuns({ text }: SentenceReport, index: number): ScriptFinding[] {
  return [...text.matchAll(new RegExp(`[一-龥々]{${LONGEST_KANJI_RUN + 1},}`, 'gu'))].map((match) => ({
    kind: 'kanji-run',
    place: { sentence: index, start: match.index, end: match.index + match[0].length },
  }));
}

function firstPlace(text: string, sentence: number, pattern: RegExp): Place | null {
  const match = pattern.exec(text);
  return match && { sentence, start: match.index, end: match.index + match[0].length };
}

function allPlaces(sentences: readonly SentenceReport[], pattern: RegExp): Place[] {
  return sentences.flatMap(({ text }, sentence) =>
    [...text.matchAll(pattern)].map((match) => ({
      sentence,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
