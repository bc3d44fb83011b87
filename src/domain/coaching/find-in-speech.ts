import type { SentenceReport } from '../analysis/report-script';
import type { Place, ScriptFinding } from './script-finding';

/**
 * Longest sentence one can say and follow without losing the thread, in morae: 90 are about 14 s at an ordinary rate,
 * three or four breaths. (Guides for written Japanese stop at 100 characters; the ear has no way back.)
 */
const LONGEST_SENTENCE_MORAE = 90;
/** Sentences in a row with the same ending from which it sounds like a list read out. */
const MOST_SAME_ENDINGS = 4;
/** Contracted sounds (しゃ, じゅ, きょ …) within this many morae from which the tongue trips. */
const TWISTER_WINDOW = 8;
const TWISTER_SOUNDS = 4;

/** Findings about how the script is to say and to hear. */
export function findInSpeech(sentences: readonly SentenceReport[]): ScriptFinding[] {
  return [
    ...sentences.flatMap((sentence, index) => [
      ...findLongSentence(sentence, index),
      ...findTongueTwister(sentence, index),
    ]),
    ...findSameEndings(sentences),
  ];
}

function whole({ text }: SentenceReport, sentence: number): Place {
  return { sentence, start: 0, end: text.trimEnd().length };
}

function findLongSentence(sentence: SentenceReport, index: number): ScriptFinding[] {
  if ((sentence.analysis?.length.morae ?? 0) <= LONGEST_SENTENCE_MORAE) return [];
  return [{ kind: 'long-sentence', place: whole(sentence, index), durationMs: sentence.durationMs ?? 0 }];
}

/** Four contracted sounds within eight morae: 「出張手術中」, 「消費者調査表」. */
function findTongueTwister({ analysis }: SentenceReport, index: number): ScriptFinding[] {
  const sounds: { contracted: boolean; start: number; end: number }[] = [];
  for (const span of analysis?.spans ?? []) {
    for (const [sound] of span.kana.matchAll(/[ァ-ヺー][ャュョ]?/gu)) {
      sounds.push({ contracted: sound.length > 1, start: span.start, end: span.end });
    }
  }
  for (let from = 0; from + TWISTER_WINDOW <= sounds.length; from++) {
    const window = sounds.slice(from, from + TWISTER_WINDOW);
    if (window.filter((sound) => sound.contracted).length < TWISTER_SOUNDS) continue;
    const contracted = sounds.slice(from).filter((sound, at) => sound.contracted && at < TWISTER_WINDOW);
    return [
      {
        kind: 'tongue-twister',
        place: { sentence: index, start: contracted[0]?.start ?? 0, end: contracted.at(-1)?.end ?? 0 },
      },
    ];
  }
  return [];
}

function findSameEndings(sentences: readonly SentenceReport[]): ScriptFinding[] {
  const findings: ScriptFinding[] = [];
  let run = 0;
  sentences.forEach((sentence, index) => {
    const ending = endingOf(sentence);
    const before = sentences[index - 1];
    run = ending !== '' && before && endingOf(before) === ending ? run + 1 : 1;
    if (run === MOST_SAME_ENDINGS) {
      const end = sentence.text.trimEnd().length;
      const start = Math.max(0, end - ending.length - 1);
      findings.push({
        kind: 'same-endings',
        place: { sentence: index, start, end },
        sentences: run,
        ending,
      });
    }
  });
  return findings;
}

/** The polite ending a sentence closes with, ています for でいます and ております too; empty where it closes otherwise. */
function endingOf({ text }: SentenceReport): string {
  const match =
    /(?:(?<continuing>[てで](?:おり|い)ます)|いたします|します|できます|なります|ました|でした|です|ます)(?=[よね]?[。！!？?\s」]*$)/u.exec(
      text,
    );
  return match?.groups?.continuing ? 'ています' : (match?.[0] ?? '');
}
