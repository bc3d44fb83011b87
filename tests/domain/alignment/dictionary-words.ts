import { readKuromojiDictionary } from '../../../src/adapters/tokenizer/packed-ipadic/pack/read-kuromoji-dictionary';

/** Words by how they are pronounced, in katakana, the usual ones first: what a recogniser chooses from. */
export type WordsBySound = ReadonlyMap<string, readonly string[]>;

/** Parts of speech a recogniser mistakes for each other; particles and auxiliaries it knows from their place. */
const KINDS = new Set(['名詞', '動詞', '形容詞', '副詞', '連体詞', '接続詞']);
/** Most words kept of one sound. */
const MOST = 6;

/** Reads the dictionary of the installed kuromoji package; takes about a second. */
export function readWordsBySound(): WordsBySound {
  const found = new Map<string, { surface: string; cost: number }[]>();
  for (const [surface, entries] of readKuromojiDictionary().words) {
    for (const { cost, features } of entries) {
      const sound = features[9];
      if (!sound || !KINDS.has(features[1] ?? '') || features[2] === '固有名詞') continue;
      const words = found.get(sound) ?? [];
      if (words.every((word) => word.surface !== surface)) words.push({ surface, cost });
      found.set(sound, words);
    }
  }
  return new Map(
    [...found].map(([sound, words]) => [
      sound,
      words
        .sort((a, b) => a.cost - b.cost || (a.surface < b.surface ? -1 : 1))
        .slice(0, MOST)
        .map(({ surface }) => surface),
    ]),
  );
}
