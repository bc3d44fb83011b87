import type { OwnWords, ScriptFinding } from '../domain/coaching/script-finding';
import type { Medium } from '../domain/pitch/pitch';
import { readFindingText } from './coaching-read';
import { formatDuration } from './format';
import { elementNames } from './vocabulary';

export const coachingText = {
  heading: '気づき',
  lead: '相手にとって大事な順に並べています。',
  none: 'いま気になるところはありません。声に出して練習してみましょう。',
  noneRead: 'いま気になるところはありません。',
  noneYet: '書きはじめると、ここに気づきが並びます。',
  more: (count: number) => `ほかの${count}件も見る`,
  fewer: '上の3件だけにする',
  dismiss: 'この気づきを外す',
  dismissOf: (title: string) => `この気づきを外す:「${title}」`,
  recall: (count: number) => `外した気づき${count}件を戻す`,
  goTo: 'ここを見る',
  pattern: 'こんな形で言えます',
  candidates: '外すとしたら、たとえば',
  candidateKeeps: '3つの要素は減りません',
  candidateLoses: (names: string) => `${names}がなくなります`,
};

export interface FindingWords {
  title: string;
  /** Why it matters to a listener, in one sentence. */
  reason: string;
  /** One way to go on. */
  next: string;
  /** A form to fill in with one's own words; never a sentence to recite. */
  pattern: string | null;
}

function missingElement(element: 'target' | 'feature' | 'benefit', own: OwnWords): FindingWords {
  const work = own.trade ?? own.offer ?? 'お仕事';
  const customer = own.customer ?? 'お客さま';
  switch (element) {
    case 'target':
      return {
        title: `${elementNames.target}がまだありません`,
        reason: 'だれのための話かが分かると、聞き手は自分や知り合いの顔を思い浮かべられます。',
        next: `「${work}」で、いちばん喜んでくださったのは、どんな方でしたか。年代、お仕事、困っていたことを思い出してみてください。`,
        pattern: '＿＿＿＿(困りごと)で悩んでいる、＿＿＿＿(年代・お仕事)の方',
      };
    case 'feature':
      return {
        title: `${elementNames.feature}がまだありません`,
        reason: '何をどうするのかが分からないと、紹介したくても紹介できません。',
        next: own.trade
          ? `ほかの「${own.trade}」と比べて、していること、しないことは何ですか。時間、回数、人数など、数字でも言えます。`
          : 'ほかと比べて、していること、しないことは何ですか。時間、回数、人数など、数字でも言えます。',
        pattern: 'うちでは＿＿＿＿はしません。その代わり＿＿＿＿します',
      };
    case 'benefit':
      return {
        title: `${elementNames.benefit}がまだありません`,
        reason: '聞き手が知りたいのは、頼んだあとにどうなるかです。',
        next: own.offer
          ? `「${own.offer}」のあと、${customer}の一日は、どこが変わりましたか。減ったもの、戻ってきたもの、言われてうれしかった言葉を思い出してみてください。`
          : `頼んだあと、${customer}の一日は、どこが変わりましたか。減ったもの、戻ってきたもの、言われてうれしかった言葉を思い出してみてください。`,
        pattern: `${customer}が、＿＿＿＿しなくてすみ、＿＿＿＿できるようになります`,
      };
  }
}

/** A finding in words. `words` are those of the script that it is about, empty where it is about no place. */
export function scriptFindingText(finding: ScriptFinding, words: string, medium: Medium): FindingWords {
  const spoken = spokenFindingText(finding, words);
  return medium === 'written' ? { ...spoken, ...readFindingText(finding, words) } : spoken;
}

function spokenFindingText(finding: ScriptFinding, words: string): FindingWords {
  switch (finding.kind) {
    case 'missing-element':
      return missingElement(finding.element, finding.own);
    case 'over-time':
      return {
        title: `${formatDuration(finding.overMs)}ほど超えそうです`,
        reason: '時間を過ぎた話は、聞き手がいちばん気にします。',
        next: '足すより、一文外すほうが伝わります。どれを外すかは、下の秒数と要素を見てお選びください。',
        pattern: null,
      };
    case 'over-characters':
      return {
        title: `目標より${finding.over}字多めです`,
        reason: '長い文章は、途中で読むのをやめられがちです。',
        next: '足すより、一文外すほうが伝わります。どれを外すかは、文字数と要素を見ながら選べます。',
        pattern: null,
      };
    case 'under-time':
      return {
        title: `あと${formatDuration(finding.underMs)}ほど話せます`,
        reason: '余った時間は、聞き手が質問したくなる話に使えます。',
        next: '最近のお客さまの一場面を、場所や言葉つきで一つ足してみてください。ゆっくり話すために残しておくのも良い使いかたです。',
        pattern: null,
      };
    case 'hard-sell':
      return {
        title: '売り込みに聞こえるかもしれません',
        reason: '初対面で決断を求められると、聞き手は身構えます。',
        next: `「${words}」の代わりに、相手のためにできることを一つ伝えてみてください。`,
        pattern: '＿＿＿＿でお困りのときは、＿＿＿＿だけでもお話しできます',
      };
    case 'vague-referral':
      return {
        title: 'だれを紹介してほしいかが、まだ広いようです',
        reason: '一人の顔が浮かぶくらい狭いほうが、紹介は起こります。',
        next: 'ご紹介いただきたい方の、お仕事と、いま困っていることを入れてみてください。',
        pattern: '＿＿＿＿のお仕事で、＿＿＿＿に困っている方がいらっしゃいましたら',
      };
    case 'no-opening':
      return {
        title: '終わりに、話しかけるきっかけがありません',
        reason: '1分は、このあとの会話を始めるための時間です。',
        next: '問いかけ、会いたい人の具体的な姿、続きを聞きたくなる話のどれかで終えてみてください。',
        pattern: '皆さんのまわりに、＿＿＿＿な方はいらっしゃいませんか',
      };
    case 'name-missing':
      return {
        title: 'お名前が見つかりません',
        reason: '話が良くても、名前が残らないと思い出してもらえません。',
        next: 'はじめか終わりに、お名前をゆっくり言う一文を入れてみてください。',
        pattern: '＿＿＿＿(お仕事)の、＿＿＿＿(お名前)と申します',
      };
    case 'name-buried':
      return {
        title: 'お名前が、話の途中に出てきます',
        reason: '聞き手が覚えやすいのは、はじめの3文と終わりの2文です。',
        next: 'この一文をはじめのほうへ移すか、終わりにもう一度お名前を言ってみてください。',
        pattern: null,
      };
    case 'trade-missing':
      return {
        title: 'お仕事が何か、まだ伝わっていません',
        reason: '職業や業種が分かると、残りの話が頭に入ります。',
        next: 'お名前の前に、お仕事をひとことで入れてみてください。',
        pattern: '＿＿＿＿をしている、＿＿＿＿です',
      };
    case 'self-centred':
      return {
        title: `ご自分の話が${formatDuration(finding.selfMs)}、お客さまの話が${formatDuration(finding.customerMs)}です`,
        reason: '自分のことばかりの話は、聞き手が次に気にするところです。',
        next: 'ご自分の経歴を一文減らして、そのぶんお客さまの変化を一文足してみてください。',
        pattern: null,
      };
    case 'long-sentence':
      return {
        title: `ひと息で言えない長さです(約${formatDuration(finding.durationMs)})`,
        reason: '長い文は、聞いているうちに始まりを忘れられてしまいます。',
        next: '「〜て、」「〜ので、」「〜が、」のところで、いちど「。」にしてみてください。',
        pattern: null,
      };
    case 'unexplained-acronym':
      return {
        title: `「${words}」は、耳では伝わりにくいかもしれません`,
        reason: '知らない略語が出ると、聞き手はそこで立ち止まります。',
        next: 'ふだんの言葉に言いかえるか、ひとこと説明を添えてみてください。',
        pattern: `${words}、つまり＿＿＿＿`,
      };
    case 'homophone':
      return {
        title: `「${words}」は「${finding.heardAs}」にも聞こえます`,
        reason: '同じ音の言葉は、漢字が見えないと区別できません。',
        next: '別の言いかたにするか、説明をひとこと添えてみてください。',
        pattern: null,
      };
    case 'kanji-run':
      return {
        title: '漢字が続いて、切れ目が聞き取りにくいところです',
        reason: '目で読めば分かる言葉も、耳では一度に入りません。',
        next: `「${words}」を「の」や「を」で区切って言いかえてみてください。`,
        pattern: null,
      };
    case 'tongue-twister':
      return {
        title: '舌がもつれやすいところです',
        reason: '本番でつかえると、そのあとの言葉まで飛びやすくなります。',
        next: `「${words}」を3回声に出してみて、言いにくければ言いかえてください。`,
        pattern: null,
      };
    case 'same-endings':
      return {
        title: `「〜${finding.ending}」が${finding.sentences}文続いています`,
        reason: '同じ終わりかたが続くと、読み上げているように聞こえます。',
        next: '一文だけ、問いかけや「〜んです」「〜ません」に変えてみてください。',
        pattern: null,
      };
    case 'wordy':
      return {
        title: 'もう少し短く言えます',
        reason: '短い言いかたのほうが、言葉に力が出ます。',
        next: `「${words}」は「${finding.better}」でも伝わります。`,
        pattern: null,
      };
    case 'double-honorific':
      return {
        title: '敬語が重なっています',
        reason: 'ていねいにしたつもりでも、くどく聞こえることがあります。',
        next: `「${words}」は「${finding.better}」で十分ていねいです。`,
        pattern: null,
      };
  }
}
