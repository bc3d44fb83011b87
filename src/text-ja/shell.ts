import type { NoticeContent } from '../domain/notice/notice';
import { storageMessage } from './storage-messages';

export const shellText = {
  name: '一分',
  tagline: '1分間自己紹介の練習帳',
  skip: '本文へ移動',
  mainNavigation: 'おもな画面',
  library: '使い分ける',
  write: '書く',
  memorise: '覚える',
  rehearse: '練習する',
  review: '振り返る',
  settings: '設定',
  loading: '読み込んでいます…',
  notFoundTitle: 'このページは見つかりません',
  notFoundBody: 'アドレスが違うか、削除されたパターンのようです。一覧からお選びください。',
  backToLibrary: '一覧へ戻る',
  onlyReadTitle: '読んでもらう文章です',
  onlyReadBody:
    '声に出す練習は、このパターンにはありません。話すことになったら、書く画面の「聞き手・持ち時間を変える」で「話す」を選んでください。原稿はそのまま使えます。',
  toScript: '原稿を開く',
  undo: '元に戻す',
  dismiss: '知らせを閉じる',
  notices: 'お知らせ',
  brokenTitle: '画面の表示に失敗しました',
  brokenBody: '書いた文章と記録は、この端末に残っています。読み込み直してみてください。',
  reload: '読み込み直す',
  memoryOnlyTitle: 'このブラウザでは保存できません',
  updateReady: '新しい版があります',
  update: '新しい版にする',
};

export function noticeText(content: NoticeContent): string {
  switch (content.kind) {
    case 'pitch-deleted':
      return `「${content.title}」を削除しました。`;
    case 'variant-deleted':
      return `パターン「${content.title}」を削除しました。`;
    case 'take-deleted':
      return 'テイクを削除しました。';
    case 'recording-deleted':
      return '録音を削除しました。時間と振り返りは残っています。';
    case 'take-discarded':
      return 'いまのテイクを捨てました。';
    case 'take-recovered':
      return `「${content.variantTitle}」の途中で終わった練習を、テイクとして残しました。`;
    case 'occasion-removed':
      return `場面「${content.name}」を一覧から外しました。`;
    case 'occasions-reset':
      return '場面をはじめの一覧に戻しました。';
    case 'revision-restored':
      return '前の原稿に戻しました。それまでの原稿も、これまでの原稿に残っています。';
    case 'copied':
      return '原稿をコピーしました。';
    case 'copy-failed':
      return 'コピーできませんでした。原稿を選んで、手でコピーしてください。';
    case 'storage-failed': {
      const message = storageMessage(content.error);
      return `${message.title}。${message.body}`;
    }
    case 'unreadable-rows':
      return `読み取れない記録が${content.count}件ありました。消さずに残してあります。`;
  }
}
