import type { PracticeSession } from '../domain/memorising/plan-sessions';
import type { RecallWay, Recollection, Rung } from '../domain/memorising/recall';
import type { WeakJoint } from '../domain/memorising/weak-joints';

/** On a step of the ladder, where it may break at U+200B, and in a sentence. */
export const rungNames: Record<Rung, { short: string; whole: string; lead: string }> = {
  script: {
    short: '全文',
    whole: '全文',
    lead: '声に出して、ゆっくり一度読みます。',
  },
  'bunsetsu-heads': {
    short: '文節',
    whole: '文節のあたま',
    lead: '文節のあたまの字だけを見て、続きを思い出します。',
  },
  'sentence-heads': {
    short: '文の\u200bあたま',
    whole: '文のあたま2文字',
    lead: '文のあたま2文字だけを見て、一文ずつ思い出します。',
  },
  'key-words': {
    short: 'キー\u200bワード',
    whole: 'キーワード',
    lead: 'キーワードだけを見て、自分の言葉のつもりで話します。',
  },
  title: {
    short: '題名',
    whole: '題名だけ',
    lead: '何も見ずに、はじめから終わりまで話します。',
  },
};

export const recollectionNames: Record<Recollection, string> = {
  recalled: '出てきた',
  partly: '一部',
  omitted: '抜けた',
};

const wayNames: Record<RecallWay, string> = { reading: '自分で確認', typing: '文字で', voice: '声で' };

export const memoriseText = {
  heading: (title: string) => `「${title}」を覚える`,
  lead: (budget: string, audience: string) => (audience ? `${budget}・${audience}` : budget),
  loading: '読み込んでいます…',
  emptyTitle: '覚える原稿がまだありません',
  emptyBody: '先に原稿を書くと、ここで少しずつ見るところを減らしながら覚えられます。',
  write: '原稿を書く',
  doorway: '本番前1分の画面',

  ladderLegend: '見る量',
  hiddenRest: '続き',
  sentenceNumber: (sentence: number) => `${sentence}文目`,
  peekSentence: (sentence: number) => `${sentence}文目をのぞく`,
  peekAll: '全文をのぞく',
  peeks: (count: number) =>
    count === 0 ? '長く押すとそのあいだだけ、短く押すと出したままになります' : `のぞいたのは${count}回`,
  part: (count: number) => `今日の分の${count}文だけを出しています。`,
  wholeAgain: '全部の文に戻す',
  chooseWords: 'キーワードを選びなおす',
  chooseWordsLead: '押すと、カードに出す・出さないを切り替えられます。',
  chooseWordsDone: '選びおわった',
  wordsByApp: 'おまかせに戻す',
  wordsOf: (sentence: number) => `${sentence}文目のキーワード`,
  analysing: '言葉を調べています…',
  readOnce: '読み終えた',
  remembered: '最後まで思い出してみた',
  typeBySentence: '一文ずつ打つ',
  typeAtOnce: 'まとめて打つ',
  sayIt: '声を録って確かめる',

  marksHeading: 'どこまで出てきましたか',
  marksLead: 'のぞいた文は「一部」にしてあります。ちがうところは選びなおしてください。',
  typedMarksLead: '言い換えは、まちがいではありません。ちがうと思うところは選びなおしてください。',
  markOf: (sentence: number) => `${sentence}文目は`,
  saidAloud: '声に出して言った',
  keep: 'この結果を残す',
  backToCard: '残さずに戻る',
  keptTitle: (recalled: number, of: number) => `${of}文のうち${recalled}文が出てきました`,
  nextRung: (rung: Rung) => `次は、ひとつ先の「${rungNames[rung].whole}」をためしてみましょう。`,
  rungBefore: (rung: Rung) => `「${rungNames[rung].whole}」に戻ると、楽に思い出せそうです。`,
  sameRung: 'もう一度やると、もっと楽に出てくるようになります。',
  topRung: '何も見ずに言えました。あとは間をあけて、ときどき確かめるだけです。',
  goToRung: (rung: Rung) => `「${rungNames[rung].whole}」へ`,
  again: 'もう一度',
  close: '閉じる',

  draftTitle: '打ちかけの文があります',
  draftResume: '続きを打つ',
  draftDrop: '片づける',
  typingHeading: '思い出して打つ',
  progress: (sentence: number, of: number) => `${of}文のうち${sentence}文目`,
  typedLabel: '思い出した文',
  typedPlaceholder: '漢字でもかなでも、読みが同じなら同じ言葉として見ます。',
  check: '答え合わせ',
  checkAll: 'まとめて答え合わせ',
  nextSentence: '次の文へ',
  toMarks: '結果を見る',
  leave: '途中でやめる(打った文は残ります)',
  verdicts: {
    recalled: '出てきました',
    partly: 'もう少しです',
    omitted: '今回は出てきませんでした',
  } satisfies Record<Recollection, string>,
  leftOut: '抜けたところ',
  reworded: '言い換え',
  rewordedAs: (script: string, said: string) => `「${script}」を「${said}」`,

  jointsHeading: '止まりやすいつなぎ目',
  jointsLead: '文と文のあいだだけを練習します。前の文の終わりを見て、次の出だしを思い出します。',
  noJoints: '止まったところはまだありません。一度でも思い出すと、つまずいたつなぎ目がここに並びます。',
  jointsAll: 'つなぎ目をひととおり練習する',
  jointsStart: (count: number) => `${count}か所を練習する`,
  jointReason: ({ stopped, asked }: WeakJoint) =>
    asked === 1 ? 'この前、ここで止まりました' : `${asked}回のうち${stopped}回、ここで止まりました`,
  jointHeading: (place: number, of: number) => `つなぎ目 ${place}/${of}`,
  opening: '(話しはじめ)',
  before: '前の文の終わり',
  nextBeginning: '次の出だしは?',
  reveal: '次の文を見る',
  came: '出てきた',
  stopped: '止まった',
  jointsDone: (came: number, of: number) => `${of}か所のうち${came}か所が、すぐに出てきました。`,
  end: 'やめる',

  planHeading: '本番までの練習',
  eventDate: '本番の日',
  planHint: '入れておくと、短い練習の日を、だんだん間をあけて割りふります。通知は出しません。',
  daysLeft: (days: number) => (days === 0 ? '今日が本番です' : `本番まであと${days}日`),
  eventPassed: '本番、おつかれさまでした。次の日が決まったら入れてください。',
  todayHeading: '今日の練習',
  due: (title: string, session: PracticeSession) => `今日の練習「${title}」: ${sessionName(session)}`,
  goLearn: '覚える',
  doneToday: '今日の分は済みました。',
  noneToday: '今日はお休みです。',
  next: (day: string) => `次は${day}です。`,
  allDone: '練習はここまでです。いってらっしゃい。',
  startToday: '今日の分をはじめる',
  later: 'これからの予定',
  more: (sessions: number) => `そのあと、本番の日までに${sessions}回あります。`,

  historyHeading: 'これまで',
  historyLine: (recalled: number, of: number) => `${of}文中${recalled}文`,
  historyNote: '見ずに、そのまま出てきた文の数です。',
  takeName: '練習する',
  howName: ({ way, rung }: { way: RecallWay; rung: Rung }) => `${rungNames[rung].whole}・${wayNames[way]}`,

  doorwayTitle: '本番前1分',
  first: '最初の一文',
  middle: 'あいだは',
  last: '最後の一文',
  breath: 'ひと呼吸',
  breathPhases: { in: '吸って', out: '吐いて' },
  breathHint: '4秒吸って、6秒吐く',
  start: (budget: string) => `${budget}を計る`,
  stop: '終わる',
  back: '戻る',
};

/** 通しで1回, or which sentences. */
export function sessionName({ scope, sentences }: PracticeSession): string {
  if (scope === 'whole') return '通しで1回';
  const numbers = sentences.map((index) => index + 1).join('・');
  return `はじめと結び${sentences.length > 2 ? '、止まりやすいところ' : ''}(${numbers}文目)`;
}

const dayFormat = new Intl.DateTimeFormat('ja-JP', {
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  timeZone: 'UTC',
});

/** 11月28日(土), from `YYYY-MM-DD`. */
export function formatDay(day: string): string {
  const parts = dayFormat.formatToParts(Date.parse(day));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('month')}月${part('day')}日(${part('weekday')})`;
}
