/** Opening brackets and quotes with what closes them. */
const CLOSING: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '【': '】',
  '〈': '〉',
  '《': '》',
  '〔': '〕',
  '〖': '〗',
  '｛': '｝',
  '{': '}',
  '“': '”',
  '‘': '’',
  '〝': '〟',
  '｢': '｣',
  '＜': '＞',
  '≪': '≫',
};
const WIDTH: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '{': '｛',
  '}': '｝',
  '｢': '「',
  '｣': '」',
};
const CLOSERS = new Set(Object.values(CLOSING));

/** Whether a character opens a bracket or a quote (square brackets included). */
export function isOpeningBracket(character: string): boolean {
  return character in CLOSING || character === '[' || character === '［';
}

/** Whether a character closes a bracket or a quote (square brackets included). */
export function isClosingBracket(character: string): boolean {
  return CLOSERS.has(character) || character === ']' || character === '］' || character === '〟';
}

/**
 * For every UTF-16 offset, whether it lies inside a bracket or quote that is closed again before the text ends.
 * Brackets that stay open, or close without having been opened (1）), shelter nothing. Widths may be mixed: （…).
 */
export function findBracketed(text: string): boolean[] {
  const inside = new Array<boolean>(text.length).fill(false);
  const open: { closing: string; at: number }[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] as string;
    const closing = CLOSING[character];
    if (closing !== undefined) {
      open.push({ closing: WIDTH[closing] ?? closing, at: i });
      continue;
    }
    if (!CLOSERS.has(character)) continue;
    const wide = WIDTH[character] ?? character;
    const match = open.findLastIndex((bracket) => bracket.closing === wide);
    if (match === -1) continue;
    const from = (open[match] as { at: number }).at;
    inside.fill(true, from, i);
    open.length = match;
  }
  return inside;
}
