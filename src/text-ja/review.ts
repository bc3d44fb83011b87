import type { SentenceStatus } from '../domain/alignment/judge-sentences';
import type { Element } from '../domain/coverage/element';
import type { Hearing } from '../domain/rehearsal/take-log';
import type { ElementReview } from '../domain/review/judge-elements';
import type { PaceBasis, PaceReview } from '../domain/review/judge-pace';
import type { Cut, Finding } from '../domain/review/next-step';
import { formatBudget, formatDuration, formatRate } from './format';
import { elementNames, elementPrompts, prompterNames } from './vocabulary';

export const reviewText = {
  heading: 'テイクを振り返る',
  progressHeading: (title: string) => `「${title}」を振り返る`,
  allTakes: 'すべてのテイク',
  again: 'もう一度練習する',
  rewrite: '原稿を直す',
  tailor: 'パターンを作る',
  delete: 'このテイクを削除',
  deleteOf: (date: string) => `${date}のテイクを削除`,
  budget: '持ち時間',
  timeHeading: '時間',
  timeTyped: '声に出したときの目安',
  ofBudget: (budget: string) => `持ち時間 ${budget}`,
  over: (difference: string) => `${difference}超えました`,
  within: '時間どおりです',
  under: (difference: string) => `${difference}余りました`,
  nextHeading: '次の一歩',
  nextWaiting: '録音の声を確かめてから、ひとつだけお伝えします…',
  paceHeading: '話す速さ',
  charactersPerMinute: '1分あたり(句読点と間を含む)',
  characters: (rate: string) => `${rate}字`,
  speechRate: '1秒あたり(間を含む)',
  articulationRate: '1秒あたり(間を除く)',
  morae: (rate: string) => `${rate}拍`,
  paceOf: {
    sound: '声に出た原稿の文を、録音の声から測っています。',
    heard: '聞き取れた言葉から出しています。',
    script: '原稿をすべて話したものとして出しています。',
  } satisfies Record<PaceBasis, string>,
  paceScale: '聞きやすいのは、間を含めて1秒に5.5〜8拍です。',
  typedHeading: '打った文章',
  typedElapsed: '打つのにかかった時間',
  typedAmount: '打った文字',
  typedRate: (rate: string) => `1分に${rate}字`,
  typedCharacters: (count: string) => `${count}字`,
  elementsHeading: '伝えた要素',
  recordingHeading: '録音',
  noRecording: 'このテイクには録音がありません。',
  recordingLoading: '録音を読み込んでいます…',
  recordingBroken: 'この録音は再生できませんでした。ファイルには残っています。',
  play: '再生',
  pausePlayback: '一時停止',
  playbackRate: '再生の速さ',
  playbackRateOf: (rate: number) => `${rate}倍`,
  saveRecording: '録音を保存',
  deleteRecording: '録音だけ削除',
  recordingPosition: '再生の位置',
  contentHeading: '原稿とのつき合わせ',
  lostToDevice: '聞き取りの途切れ',
  contentBySound: '言いまわしまで確かめたいときは、話した文に印をつけるか、話した言葉を打ち込んでください。',
  contentUnknown: {
    'no-words':
      '言葉の聞き取りをしていないので、何を話したかまでは分かりません。話した文に印をつけるか、話した言葉を打ち込むと、つき合わせられます。',
    'nothing-heard':
      '言葉を聞き取れなかったので、何を話したかは分かりません。話した文に印をつけるか、話した言葉を打ち込むと、つき合わせられます。時間はそのまま使えます。',
    'empty-script': '原稿がないので、つき合わせはありません。',
  },
  recall: '話したことを記録する',
  recallAgain: '話したことの記録を直す',
  recallLegend: '記録のしかた',
  recallWays: { ticks: '話した文に印をつける', words: '話した言葉を打ち込む' },
  recallWords: '話した言葉(覚えているまま、漢字やかなは気にせずに)',
  recallPlay: '録音を聞く',
  recallDone: 'これでつき合わせる',
  recallForget: '記録を取り消す',
  recalledHeading: '自分で記録した言葉',
  hearAgain: (words: string) => `「${words}」を聞く`,
  fillers: (words: string, count: number) =>
    `聞き取れただけでも「${words}」が${count}回ありました。認識では省かれることが多いので、実際はもっと多いかもしれません。`,
  added: '原稿にない言葉',
  repeats: 'もう一度言った文',
  restarts: '言い直したところ',
  habits: 'くり返し出てきた言葉',
  habit: {
    word: (words: string, times: number) => `「${words}」が${times}回`,
    ending: (words: string, times: number) => `「〜${words}」が${times}回`,
  },
  transcriptHeading: '聞き取った言葉',
  noteHeading: '気づき',
  noteHint: '次に試したいことを、ひとつだけ書いておきましょう。',
  waiting: '振り返りを用意しています…',
  missingTitle: 'このテイクは見つかりません',
  missingBody: '削除されたか、アドレスが違うようです。',
  recovered: 'このテイクは、途中でページが閉じられたところまでの記録です。',
  microphoneLost: 'マイクとの接続が途中で切れています。',
  soundLost: '途中で、マイクの音が届いていないところがあります。そこは間や言い漏らしに数えていません。',
  recordingEnded: '録音は途中までです。時間は最後まで計れています。',
  hidden: '途中で画面がほかへ移っています。時間はそのまま計っています。',
  recogniserGaps: '聞き取りが途中で切れたところがあります。そこは言い漏らしに数えていません。',
  emptyTitle: 'まだテイクがありません',
  emptyBody: '一度、時間を計って話してみましょう。うまく話せなくても、最初の1回がものさしになります。',
  firstTake: '最初のテイクを始める',
  chartHeading: '時間の推移',
  chartLabel: (count: number) => `${count}回のテイクの時間。くわしくは下の表にあります。`,
  last: '前回',
  best: 'ベスト',
  takesCount: 'テイク',
  columns: {
    date: '日時',
    time: '時間',
    difference: '持ち時間との差',
    hearing: '練習のしかた',
    prompter: '見たもの',
    note: '気づき',
  },
  typedTime: (duration: string) => `${duration}(目安)`,
  omissionsHeading: 'よく言い漏らす文',
  omission: (omitted: number, heard: number) => `${heard}回のうち${omitted}回`,
  times: (count: number) => `${count}回`,
};

export const sentenceStatusNames: Record<SentenceStatus, string> = {
  said: '言えました',
  'said-partly': '一部だけ',
  omitted: '言い漏らし',
  moved: '順番を入れ替え',
  repeated: '二度言いました',
};

/** What became of an element; where it was left out, beside what the script has. */
export function elementDelivered(element: Element, review: ElementReview, hearing: Hearing): string {
  if (review.delivered === 'unknown')
    return review.inScript ? '原稿にあります(話したかは不明)' : '原稿にまだありません';
  if (review.delivered === 'said') {
    if (review.by === 'sound') return '声に出ています';
    return review.by === 'own-words' ? '自分の言葉で伝わりました' : '伝わりました';
  }
  if (!review.inScript) return '原稿にまだありません';
  if (review.by === 'sound') return `原稿には${elementNames[element]}があるのに、声に出ていないようです`;
  return hearing === 'typed'
    ? `原稿には${elementNames[element]}があるのに、打った文章にはありません`
    : `原稿には${elementNames[element]}があるのに、声には出ていません`;
}

const paceUnknown: Record<Extract<PaceReview, { kind: 'unknown' }>['reason'], string> = {
  typed: '打った練習なので、話す速さはありません。',
  'too-short': 'テイクが短いので、話す速さは出せません。',
  'script-not-whole': '原稿をすべて話したかが分からないので、話す速さは出していません。',
  'device-gaps': '聞き取りが途切れたので、話す速さは出していません。',
  'empty-script': '原稿がないので、話す速さは出せません。',
};

export function paceUnknownText(pace: Extract<PaceReview, { kind: 'unknown' }>): string {
  return paceUnknown[pace.reason];
}

const quote = (sentence: string | undefined): string => {
  const text = (sentence ?? '').trim();
  return `「${text.length > 30 ? `${text.slice(0, 29)}…` : text}」`;
};

const repetition = (
  { sentence, savesMs }: { sentence: number; savesMs: number },
  sentences: readonly string[],
): string =>
  `${quote(sentences[sentence])}を二度言いました。一度だけなら、約${formatDuration(savesMs)}短くなります。`;

function cutText(cut: Cut, sentences: readonly string[]): string {
  if (cut.because === 'said-twice') return repetition(cut, sentences);
  return `${quote(sentences[cut.sentence])}を外すと、約${formatDuration(cut.savesMs)}短くなります。${
    cut.because === 'no-element'
      ? '3つの要素は減りません。'
      : `${cut.elements.map((element) => elementNames[element]).join('と')}は、ほかの文でも伝わっています。`
  }`;
}

/** One observation and one suggestion, with its evidence in words. `sentences` are those of the script. */
export function findingText(finding: Finding, sentences: readonly string[]): { title: string; body: string } {
  switch (finding.kind) {
    case 'ended-early':
      return {
        title: 'まずは最後まで話してみましょう',
        body: `${formatDuration(finding.timeMs)}で終わっています。つかえても止めずに、終わりの一文まで進むのがこつです。`,
      };
    case 'over-time':
      return {
        title: `${formatDuration(finding.overMs)}超えました。${
          finding.cut?.because === 'said-twice' ? '一度ずつ話してみましょう' : '一文減らしてみましょう'
        }`,
        body: finding.cut
          ? cutText(finding.cut, sentences)
          : '話が終わらないことが、聞き手にはいちばん気になります。なくても伝わる一文を探してみましょう。',
      };
    case 'element-missing-in-script':
      return {
        title: `原稿に${elementNames[finding.element]}を足しましょう`,
        body: elementPrompts[finding.element],
      };
    case 'element-not-said':
      return {
        title: `${elementNames[finding.element]}の一文を声に出しましょう`,
        body: `原稿の${quote(sentences[finding.sentence])}が、このテイクでは${
          finding.by === 'sound' ? '聞き取れませんでした' : '出てきませんでした'
        }。この一文だけ3回声に出してから、もう一度。`,
      };
    case 'sentence-omitted':
      return {
        title: finding.by === 'sound' ? '抜けた一文があるようです' : '抜けた一文があります',
        body: `${quote(sentences[finding.sentence])}が${finding.by === 'sound' ? '聞き取れませんでした' : '抜けました'}${
          finding.ofTakes > 1 ? `(${finding.ofTakes}回のうち${finding.inTakes}回)` : ''
        }。前の文とつなげて、2文だけ練習してみましょう。`,
      };
    case 'sentence-repeated':
      return {
        title: '言いなおさずに進んでみましょう',
        body: `${repetition(finding, sentences)}つかえたときは、次の文の頭だけ思い出して先へ進むのがこつです。`,
      };
    case 'under-time':
      return {
        title: `あと${formatDuration(finding.underMs)}話せます`,
        body: 'お客さまの変化がわかる実例を一つ足すと、聞き手が質問しやすくなります。間をゆっくり取るのも良い使いかたです。',
      };
    case 'too-fast':
      return {
        title: '文の終わりで、ひと息置きましょう',
        body: `1秒に${formatRate(finding.moraePerSecond)}拍でした。${finding.limit}拍を超えると聞き取りにくくなります。「。」のところで心の中で「いち」と数えてみてください。`,
      };
    case 'too-slow':
      return {
        title: '少しだけテンポを上げましょう',
        body: `1秒に${formatRate(finding.moraePerSecond)}拍でした。${finding.limit}拍より遅いと、間のびして聞こえることがあります。`,
      };
    case 'try-aloud':
      return {
        title: '次は声に出してみましょう',
        body: `打った内容は、話すと約${formatDuration(finding.sayingMs)}です。持ち時間は${formatDuration(finding.budgetMs)}です。`,
      };
    case 'once-more':
      return {
        title: '良いテイクです。もう一度、同じように',
        body: `時間どおりに話せました。続けて${finding.needed}回できたら、見るものを減らしましょう。`,
      };
    case 'less-in-view':
      return {
        title: `次は「${prompterNames[finding.to]}」で`,
        body: '続けて時間どおりに話せています。原稿から目を離すほど、聞き手の顔が見えるようになります。',
      };
    case 'shorter-budget':
      return {
        title: `${formatBudget(finding.to)}の版も作ってみましょう`,
        body: `何も見ずに${formatBudget(finding.from)}で話せています。短い版があると、名刺交換でも困りません。`,
      };
    case 'another-variant':
      return {
        title: '別の聞き手に向けた版を作ってみましょう',
        body: 'このパターンは身についています。聞き手を変えると、伝わる言葉も変わります。',
      };
  }
}
