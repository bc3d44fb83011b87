import type { Drift, SilentSentence } from '../domain/progress/trace-sentences';
import type { Moment } from '../domain/review/find-moments';
import type { DeliveryReview, Gain, SentenceDelivery } from '../domain/review/judge-delivery';
import { type Melody, SWALLOWED_DB } from '../domain/review/judge-voice';
import type { TimingFailure } from '../domain/review/sound-timing-error';
import type { Sureness } from '../domain/review/sureness';
import type { PhrasePace } from '../domain/review/trace-pace';
import { formatDuration, formatRate } from './format';
import type { Message } from './storage-messages';
import { elementNames } from './vocabulary';

export const timingText = {
  heading: '一文ごとの時間',
  underWay: '録音の声から、一文ごとの時間を調べています…',
  retry: 'もう一度調べる',
  sentence: (sentence: number) => `${sentence}文目`,
  listen: (sentence: number) => `${sentence}文目を聞く`,
  listenTo: (element: string, sentence: number) => `${element}を${sentence}文目で聞く`,
  listenAgain: (saying: number) => `${saying}回目を聞く`,
  stop: (sentence: number) => `${sentence}文目を止める`,
  planned: (duration: string) => `予定 ${duration}`,
  rate: (moraePerSecond: string) => `${moraePerSecond}拍/秒`,
  pauseAfter: (duration: string) => `間 ${duration}`,
  unsure: { sure: null, fair: 'たぶん', poor: '聞いて確かめてください' },
  rateNote:
    '秒数は、あとの間を含みます。予定(縦の線)は持ち時間に合わせた目安、拍/秒は間を除いた速さ、間は文のあとの間です。',
  gainsHeading: '短くするなら',
  cut: (sentence: string) => `${sentence}を削る`,
  once: (sentence: string) => `${sentence}を一度だけにする`,
  momentsHeading: '聞きなおしたいところ',
  noMoments: '急いだところも、止まったところも、語尾が消えたところもありません。',
  pausesHeading: '間',
  noPauses: '0.2秒以上の間はありません。',
  lineLabel: '声と間の並び',
  voice: '声',
  pause: '間',
  voiceHeading: '話しぶりの流れ',
  paceChartHeading: '速さの移り変わり(間を除いた、1秒あたりの拍)',
  endingsHeading: '語尾',
  melodyHeading: '声の高さ',
  melodyNote:
    '低いほうと高いほうの1割ずつを除いた幅です。広いほど抑揚があります。決まった正解はないので、自分のテイクどうしで比べてみてください。',
  trendsHeading: '声から見た、文ごとのばらつき',
  trendsNote: (takes: number) => `録音つきのテイクのうち、声の照合ができた新しい${takes}回から出しています。`,
  trendsUnderWay: '録音の声から、文ごとのばらつきを調べています…',
  allHeard: '声の照合では、すべての文が聞き取れました。',
  notHeardCount: (count: number) =>
    `声の照合では、${count}文が聞き取れませんでした。「一文ごとの時間」で確かめられます。`,
};

/** 8.2秒; from ten seconds on whole ones: more would not be true. */
export function formatSeconds(ms: number): string {
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)}秒` : formatDuration(ms);
}

const surenessNames: Record<Sureness, string> = { sure: '高い', fair: 'ふつう', poor: '低い' };

/** The way the times were found and how sure they are. */
export function methodLine({ method, sureness }: Pick<DeliveryReview, 'method' | 'sureness'>): string {
  const name = method === 'sound' ? '声の照合' : '長さからの推定';
  return `${name}(確かさ: ${surenessNames[sureness]})`;
}

/** What the way means for the person; `''` where nothing has to be said. */
export function methodNote({
  method,
  sureness,
  confidence,
  sentences,
}: Pick<DeliveryReview, 'method' | 'sureness' | 'confidence' | 'sentences'>): string {
  if (sureness === 'poor')
    return 'この録音からは、どの文をいつ話したかをはっきり出せませんでした。マイクに近づくか、静かな場所で話すと分かりやすくなります。';
  const expected = `文の始まりが合っている見込みは、およそ${Math.round(10 * confidence)}割です。`;
  if (method === 'duration')
    return `声と原稿を照らし合わせられなかったので、文の長さと間から推し量っています。${expected}`;
  const likely = sentences.some((sentence) => sentence.sureness === 'fair')
    ? '「たぶん」とある文は、ずれていることがあります。'
    : '';
  return sureness === 'fair' ? `${expected}${likely}` : likely;
}

/** What to say of a sentence beside its figures; `null` where the figures say all. */
export function statusNote({ status, sureness }: SentenceDelivery, wordsKnown: boolean): string | null {
  switch (status) {
    case 'repeated':
      return sureness === 'sure' ? '二度言いました' : '二度言ったようです';
    case 'cut-off':
      return '途中で終わっています';
    case 'not-heard':
      // Where words were recognised they say what was left out; the sound only says that it has no time for it.
      return wordsKnown ? 'この一文の時間は分かりませんでした' : '声に出ていないようです';
    case 'lost-to-device':
      return '音が途切れていたので、この一文は分かりませんでした';
    case 'not-found':
      return 'この一文の時間は分かりませんでした';
    case 'unspoken':
      return '声に出さない部分です';
    case 'said':
      return null;
  }
}

const short = (sentence: string): string => {
  const text = sentence.trim();
  return `「${text.length > 24 ? `${text.slice(0, 23)}…` : text}」`;
};

/** What a change would save, as it stands before the change: −8.2秒. */
export function gainSaved({ savesMs }: Gain): string {
  return `−${formatSeconds(savesMs)}`;
}

export function gainLine({ by, sentence }: Gain, sentences: readonly string[]): string {
  return timingText[by](short(sentences[sentence] ?? ''));
}

/** What would be lost with the sentence; `null` where nothing of the three elements would. */
export function gainCost({ onlyFor }: Gain): string | null {
  if (onlyFor.length === 0) return null;
  return `${onlyFor.map((element) => elementNames[element]).join('と')}は、この文でしか伝えていません。`;
}

export function momentLine(moment: Moment): string {
  switch (moment.kind) {
    case 'rushed':
      return `${moment.sentence + 1}文目が急ぎ足(${formatRate(moment.moraePerSecond)}拍/秒)`;
    case 'swallowed':
      return `${moment.sentence + 1}文目の語尾が小さくなっています`;
    case 'stuck':
      return `${moment.sentence + 1}文目の途中で${formatSeconds(moment.pauseMs)}の間`;
    case 'long-pause':
      return `${moment.sentence + 1}文目のあとに${formatSeconds(moment.pauseMs)}の間`;
    case 'pause-after-question':
      return `問いかけのあとに${formatSeconds(moment.pauseMs)}の間。考える時間になっています`;
    case 'other-speech':
      return '原稿にない言葉';
  }
}

export function driftLine({ shortestMs, longestMs, takes }: Drift): string {
  return `${takes}回で${formatSeconds(shortestMs)}〜${formatSeconds(longestMs)}`;
}

export function silentLine({ notHeard, takes }: SilentSentence): string {
  return `${takes}回のうち${notHeard}回、聞き取れず`;
}

/** Which sentences end too softly to be heard well. */
export function endingsLine(sentences: readonly Pick<SentenceDelivery, 'endingDropDb'>[]): string {
  const told = sentences.filter(({ endingDropDb }) => endingDropDb !== null);
  if (told.length === 0) return 'この録音では測れませんでした。静かな場所だと測れることがあります。';
  const swallowed = sentences.flatMap(({ endingDropDb }, index) =>
    endingDropDb !== null && endingDropDb >= SWALLOWED_DB ? [`${index + 1}文目`] : [],
  );
  if (swallowed.length === 0) return `測れた${told.length}文とも、終わりまで声が届いています。`;
  return `${swallowed.join('、')}で、文の終わりの声が小さくなっています。最後の「です」「ます」まで息を残してみましょう。`;
}

/** The range of the voice's height, in what everybody knows from songs. */
export function melodyLine(melody: Melody | null): string {
  if (!melody) return 'この録音では測れませんでした。静かな場所で2秒以上話すと測れます。';
  const semitones = Math.round(melody.rangeSemitones);
  return `動いた幅は、およそ半音${semitones}個分です(1オクターブは12個分)。`;
}

/** What the chart of the pace shows, for those who do not see it. */
export function paceChartLabel(paces: readonly PhrasePace[]): string {
  const rates = paces.map(({ moraePerSecond }) => moraePerSecond);
  return `1秒あたり${formatRate(Math.min(...rates))}拍から${formatRate(Math.max(...rates))}拍。文ごとの速さは「一文ごとの時間」にあります。`;
}

/** How to read the chart of the pace. */
export function paceChartNote(meanRate: number): string {
  return `横は録音の時間、線はひと息に話したところです。点線は全体の平均(${formatRate(meanRate)}拍)、太い線は急ぎすぎたところです。`;
}

/** How many pauses, how long together, and the longest. */
export function pausesLine(count: number, totalMs: number, longestMs: number): string {
  return `${count}回、合わせて${formatSeconds(totalMs)}。いちばん長い間は${formatSeconds(longestMs)}です。`;
}

export const timingFailures: Record<TimingFailure['kind'], Message> = {
  undecodable: {
    title: 'この録音は、一文ごとに調べられませんでした',
    body: 'ブラウザが録音を読み取れませんでした。録音そのものは残っています。',
  },
  'worker-lost': {
    title: '一文ごとの時間を調べている途中で止まりました',
    body: 'メモリが足りないときに起こることがあります。ほかのタブを閉じて、もう一度お試しください。',
  },
  'timed-out': {
    title: '一文ごとの時間を調べるのに、時間がかかりすぎています',
    body: 'ほかの作業が終わってから、もう一度お試しください。',
  },
  cancelled: {
    title: '一文ごとの時間を調べるのをやめました',
    body: 'いつでも、もう一度調べられます。',
  },
  'no-recording': {
    title: '録音を読み出せませんでした',
    body: '録音がないと、一文ごとの時間は調べられません。',
  },
  'no-dictionary': {
    title: '読みの辞書を読み込めませんでした',
    body: '原稿の読みが分からないと、声と照らし合わせられません。通信を確かめて、もう一度お試しください。',
  },
};
