import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../src/domain/sound-alignment/sentence-reading';

/** Spans over a text cut at `|`, with the kana after `=`; nothing after it is silent or unknown. */
function read(marked: string) {
  let text = '';
  const spans = marked.split('|').map((part) => {
    const [surface = '', kana = ''] = part.split('=');
    const start = text.length;
    text += surface;
    return { start, end: text.length, kana, morae: [...kana].length };
  });
  return readSentence(text, spans);
}

describe('reading a sentence for its sound', () => {
  test('words with kana, pauses at commas, none at the end', () => {
    const { pieces, morae, commas } = read('朝=アサ|、|起きる=オキル|。');
    expect(pieces.map((piece) => piece.kind)).toEqual(['kana', 'comma', 'kana']);
    expect(morae).toBe(5);
    expect(commas).toBe(1);
  });

  test('what nobody could read is expected all the same, as long as its letters', () => {
    expect(read('TOEIC=|が=ガ').pieces[0]).toEqual({ kind: 'unknown', morae: 10 });
  });

  test('a stage cue is not said', () => {
    expect(read('［間］|はい=ハイ').pieces).toHaveLength(1);
  });

  test('a speaker may stop before a word, hardly before a particle', () => {
    expect(read('朝=アサ|が=ガ|早い=ハヤイ').pieces).toMatchObject([
      { startsPhrase: true },
      { startsPhrase: false },
      { startsPhrase: true },
    ]);
  });

  test('nothing to say', () => {
    expect(read('……')).toEqual({ pieces: [], morae: 0, commas: 0 });
  });
});
