import { expect, test } from 'vitest';
import { decodeDictionary } from '../../../../src/adapters/tokenizer/packed-ipadic/dictionary';
import { murmurHash128 } from '../../../../src/adapters/tokenizer/packed-ipadic/murmur-hash';
import { dropHopeless } from '../../../../src/adapters/tokenizer/packed-ipadic/pack/pack-words';
import { readKuromojiDictionary } from '../../../../src/adapters/tokenizer/packed-ipadic/pack/read-kuromoji-dictionary';
import manifest from '../../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';
import { inflatePackedFile, readPackedFile } from '../packed-dictionary-file';

const source = readKuromojiDictionary();
const inflated = inflatePackedFile();
const dictionary = decodeDictionary(inflated);

/** Number of the first word with this surface, found by walking the trie as the lattice does. */
function firstWordOf(surface: string): { first: number; end: number } {
  let node = dictionary.rootChildren[dictionary.rankOf[surface.charCodeAt(0)]!]!;
  for (let i = 1; i < surface.length; i++) {
    const rank = dictionary.rankOf[surface.charCodeAt(i)]!;
    const at = dictionary.labels
      .subarray(dictionary.firstChild[node]!, dictionary.firstChild[node + 1]!)
      .indexOf(rank);
    if (at < 0) throw new Error(`${surface} is not in the trie`);
    node = dictionary.firstChild[node]! + at;
  }
  return { first: dictionary.firstWord[node]!, end: dictionary.firstWord[node + 1]! };
}

test('every word is there with every field', { timeout: 30_000 }, () => {
  let count = 0;
  for (const [surface, words] of source.words) {
    const { first, end } = firstWordOf(surface);
    const decoded: unknown[] = [];
    for (let word = first; word < end; word++) {
      const context = dictionary.contexts[word]!;
      decoded.push([
        context,
        dictionary.costs[word],
        ...dictionary.featuresOf(context),
        dictionary.baseFormOf(word, surface),
        dictionary.pronunciationOf(word, surface),
      ]);
    }
    const expected = dropHopeless(words).map(({ leftId, cost, features }) => [
      leftId,
      cost,
      ...features.slice(1, 8),
      features[9],
    ]);
    if (JSON.stringify(decoded) !== JSON.stringify(expected)) expect(decoded).toEqual(expected);
    count += expected.length;
  }
  expect(count).toBe(dictionary.contexts.length);
});

test('every connection cost is there, left ids as rows', () => {
  const { size } = source;
  expect(dictionary.size).toBe(size);
  // Backwards, so that rows are asked for before the rows they are modelled on.
  for (let left = size - 1; left >= 0; left--) {
    const expected = Int16Array.from({ length: size }, (_, right) => source.matrix[right * size + left]!);
    const row = dictionary.connectionsTo(left);
    if (row.some((cost, right) => cost !== expected[right]))
      expect({ left, row }).toEqual({ left, row: expected });
  }
});

test('every character has its class, every class its unknown words', () => {
  expect(Buffer.compare(Buffer.from(dictionary.classOf), Buffer.from(source.classOf))).toBe(0);
  expect(dictionary.unknownClasses.map(({ invoke, group }) => [Number(invoke), Number(group)])).toEqual(
    source.classes.map(({ invoke, group }) => [invoke, group]),
  );
  expect(
    dictionary.unknownClasses.map(({ words }) =>
      words.map(({ context, cost, baseForm }) => [
        context,
        cost,
        ...dictionary.featuresOf(context),
        baseForm,
      ]),
    ),
  ).toEqual(
    source.classes.map(({ entries }) =>
      entries.map(({ leftId, cost, features }) => [leftId, cost, ...features.slice(1, 8)]),
    ),
  );
});

test('the name of the file that ships carries its hash, and it is small', () => {
  expect(murmurHash128(inflated)).toBe(manifest.hash);
  expect(manifest.file).toBe(`ipadic-${manifest.hash.slice(0, 16)}.bin`);
  expect(inflated.length).toBe(manifest.inflatedBytes);
  expect(readPackedFile().length).toBe(manifest.packedBytes);
  expect(manifest.packedBytes).toBeLessThan(3_100_000);
});
