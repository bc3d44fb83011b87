import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { SpokenSpan } from '../../../src/domain/reading/read-aloud';
import type { Random } from './random';

/** How far what is heard strays from the script. Rates are per item (mora, sentence, particle …), 0–1. */
export interface Corruption {
  moraErrors: number;
  omitted: number;
  /** Clauses (up to 、) left out, per sentence that has several. */
  omittedClauses: number;
  swapped: number;
  repeated: number;
  fillers: number;
  droppedParticles: number;
  kanaForKanji: number;
  homophones: number;
  numerals: number;
  /** Whether punctuation is lost, as Chrome loses it in Japanese, or sometimes merged and moved. */
  punctuation: 'lost' | 'merged';
  /** Sentences of one's own put in, per sentence of the script. */
  inserted: number;
}

/** What a recogniser does to a script without mishearing: everything but errors in morae. */
export const USUAL_CORRUPTION: Corruption = {
  moraErrors: 0,
  omitted: 0.12,
  omittedClauses: 0.08,
  swapped: 0.05,
  repeated: 0.05,
  fillers: 0.3,
  droppedParticles: 0.04,
  kanaForKanji: 0.08,
  homophones: 0.5,
  numerals: 0.5,
  punctuation: 'lost',
  inserted: 0.06,
};

/** A stretch of a sentence up to 、, `[start, end)` in UTF-16 offsets of the sentence, and whether it was said. */
export interface SpokenClause {
  sentence: number;
  start: number;
  end: number;
  said: boolean;
}

/** What was heard, and the truth about every sentence of the script. */
export interface Corrupted {
  text: string;
  truth: ('said' | 'said-partly' | 'omitted' | 'moved' | 'repeated')[];
  clauses: SpokenClause[];
  /** Morae put out wrong, in sentences that were said; and all of theirs. */
  wrongMorae: number;
  saidMorae: number;
}

const FILLERS = ['えー', 'えっと', 'あのー', 'まあ', 'その', 'えーと', 'あの'];

/** Words that sound the same, as recognisers confuse them. */
const HOMOPHONES = [
  ['制作', '製作'],
  ['会社', '解社'],
  ['保険', '保健'],
  ['鍵', '鉤'],
  ['修理', '収利'],
  ['電動', '伝道'],
  ['相続', '層族'],
  ['庭', '弐羽'],
  ['訓練', '君連'],
  ['看護師', '看護士'],
  ['施設', '私設'],
  ['以上', '異常'],
  ['機械', '機会'],
  ['工場', '向上'],
  ['社員', '写員'],
  ['面談', '綿談'],
  ['最初', '再初'],
  ['計算', '計産'],
  ['経験', '敬虔'],
  ['費用', '飛揚'],
] as const;

/** Things people say that stand in no script. */
const ASIDES = [
  'ちょっと緊張しています',
  'すみません少し噛みました',
  'これは本当の話なんですけれども',
  '今日は雨の中ありがとうございます',
  'ここだけの話ですがよく聞かれることでして',
  'うまく言えないのですが大事なところなので',
];

/**
 * What a recogniser might make of a script that was spoken with omissions, swaps and repetitions. Mora errors are
 * put into the sound of words, which then stand in katakana. Every choice comes from `random`.
 */
export function corruptScript(
  sentences: readonly SentenceAnalysis[],
  corruption: Corruption,
  random: Random,
): Corrupted {
  const truth: Corrupted['truth'] = sentences.map(() => 'said');
  const spoken = sentences.map((_, index) => index).filter((index) => sentences[index]!.length.morae > 0);
  let order = spoken.filter((index) => {
    if (!random.chance(corruption.omitted)) return true;
    truth[index] = 'omitted';
    return false;
  });
  for (let place = 0; place + 1 < order.length; place += 1) {
    if (!random.chance(corruption.swapped)) continue;
    const [first, second] = [order[place]!, order[place + 1]!];
    order[place] = second;
    order[place + 1] = first;
    truth[first] = 'moved';
    truth[second] = 'moved';
    place += 1;
  }
  order = order.flatMap((index) => {
    if (truth[index] !== 'said' || !random.chance(corruption.repeated)) return [index];
    truth[index] = 'repeated';
    return [index, index];
  });

  const clauses = sentences.flatMap((sentence, index) =>
    clausesOf(sentence.text).map((clause) => ({
      sentence: index,
      ...clause,
      said: truth[index] !== 'omitted',
    })),
  );
  for (const index of spoken) {
    const own = clauses.filter((clause) => clause.sentence === index);
    if (truth[index] !== 'said' || own.length < 2 || !random.chance(corruption.omittedClauses)) continue;
    const length = sentences[index]!.text.length;
    const spare = own.filter((clause) => clause.end - clause.start <= MOST_OF_A_SENTENCE * length);
    if (spare.length === 0) continue;
    truth[index] = 'said-partly';
    random.pick(spare).said = false;
  }

  let text = '';
  let [wrongMorae, saidMorae] = [0, 0];
  for (const index of order) {
    const sentence = sentences[index]!;
    if (random.chance(corruption.inserted)) text += random.pick(ASIDES);
    if (random.chance(corruption.fillers)) text += random.pick(FILLERS);
    for (const span of sentence.spans) {
      const skipped = clauses.some(
        (clause) =>
          clause.sentence === index && !clause.said && span.start >= clause.start && span.start < clause.end,
      );
      if (skipped) continue;
      const heard = hear(span, sentence, corruption, random);
      text += heard.text;
      wrongMorae += heard.wrong;
      saidMorae += span.morae;
      if (random.chance(corruption.fillers / 20)) text += random.pick(FILLERS);
    }
  }
  return { text, truth, clauses, wrongMorae, saidMorae };
}

/** A clause longer than this share of its sentence is the sentence: without it nobody would say it was said partly. */
const MOST_OF_A_SENTENCE = 0.6;

function clausesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^、]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function hear(
  { start, end, kana }: SpokenSpan,
  sentence: SentenceAnalysis,
  corruption: Corruption,
  random: Random,
): { text: string; wrong: number } {
  const surface = sentence.text.slice(start, end);
  if (/^[\s\p{P}]+$/u.test(surface)) {
    const kept = corruption.punctuation === 'merged' && random.chance(0.4);
    return { text: kept ? '、' : '', wrong: 0 };
  }
  const particle =
    surface.length === 1 && sentence.tokens.some((token) => token.start === start && token.pos === '助詞');
  if (particle && random.chance(corruption.droppedParticles)) return { text: '', wrong: 1 };
  const damaged = damage(kana, corruption.moraErrors, random);
  if (damaged.wrong > 0) return { text: damaged.kana, wrong: damaged.wrong };
  const homophones = HOMOPHONES.find((pair) => pair.some((word) => word === surface));
  if (homophones && random.chance(corruption.homophones)) {
    return { text: homophones.find((word) => word !== surface) ?? surface, wrong: 0 };
  }
  const numeral = surface.match(/^(\d)(\D*)$/u);
  if (numeral && random.chance(corruption.numerals)) {
    return { text: `${'〇一二三四五六七八九'[Number(numeral[1])]}${numeral[2]}`, wrong: 0 };
  }
  if (kana !== '' && /\p{Script=Han}/u.test(surface) && random.chance(corruption.kanaForKanji)) {
    return { text: toHiragana(kana), wrong: 0 };
  }
  return { text: surface, wrong: 0 };
}

const ANY_MORA =
  'ア イ ウ エ オ カ キ ク ケ コ サ シ ス セ ソ タ チ ツ テ ト ナ ニ ヌ ネ ノ ハ ヒ フ ヘ ホ マ ミ ム メ モ ヤ ユ ヨ ラ リ ル レ ロ ワ ガ ギ グ ゲ ゴ ザ ジ ズ ゼ ゾ ダ デ ド バ ビ ブ ベ ボ キャ キュ キョ シャ シュ ショ チュ チョ ジュ ジョ ン ッ'.split(
    ' ',
  );

/** Replaces (60 %), drops (25 %) and adds (15 %) morae; the word stays silent nowhere. */
function damage(kana: string, rate: number, random: Random): { kana: string; wrong: number } {
  const morae = kana.match(/[ァ-ヴー][ァィゥェォャュョヮ]?/gu) ?? [];
  let [heard, wrong] = ['', 0];
  for (const mora of morae) {
    if (!random.chance(rate)) {
      heard += mora;
      continue;
    }
    wrong += 1;
    const kind = random.next();
    if (kind < 0.6) heard += random.pick(ANY_MORA.filter((other) => other !== mora));
    else if (kind >= 0.85) heard += mora + random.pick(ANY_MORA);
  }
  return { kana: heard, wrong };
}

function toHiragana(kana: string): string {
  return kana.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
