import type { DictionaryStatus, TokenizerError } from '../domain/analysis/dictionary-status';
import type { MicrophoneError } from '../domain/rehearsal/microphone-error';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { BackupError } from '../domain/storage/backup-error';
import { formatBytes, formatPercent } from './format';
import type { Message } from './storage-messages';

export const microphoneMessages: Record<MicrophoneError, Message> = {
  'permission-denied': {
    title: 'マイクの使用が許可されていません',
    body: 'アドレス欄の左のマークから、マイクを「許可」に変えてください。タイマーだけ、文字で打つ練習なら、いますぐ始められます。',
  },
  'no-device': {
    title: 'マイクが見つかりません',
    body: 'マイクやイヤホンをつないでから、もう一度お試しください。タイマーだけの練習なら、いますぐ始められます。',
  },
  'device-busy': {
    title: 'マイクがほかのアプリで使われています',
    body: '通話アプリなどを閉じてから、もう一度お試しください。タイマーだけの練習なら、いますぐ始められます。',
  },
  'insecure-context': {
    title: 'この開き方では、マイクを使えません',
    body: '「https」で始まるアドレスで開くと、マイクを使えます。タイマーだけ、文字で打つ練習はこのままできます。',
  },
  unsupported: {
    title: 'このブラウザではマイクを使えません',
    body: 'Chrome、Edge、Safari、Firefox の新しい版でお試しください。タイマーだけ、文字で打つ練習はこのままできます。',
  },
  lost: {
    title: 'マイクとの接続が切れました',
    body: 'ここまでの録音は残っています。時間はこのまま計り続けます。',
  },
};

const recognitionStopped = '時間と録音はそのまま続いています。';

export const recognitionMessages: Record<RecognitionError, Message> = {
  'no-speech': {
    title: '声が聞き取れませんでした',
    body: `マイクに近づいてみてください。${recognitionStopped}`,
  },
  aborted: { title: '聞き取りが途中で止まりました', body: recognitionStopped },
  'audio-capture': {
    title: '聞き取りがマイクを使えませんでした',
    body: `ほかのアプリがマイクを使っていないか、ご確認ください。${recognitionStopped}`,
  },
  network: {
    title: '聞き取りのサービスにつながりません',
    body: `マイクの許可の問題ではありません。このブラウザでは言葉の聞き取りを使えないようです。${recognitionStopped}`,
  },
  'not-allowed': {
    title: '聞き取りが許可されていません',
    body: `ブラウザの設定で音声認識を許可すると使えます。${recognitionStopped}`,
  },
  'service-not-allowed': {
    title: 'このブラウザでは聞き取りのサービスを使えません',
    body: `Chrome か Edge、または Safari でお試しください。${recognitionStopped}`,
  },
  'language-not-supported': {
    title: '日本語の聞き取りに対応していません',
    body: `このブラウザでは日本語を聞き取れません。${recognitionStopped}`,
  },
  'phrases-not-supported': { title: '聞き取りが途中で止まりました', body: recognitionStopped },
  'bad-grammar': { title: '聞き取りが途中で止まりました', body: recognitionStopped },
  unsupported: {
    title: 'このブラウザには聞き取りの機能がありません',
    body: '録音とタイマーで練習できます。',
  },
  'not-on-device': {
    title: 'この端末の中だけでは、日本語を聞き取れません',
    body: '声は、どこにも送っていません。設定の「練習」で、端末内の聞き取りを準備できるか確かめられます。',
  },
  'no-backend': {
    title: '聞き取りから返事がありません',
    body: `このブラウザでは言葉の聞き取りを使えないようです。${recognitionStopped}`,
  },
};

export function tokenizerMessage(error: TokenizerError): Message {
  if (error.kind === 'dictionary-unreachable') {
    const offline = error.reason === 'network';
    return {
      title: '辞書を読み込めませんでした',
      body: offline
        ? '電波の届くところで、もう一度お試しください。文字数はこのまま数えられます。'
        : '少し待って、もう一度お試しください。文字数はこのまま数えられます。',
    };
  }
  return {
    title: '文章の確認が途中で止まりました',
    body: 'もう一度お試しください。文字数はこのまま数えられます。',
  };
}

export const dictionaryRetry = 'もう一度読み込む';

export function dictionaryProgress(status: Extract<DictionaryStatus, { kind: 'loading' }>): string {
  const ratio = status.totalBytes > 0 ? status.loadedBytes / status.totalBytes : 0;
  return `辞書を準備しています ${formatPercent(ratio)}(${formatBytes(status.totalBytes)})`;
}

const backupTitles: Record<BackupError['kind'], string> = {
  'file-unreadable': 'ファイルを読み取れませんでした',
  'not-a-backup': '「一分」の書き出しファイルではありません',
  'newer-backup': '新しい版の「一分」で書き出されたファイルです',
  'too-large': 'ファイルが大きすぎます',
  'line-too-long': 'ファイルの中身が正しくありません',
  'invalid-utf-8': 'ファイルの文字が壊れています',
  'invalid-json': 'ファイルの中身が壊れています',
  'forbidden-content': 'ファイルに、あるはずのない内容が含まれています',
  'invalid-row': 'ファイルに、読み取れない記録があります',
  'duplicate-id': 'ファイルに、同じ記録が二度出てきます',
  'missing-parent': 'ファイルの記録どうしのつながりが合いません',
  truncated: 'ファイルが途中で切れています',
  damaged: 'ファイルが壊れています',
  'content-after-end': 'ファイルの終わりに余分な内容があります',
};

export function backupMessage(error: BackupError): Message {
  const place = error.line === null ? '' : `(${error.line}行目${error.path ? `、${error.path}` : ''})`;
  const next =
    error.kind === 'newer-backup'
      ? 'このページを読み込み直して新しい版にしてから、もう一度お試しください。'
      : 'もう一度書き出したファイルか、別のファイルでお試しください。';
  return {
    title: `${backupTitles[error.kind]}${place}`,
    body: `いまの内容は何も変わっていません。${next}`,
  };
}
