/** Hiragana in katakana; iteration marks spelled out; everything else as it is. */
export function toKatakana(text: string): string {
  let kana = '';
  for (const character of text) {
    if (character === 'ゝ' || character === 'ヽ') kana += kana.at(-1) ?? '';
    else if (character === 'ゞ' || character === 'ヾ') kana += voiced(kana.at(-1) ?? '');
    else if (/[ぁ-ゖ]/u.test(character)) kana += String.fromCharCode(character.charCodeAt(0) + 0x60);
    else kana += character;
  }
  return kana;
}

/** Whether text is katakana and nothing else. */
export function isKatakana(text: string): boolean {
  return /^[ァ-ヺー]+$/u.test(text);
}

/** カ → ガ; a kana without a voiced form as it is. */
function voiced(kana: string): string {
  const composed = `${kana}\u3099`.normalize('NFC');
  return composed.length === 1 ? composed : kana;
}
