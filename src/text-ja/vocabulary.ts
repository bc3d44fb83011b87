import type { Element } from '../domain/coverage/element';
import type { Hearing, Prompter } from '../domain/rehearsal/take-log';

export const elementNames: Record<Element, string> = {
  target: 'ターゲット',
  feature: '特徴',
  benefit: 'ベネフィット',
};

export const elementQuestions: Record<Element, string> = {
  target: 'だれのための仕事か',
  feature: '何を、どうするのか。ほかとの違い',
  benefit: 'お客さまがどうなるか',
};

/** What to ask oneself where an element is missing. */
export const elementPrompts: Record<Element, string> = {
  target: 'いちばん来てほしいお客さまは、どんな方ですか。年代、お仕事、困りごとを入れてみましょう。',
  feature: 'ほかのお店と違うところは何ですか。やり方、速さ、実績、しないことも特徴になります。',
  benefit: '頼んだあと、お客さまの毎日はどう変わりますか。減るもの、戻ってくるものを思い出してみましょう。',
};

export const hearingNames: Record<Hearing, string> = {
  'audio-only': '声で(録音とタイマー)',
  'audio-and-words': '声で(言葉も聞き取る)',
  'clock-only': 'タイマーだけ',
  typed: '文字で打つ',
};

export const hearingDescriptions: Record<Hearing, string> = {
  'audio-only': 'マイクで声を確かめながら話します。録音はこの端末の中だけに残ります。',
  'audio-and-words': 'ブラウザの音声認識で、何を話したかまで振り返ります。',
  'clock-only': 'マイクを使わず、時間だけ計ります。人前や電車の中でも。',
  typed: '覚えているかどうかを、打って確かめます。声を出せない場所で。',
};

export const hearingShortNames: Record<Hearing, string> = {
  'audio-only': '声',
  'audio-and-words': '声と言葉',
  'clock-only': 'タイマー',
  typed: '文字',
};

export const prompterNames: Record<Prompter, string> = {
  script: '原稿をぜんぶ見る',
  'sentence-heads': '文の出だしだけ',
  'key-words': 'キーワードだけ',
  nothing: '何も見ない',
};

export const clockText = { timer: '残り時間', remaining: '残り', over: '超過' };
