import type { SentenceAnalysis } from '../../../src/domain/analysis/analyze-sentence';
import type { SpokenSpan } from '../../../src/domain/reading/read-aloud';
import type { Corrupted, SpokenClause } from './corrupt-script';
import type { WordsBySound } from './dictionary-words';
import type { Random } from './random';

/**
 * A second way in which what is heard strays from a script, made apart from `corruptScript`, which the limits of the
 * alignment were chosen with: other events, other mistakes, other shares.
 */
export interface Retelling {
  /** Share of morae misheard, 0–1. */
  moraErrors: number;
  /** `bursts`: most of them in stretches of a few words in which hardly anything is right, as noise makes them. */
  errors: 'spread' | 'bursts';
}

/** What a retelling draws from. */
export interface RetellingSource {
  words: WordsBySound;
  /** Sentences of other pitches, put in between as one's own words. */
  others: readonly SentenceAnalysis[];
}

/** Shares per sentence, 0–1. */
const OMITTED = 0.12;
const HALVED = 0.08;
const REORDERED = 0.04;
const REPEATED = 0.04;
const AD_LIBBED = 0.08;
/** Shares per word. */
const DOUBLED = 0.015;
const FILLED = 0.03;
const HOMOPHONE = 0.12;
const KANA_RUN = 0.01;
const PARTICLE_DROPPED = 0.06;
const FULL_STOP = 0.06;
/** Words of a run that comes out in kana. */
const KANA_RUN_WORDS = 5;

/** In a burst this share of morae is wrong, and outside of one; a burst is so many morae long on average. */
const WRONG_IN_BURST = 0.65;
const WRONG_OUTSIDE = 0.02;
const BURST_MORAE = 12;

const FILLERS = ['えーっと', 'あのう', 'えー', 'まあ', 'なんか', 'うーん', 'あのー', 'その'];

/** What a recogniser makes of a script that was retold. Every choice comes from `random`. */
export function retellScript(
  sentences: readonly SentenceAnalysis[],
  retelling: Retelling,
  source: RetellingSource,
  random: Random,
): Corrupted {
  const { order, truth } = chooseOrder(sentences, random);
  const clauses = order.length === 0 ? [] : chooseClauses(sentences, truth, random);
  const listen = createListener(retelling, source, random);
  for (const index of order) {
    const sentence = sentences[index]!;
    const aside = random.chance(AD_LIBBED) ? pickUnlike(sentences, source.others, random) : null;
    if (aside) listen.to(aside, aside.spans, false);
    const said = sentence.spans.filter(({ start }) =>
      clauses.every(
        (clause) => clause.sentence !== index || clause.said || start < clause.start || start >= clause.end,
      ),
    );
    listen.to(sentence, said, true);
  }
  return { ...listen.result(), truth, clauses };
}

function chooseOrder(
  sentences: readonly SentenceAnalysis[],
  random: Random,
): { order: number[]; truth: Corrupted['truth'] } {
  const truth: Corrupted['truth'] = sentences.map(() => 'said');
  const order: number[] = [];
  sentences.forEach(({ length }, index) => {
    if (length.morae === 0) return;
    if (random.chance(OMITTED)) truth[index] = 'omitted';
    else order.push(index);
  });
  for (let place = 0; place < order.length; place += 1) {
    if (!random.chance(REORDERED)) continue;
    const target = random.integer(order.length);
    const [moved] = order.splice(place, 1);
    order.splice(target, 0, moved!);
    // Whether one went over the others or they over it nobody can tell.
    for (let at = Math.min(place, target); at <= Math.max(place, target); at += 1) {
      if (target !== place) truth[order[at]!] = 'moved';
    }
  }
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const index = order[place]!;
    if (truth[index] !== 'said' || !random.chance(REPEATED)) continue;
    truth[index] = 'repeated';
    order.splice(place + 1 + random.integer(3), 0, index);
  }
  return { order, truth };
}

/** Cuts every sentence at its commas; of some, the first or second half is left out, which may cut a clause in two. */
function chooseClauses(
  sentences: readonly SentenceAnalysis[],
  truth: Corrupted['truth'],
  random: Random,
): SpokenClause[] {
  return sentences.flatMap(({ text, spans }, index) => {
    const cuts = [0, ...[...text.matchAll(/、/gu)].map((comma) => comma.index + 1), text.length];
    let gone = { start: 0, end: 0 };
    const middle = spans.filter(({ start }) => start > text.length * 0.4 && start < text.length * 0.6);
    if (truth[index] === 'said' && text.length >= 16 && middle.length > 0 && random.chance(HALVED)) {
      truth[index] = 'said-partly';
      const cut = middle.find(({ start }) => cuts.includes(start))?.start ?? random.pick(middle).start;
      gone = random.chance(0.5) ? { start: 0, end: cut } : { start: cut, end: text.length };
      if (!cuts.includes(cut)) cuts.push(cut);
    }
    cuts.sort((a, b) => a - b);
    return cuts.slice(1).map((end, before) => ({
      sentence: index,
      start: cuts[before]!,
      end,
      said: truth[index] !== 'omitted' && !(cuts[before]! >= gone.start && end <= gone.end),
    }));
  });
}

/** A sentence of another pitch that nobody would take for one of these. */
function pickUnlike(
  sentences: readonly SentenceAnalysis[],
  others: readonly SentenceAnalysis[],
  random: Random,
): SentenceAnalysis | null {
  const own = new Set(sentences.flatMap(({ text }) => pairsOf(text)));
  for (let tries = 0; tries < 20; tries += 1) {
    const other = random.pick(others);
    const pairs = pairsOf(other.text);
    if (pairs.length >= 10 && pairs.filter((pair) => own.has(pair)).length < pairs.length * 0.4) return other;
  }
  return null;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

function createListener(
  { moraErrors, errors }: Retelling,
  { words }: RetellingSource,
  random: Random,
): {
  to(sentence: SentenceAnalysis, spans: readonly SpokenSpan[], counted: boolean): void;
  result(): Pick<Corrupted, 'text' | 'wrongMorae' | 'saidMorae'>;
} {
  let text = '';
  let [wrongMorae, saidMorae] = [0, 0];
  let kanaWords = 0;
  const inBurstShare = Math.max(0, (moraErrors - WRONG_OUTSIDE) / (WRONG_IN_BURST - WRONG_OUTSIDE));
  let inBurst = random.chance(inBurstShare);
  const isWrong = (): boolean => {
    if (errors === 'spread' || moraErrors <= WRONG_OUTSIDE) return random.chance(moraErrors);
    const leave = 1 / BURST_MORAE;
    inBurst = inBurst
      ? !random.chance(leave)
      : random.chance((leave * inBurstShare) / Math.max(1 - inBurstShare, 0.01));
    return random.chance(inBurst ? WRONG_IN_BURST : WRONG_OUTSIDE);
  };

  const hear = (sentence: SentenceAnalysis, { start, end, kana }: SpokenSpan): [string, number] => {
    const surface = sentence.text.slice(start, end);
    if (/^[\s\p{P}]*$/u.test(surface)) return ['', 0];
    if (isParticle(sentence, start, surface) && random.chance(PARTICLE_DROPPED)) return ['', 1];
    const { heard, wrong } = mishear(kana, isWrong, random);
    if (wrong > 0) return [write(heard, words, random), wrong];
    if (kanaWords > 0) return [toHiragana(kana), 0];
    const others = words.get(kana);
    if (/\p{Script=Han}/u.test(surface) && others && random.chance(HOMOPHONE))
      return [random.pick(others), 0];
    const number = surface.match(/^(\d{1,8})(\D*)$/u);
    if (number) return [`${random.chance(0.5) ? toKanji(Number(number[1])) : number[1]}${number[2]}`, 0];
    return [surface, 0];
  };

  return {
    to(sentence, spans, counted) {
      for (const span of spans) {
        if (random.chance(FILLED)) text += random.pick(FILLERS);
        if (random.chance(KANA_RUN)) kanaWords = KANA_RUN_WORDS;
        const [heard, wrong] = hear(sentence, span);
        text += heard;
        if (heard !== '' && random.chance(DOUBLED)) text += heard;
        if (random.chance(FULL_STOP)) text += '。';
        kanaWords -= 1;
        if (!counted) continue;
        wrongMorae += wrong;
        saidMorae += span.morae;
      }
    },
    result: () => ({ text, wrongMorae, saidMorae }),
  };
}

function isParticle({ tokens }: SentenceAnalysis, start: number, surface: string): boolean {
  return tokens.some(
    (token) =>
      token.start === start && token.surface === surface && token.pos === '助詞' && surface.length <= 2,
  );
}

const NEIGHBOURS = [
  'カガ',
  'キギ',
  'クグ',
  'ケゲ',
  'コゴ',
  'サザシャ',
  'シジヒ',
  'スズツ',
  'セゼ',
  'ソゾ',
  'タダパ',
  'チジ',
  'テデケ',
  'トドポ',
  'ナマ',
  'ニミリ',
  'ヌムウ',
  'ネメ',
  'ノモ',
  'ハバア',
  'ヘベエ',
  'ホボオ',
  'ラダ',
  'リイ',
  'ルウ',
  'レエ',
  'ロド',
  'ンム',
  'アワ',
  'エイ',
  'オウ',
  'ーッ',
];

/** Of the morae that go wrong half are taken for a neighbour by sound, the others for any; some are lost or doubled. */
function mishear(kana: string, isWrong: () => boolean, random: Random): { heard: string; wrong: number } {
  let [heard, wrong] = ['', 0];
  for (const mora of kana.match(/[ァ-ヴー][ァィゥェォャュョヮ]?/gu) ?? []) {
    if (!isWrong()) {
      heard += mora;
      continue;
    }
    wrong += 1;
    const kind = random.next();
    const near = NEIGHBOURS.find((row) => row.includes(mora))?.match(/[ァ-ヴー][ャュョ]?/gu);
    const others = (near ?? []).filter((other) => other !== mora);
    if (kind < 0.4 && others.length > 0) heard += random.pick(others);
    else if (kind < 0.7) heard += random.pick(random.pick(NEIGHBOURS).match(/[ァ-ヴー][ャュョ]?/gu)!);
    else if (kind >= 0.85) heard += mora + random.pick(['ン', 'ー', 'ッ', 'イ', 'ウ']);
  }
  return { heard, wrong };
}

/** A recogniser writes words: one of the dictionary that sounds so, else kana. */
function write(kana: string, words: WordsBySound, random: Random): string {
  const known = words.get(kana);
  return known ? random.pick(known) : toHiragana(kana);
}

function toHiragana(kana: string): string {
  return kana.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** 12500 → 一万二千五百; up to eight digits. */
function toKanji(value: number): string {
  if (value === 0) return '〇';
  const digits = '一二三四五六七八九';
  const below = (part: number): string =>
    [1000, 100, 10, 1]
      .map((unit, at) => {
        const digit = Math.floor(part / unit) % 10;
        if (digit === 0) return '';
        return `${digit === 1 && unit > 1 ? '' : digits[digit - 1]}${['千', '百', '十', ''][at]}`;
      })
      .join('');
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  return `${high > 0 ? `${below(high)}万` : ''}${below(low)}`;
}
