import type { SoundCheck } from '../domain/delivery/voice-activity';
import type { Message } from './storage-messages';

export const rehearseText = {
  heading: (title: string) => `「${title}」を練習する`,
  hearingLegend: '練習のしかた',
  prompterLegend: '話しているあいだ、画面に出すもの',
  recognitionUnsupported: 'このブラウザには、言葉を聞き取る機能がありません。',
  recognitionOnlyScript: '原稿がまだないので、時間だけ計ります。',
  checkMicrophone: 'マイクを確かめる',
  start: 'はじめる',
  startTyping: '打ちはじめる',
  retryMicrophone: 'マイクをもう一度ためす',
  clockOnlyInstead: 'タイマーだけで始める',
  typedInstead: '文字で打って練習する',
  opening: 'マイクを開いています。許可を求められたら「許可」を選んでください。',
  startCountdown: '3つ数えて始める',
  startAnyway: 'このまま始める',
  cancel: 'やめる',
  level: 'マイクの音の大きさ',
  paused: '一時停止中',
  pause: '一時停止',
  resume: '再開する',
  stop: '終わる',
  discard: '捨てる',
  finishing: 'テイクを保存しています…',
  backToPlace: 'いまのところへ',
  peek: '原稿をのぞく',
  wayNames: {
    device: '言葉は、この端末の中で聞き取っています',
    cloud: '言葉は、ブラウザの会社のサービスで聞き取っています',
  },
  wordsOnly: '言葉を聞き取っています(録音なし)',
  notTogetherTitle: 'この端末では、録音と言葉の聞き取りを同時にできません',
  notTogetherBody:
    'Android では、マイクを使えるのが一度にひとつだけだからです。声を聞き返したいときは「録音とタイマー」を、何を言えたかを確かめたいときは「言葉も聞き取る」(録音なし)をお選びください。',
  heard: '声が届いています',
  silent: '声を待っています',
  withoutMicrophone: 'マイクなしで計っています',
  typedLabel: '打つところ',
  typedPlaceholder: '話すとおりに打ってみましょう。打ち間違いは気にしなくて大丈夫です。',
  keyHint: 'スペースキーで一時停止と再開ができます。',
  titleOnly: '思い出しながら話してみましょう',
  consentTitle: '言葉の聞き取りについて',
  consentBody: [
    '言葉の聞き取りには、お使いのブラウザの音声認識を使います。',
    '多くのブラウザでは、そのあいだの声がブラウザの会社(Google、Apple、Microsoft など)のサーバーに送られ、文字になって戻ります。',
    '「一分」が声や文章を受け取ることはありません。録音と文字はこの端末の中だけに残ります。',
    'あとから設定で、いつでもやめられます。',
  ],
  consentCanStay:
    'このブラウザは、声を送らずに端末の中で聞き取ることもできます。設定の「練習」で準備してからお使いください。',
  consentAgree: 'わかりました。使います',
  consentDecline: '使わずに、録音とタイマーで練習する',
  countdown: (remaining: number) => `${remaining}`,
};

/** The sound of a take lets the person down while the clock goes on. */
export const soundTroubles = {
  'not-recorded': {
    title: '録音はできていません',
    body: 'このブラウザの録音の形式に対応していません。時間は計れています。',
  },
  'recording-ended': {
    title: '録音が途中で止まりました',
    body: 'ここまでの録音は残っています。時間はこのまま計り続けます。',
  },
  'microphone-muted': {
    title: 'マイクの音が届いていません',
    body: 'マイクの消音スイッチや、マイクを使うほかのアプリをご確認ください。時間はこのまま計り続けます。',
  },
} satisfies Record<string, Message>;

export const soundCheckText: Record<SoundCheck, string> = {
  'no-sound': 'マイクから音が届いていません。マイクの電源や、消音になっていないかをご確認ください。',
  'nothing-heard': '何か話してみてください。「こんにちは」だけでも大丈夫です。',
  good: '聞こえています',
  'too-quiet': '声が小さく届いています。マイクに近づいてみてください。',
  'too-noisy': 'まわりの音が大きいようです。静かな場所か、イヤホンのマイクがおすすめです。',
  clipped: '音が大きすぎて割れています。マイクから少し離れてみてください。',
};
