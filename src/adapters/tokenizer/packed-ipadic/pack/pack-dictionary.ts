/** Packs the dictionary of the installed `kuromoji` into `public/dictionary`: `npx tsx …/pack-dictionary.ts`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipAsync } from '@gfx/zopfli';
import type { PackedManifest } from '../inflate';
import { murmurHash128 } from '../murmur-hash';
import { type PackedTables, RESIDUAL_BIAS, writeSections } from '../packed-file';
import { modelMatrix, transpose } from './model-matrix';
import { byFrequency, type PlacedWord, packReadings, packTrie } from './pack-words';
import { readKuromojiDictionary, type SourceDictionary } from './read-kuromoji-dictionary';

const zigzag = (value: number) => (value << 1) ^ (value >> 31);
const lowBytes = (values: ArrayLike<number>) => Uint8Array.from(values, (value) => value & 0xff);
const highBytes = (values: ArrayLike<number>) => Uint8Array.from(values, (value) => value >> 8);
const asBytes = (array: Uint16Array | Uint32Array) => new Uint8Array(array.buffer);

/** Stable order of the words by a key. */
function orderBy(words: readonly PlacedWord[], key: (word: PlacedWord) => number): PlacedWord[] {
  return words
    .map((word, i) => ({ word, i, k: key(word) }))
    .sort((a, b) => a.k - b.k || a.i - b.i)
    .map(({ word }) => word);
}

function packContexts(words: readonly PlacedWord[], size: number) {
  const features = Array.from({ length: size }, () => '');
  for (const { leftId, rightId, features: fields } of words) {
    const shared = fields.slice(1, 7).join(',');
    if (leftId !== rightId || (features[leftId] !== '' && features[leftId] !== shared)) {
      throw new Error(`context id ${leftId} does not fix the part of speech`);
    }
    features[leftId] = shared;
  }
  const contexts = byFrequency(words.map((word) => word.leftId));
  const rankOf = new Map(contexts.map((id, rank) => [id, rank]));
  const ranks = words.map((word) => rankOf.get(word.leftId) as number);
  const costs = orderBy(words, (word) => rankOf.get(word.leftId) as number).map((word) => zigzag(word.cost));
  return { features, contexts, ranks, costs };
}

/** The longest common start is kept; `[characters taken off, characters added]`. */
function baseFormRule(surface: string, baseForm: string): string {
  let kept = 0;
  while (kept < surface.length && surface[kept] === baseForm[kept]) kept += 1;
  return `${surface.length - kept},${baseForm.slice(kept)}`;
}

function packBaseForms(words: readonly PlacedWord[], size: number) {
  const ruleOfWord = words.map((word) => baseFormRule(word.surface, word.features[7] as string));
  const rules = byFrequency(ruleOfWord);
  const rulesOfContext = Array.from({ length: size }, (): string[] => []);
  words.forEach((word, i) => {
    rulesOfContext[word.leftId]?.push(ruleOfWord[i] as string);
  });
  const usual = rulesOfContext.map((list) => Math.max(0, rules.indexOf(byFrequency(list)[0] ?? '')));
  const gaps: number[] = [];
  const exceptions: number[] = [];
  let last = 0;
  words.forEach((word, i) => {
    const rule = rules.indexOf(ruleOfWord[i] as string);
    if (rule === usual[word.leftId]) return;
    gaps.push(i - last);
    exceptions.push(rule);
    last = i;
  });
  const parsed = rules.map((rule): [number, string] => {
    const [strip, add] = rule.split(',') as [string, string];
    return [Number(strip), add];
  });
  return { rules: parsed, usual, gaps: Uint32Array.from(gaps), exceptions: Uint8Array.from(exceptions) };
}

function packMatrix({ matrix, size }: SourceDictionary) {
  // kuromoji's rows are right ids; here they are left ids, since a word asks for one left id and many right ones.
  const byRightId = Array.from({ length: size }, (_, right) =>
    Int32Array.from(matrix.subarray(right * size, (right + 1) * size)),
  );
  const { rows, columns, residuals } = modelMatrix(transpose(byRightId));
  const ordered = rows.order.flatMap((row) =>
    columns.order.map((column) => (residuals[row]?.[column] as number) + RESIDUAL_BIAS),
  );
  return { rows, columns, residuals: ordered };
}

function packClasses({ classes }: SourceDictionary, features: readonly string[]): PackedTables['classes'] {
  return classes.map(({ name, invoke, group, entries }) => ({
    name,
    invoke: invoke === 1,
    group: group === 1,
    words: entries.map((entry) => {
      const { leftId, rightId, cost, features: fields } = entry;
      if (leftId !== rightId || features[leftId] !== fields.slice(1, 7).join(',')) {
        throw new Error(`unknown words of class ${name} have a part of speech that no word has`);
      }
      return { context: leftId, cost, baseForm: fields[7] as string };
    }),
  }));
}

/** The packed file, inflated. */
export function packDictionary(source: SourceDictionary): Uint8Array {
  const trie = packTrie(source.words);
  const contexts = packContexts(trie.words, source.size);
  const baseForms = packBaseForms(trie.words, source.size);
  const { rows, columns, residuals } = packMatrix(source);
  const readings = packReadings(trie.words, trie.alphabet);
  const tables: PackedTables = {
    alphabet: trie.alphabet.join(''),
    readings: readings.lists,
    contexts: contexts.contexts,
    features: contexts.features,
    baseFormRules: baseForms.rules,
    baseFormRuleOf: baseForms.usual,
    rowModels: [...rows.models],
    rowOrder: rows.order,
    columnModels: [...columns.models],
    columnOrder: columns.order,
    classes: packClasses(source, contexts.features),
  };
  return writeSections({
    tables: new TextEncoder().encode(JSON.stringify(tables)),
    labelsLow: lowBytes(trie.labels),
    labelsHigh: highBytes(trie.labels),
    fanout: trie.fanout,
    fanoutMore: asBytes(trie.fanoutMore),
    contextsLow: lowBytes(contexts.ranks),
    contextsHigh: highBytes(contexts.ranks),
    costsLow: lowBytes(contexts.costs),
    costsHigh: highBytes(contexts.costs),
    matrixLow: lowBytes(residuals),
    matrixHigh: highBytes(residuals),
    baseFormGaps: asBytes(baseForms.gaps),
    baseFormRules: baseForms.exceptions,
    readings: readings.planes,
    classes: source.classOf,
  });
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? 'public/dictionary');
  const inflated = packDictionary(readKuromojiDictionary());
  // A tenth less than zlib's best, for minutes of work; as many blocks as it likes.
  const packed = await gzipAsync(inflated, { numiterations: 15, blocksplitting: true, blocksplittingmax: 0 });
  const hash = murmurHash128(inflated);
  const file = `ipadic-${hash.slice(0, 16)}.bin`;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (/^ipadic-.*\.bin$/.test(old)) rmSync(join(folder, old));
  writeFileSync(join(folder, file), packed);
  const manifest: PackedManifest & { file: string } = {
    file,
    hash,
    crc32: new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 8, true),
    inflatedBytes: inflated.length,
    packedBytes: packed.length,
  };
  writeFileSync(
    resolve(import.meta.dirname, '../packed-manifest.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
  process.stdout.write(`${file}: ${packed.length} bytes, ${inflated.length} inflated\n`);
}
