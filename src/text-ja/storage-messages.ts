import type { StorageError } from '../domain/storage/storage-error';

/** What happened, what was kept, and what to do next. */
export interface Message {
  title: string;
  body: string;
}

export function storageMessage(error: StorageError): Message {
  switch (error.kind) {
    case 'quota-exceeded':
      return {
        title: '端末の空きが足りず、保存できませんでした',
        body: '画面の文章はそのまま残っています。コピーするか、ファイルに書き出してください。古い録音を消すと空きができます。',
      };
    case 'blocked-by-other-tab':
      return {
        title: 'ほかのタブで古い画面が開いています',
        body: 'ほかのタブの「一分」を閉じてから、このページを読み込み直してください。画面の文章は残っています。',
      };
    case 'newer-version':
      return {
        title: 'ほかのタブで新しい版が動いています',
        body: 'このページを読み込み直してください。その前に、画面の文章をコピーしておくと安心です。',
      };
    case 'unreadable-row':
      return {
        title: '読み取れない記録がありました',
        body: '消さずに残してあります。ほかの記録はそのまま使えます。',
      };
    case 'unavailable':
      return {
        title: 'このブラウザでは保存できません',
        body: 'プライベートウィンドウなどでは、閉じると文章が消えます。コピーするか、ファイルに書き出してください。',
      };
  }
}
