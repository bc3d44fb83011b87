import type { ComparisonRow } from '../domain/comparison/compare-scripts';
import type { Medium } from '../domain/pitch/pitch';

export const comparisonText = {
  title: '2つのパターンを見比べる',
  lead: '文ごとに並べて、何を削り、足し、言い換えたかを見られます。',
  before: 'もとのパターン',
  after: '比べるパターン',
  option: (title: string, budget: string) => (title.includes(budget) ? title : `${title}(${budget})`),
  swap: '左右を入れ替える',
  write: '書く',
  writeOf: (title: string) => `「${title}」を書く`,
  figures: '長さと要素のちがい',
  columns: { what: '項目', before: 'もと', after: '比べるほう', difference: 'ちがい' },
  characters: '文字数',
  duration: '読み上げ目安',
  elements: '要素',
  count: (count: string) => `${count}字`,
  countDifference: (count: number) => (count === 0 ? '同じ' : `${count > 0 ? '+' : '−'}${Math.abs(count)}字`),
  gained: (names: readonly string[]) => `${names.join('、')}が加わりました`,
  lost: (names: readonly string[]) => `${names.join('、')}がなくなりました`,
  sameElements: '同じ',
  measuring: '確認中',
  sentences: '文のちがい',
  equal: 'どの文も同じです。',
  equalBody: '聞き手や持ち時間に合わせて書き換えると、ちがいがここに並びます。',
  coarse: '辞書の準備ができると、言葉ごとのちがいが出ます。',
  alone: '見比べる相手がまだありません',
  aloneBody: 'このパターンを写して、別の聞き手や持ち時間のパターンを作ると、並べて見比べられます。',
  fit: { spoken: '時間に合わせて作る', written: '文字数に合わせて作る' } satisfies Record<Medium, string>,
  duplicate: '複製して作る',
  summary: (counts: Readonly<Record<'reworded' | 'moved' | 'cut' | 'added', number>>) => {
    const parts = [
      counts.reworded > 0 && `言葉を変えた ${counts.reworded}文`,
      counts.cut > 0 && `削った ${counts.cut}文`,
      counts.added > 0 && `足した ${counts.added}文`,
      counts.moved > 0 && `動かした ${counts.moved}文`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? '文のちがいはありません' : parts.join('・');
  },
  madeFromLink: (title: string) => `もとの「${title}」と見比べる`,
};

/** What a row is called; `null` for a sentence that stayed as it was. */
export function rowName(row: ComparisonRow): string | null {
  const has = (wanted: 'cut' | 'added'): boolean =>
    row.edits.some(({ kind, text }) => kind === wanted && text.trim() !== '');
  switch (row.kind) {
    case 'same':
      return null;
    case 'reworded':
      return has('added') ? (has('cut') ? '言い換え' : '言葉を足した') : '短くした';
    case 'cut':
      return '削った文';
    case 'added':
      return '足した文';
    case 'moved-away':
      return row.after > row.before ? '後ろへ移った文' : '前へ移った文';
    case 'moved-here':
      return has('cut') || has('added') ? 'ここへ移り、言葉を変えた文' : 'ここへ移った文';
  }
}

export const differenceText = {
  cut: '削除',
  added: '追加',
  open: '「',
  close: '」',
};
