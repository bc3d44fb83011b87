import type { Theme } from '../domain/settings/settings';
import { formatBytes, formatDate } from './format';

export const settingsText = {
  heading: '設定',
  keepingHeading: '保存と書き出し',
  keepingLead:
    '文章、テイク、録音は、この端末のこのブラウザの中だけに保存しています。外へ送ることはありません。',
  amounts: (pitches: number, variants: number, takes: number) =>
    `ピッチ${pitches}件、パターン${variants}件、テイク${takes}件`,
  usage: (used: number, quota: number | null) =>
    `使っている容量 ${formatBytes(used)}${quota === null ? '' : `(使える容量 約${formatBytes(quota)})`}`,
  persisted: 'ブラウザが勝手に消さない設定になっています。',
  notPersisted: '長く使わないと、ブラウザが自動で消すことがあります。ときどき書き出しておくと安心です。',
  askPersistence: '消えにくくする',
  persistenceRefused: 'ブラウザが認めませんでした。ホーム画面に追加するか、書き出しておくと安心です。',
  lastBackup: (epochMs: number) => `最後に書き出した日:${formatDate(epochMs)}`,
  noBackup: 'まだ書き出していません。',
  export: 'すべて書き出す',
  exporting: (percent: string) => `書き出しています ${percent}`,
  exportFileName: (date: string) => `ippun-${date}.jsonl`,
  leftOut: (count: number) => `読み取れない記録${count}件は、書き出しに入っていません。`,
  import: '書き出したファイルを読み込む',
  importing: (percent: string) => `読み込んでいます ${percent}`,
  importTitle: 'ファイルの内容を確かめました',
  importCounts: (date: string, pitches: number, variants: number, takes: number) =>
    `${date}に書き出されたファイルです。ピッチ${pitches}件、パターン${variants}件、テイク${takes}件が入っています。`,
  importAdd: 'いまの内容に足す',
  importAddHint: 'いまあるものは変わりません。中身の違うパターンは、別のパターンとして足されます。',
  importReplace: 'いまの内容と入れ替える',
  importReplaceHint: 'いまあるものはすべて消え、ファイルの内容だけになります。',
  importReplaceConfirm: '入れ替えると、いまの内容は元に戻せません。先に書き出しておくことをおすすめします。',
  importReplaceYes: '入れ替える',
  importDone: (added: number, copied: number, same: number) =>
    `読み込みました。新しく足した記録${added}件、別のパターンにした原稿${copied}件、同じだった記録${same}件です。`,
  close: '閉じる',
  cancel: 'やめる',
  deletedHeading: '最近削除したもの',
  deletedLead: '30日のあいだ、ここから戻せます。',
  restore: '戻す',
  nothingDeleted: '削除したものはありません。',
  removeHeading: 'すべて消す',
  removeLead: '文章、テイク、録音、設定を、この端末からすべて消します。元に戻せません。',
  remove: 'すべて消す…',
  removeConfirm: '本当にすべて消しますか。元に戻せません。',
  removeYes: 'すべて消す',
  rehearsalHeading: '練習',
  recordAudio: '声の練習を録音する',
  recordAudioHint: '録音はこの端末の中だけに残ります。',
  recognition: '言葉の聞き取り(ブラウザの音声認識)を使う',
  recognitionHint:
    '使うあいだ、声がブラウザの会社のサーバーに送られることがあります。切っておくと、送られることはありません。',
  marks: '時計のしるし(秒)',
  marksHint: '「30、50、60」のように区切って書きます。その秒になると、音を出さずに時計が光ります。',
  marksInvalid: '1から1800までの数を、「、」で区切って書いてください。',
  writingHeading: '原稿',
  targetMin: '1分の目標文字数(少ないほう)',
  targetMax: '1分の目標文字数(多いほう)',
  targetHint:
    '自己紹介では1分300〜350字とする話しかたの本が多く、ニュースは約300字、早口で400字です。ご自分の速さに合わせて変えられます。',
  targetInvalid: '100から600までの数で、少ないほうを先にしてください。',
  readingsHeading: '読みかた',
  readingsLead: 'お名前や店名など、読みかたを登録すると、どのパターンでも時間の目安に使います。',
  readingSurface: '言葉',
  readingKana: '読み(カタカナかひらがな)',
  readingAdd: '登録する',
  readingInvalid: '言葉と、かなの読みを入れてください。',
  readingRemove: (surface: string) => `「${surface}」の読みを消す`,
  lookHeading: '見た目',
  offlineReady: '電波がなくても使えます。',
  offlineNotReady: '最初の準備が終わると、電波がなくても使えるようになります。',
  aboutHeading: 'このアプリについて',
  aboutBody:
    '一分は、1分間の自己紹介を書いて、練習して、振り返るための練習帳です。形態素の辞書に kuromoji と IPADIC を使っています。',
  notice: 'ライセンスの表示',
};

export const themeNames: Record<Theme, string> = {
  system: '端末に合わせる',
  light: '明るい',
  dark: '暗い',
};
