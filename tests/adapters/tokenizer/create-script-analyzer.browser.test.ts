import { afterEach, expect, test } from 'vitest';
import {
  createScriptAnalyzer,
  type ScriptAnalyzer,
} from '../../../src/adapters/tokenizer/create-script-analyzer';
import type { DictionaryStatus } from '../../../src/domain/analysis/dictionary-status';

let analyzer: ScriptAnalyzer | undefined;
afterEach(() => analyzer?.close());

test('analyses sentences with the dictionary that ships', async () => {
  analyzer = createScriptAnalyzer();
  const seen: DictionaryStatus['kind'][] = [];
  analyzer.subscribe((status) => seen.push(status.kind));
  expect(analyzer.status()).toEqual({ kind: 'idle' });
  const t = performance.now();
  const result = await analyzer.analyze(['税理士です。', '北海道から来ました。']);
  console.log('cold', performance.now() - t);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(
    result.analyses.map(({ tokens }) => tokens.map(({ surface, pronunciation }) => [surface, pronunciation])),
  ).toEqual([
    [
      ['税理士', 'ゼイリシ'],
      ['です', 'デス'],
      ['。', '。'],
    ],
    [
      ['北海道', 'ホッカイドー'],
      ['から', 'カラ'],
      ['来', 'キ'],
      ['まし', 'マシ'],
      ['た', 'タ'],
      ['。', '。'],
    ],
  ]);
  expect(seen[0]).toBe('loading');
  expect(seen.at(-1)).toBe('ready');
});

test('gives the same object for a sentence that has not changed', async () => {
  analyzer = createScriptAnalyzer();
  const before = await analyzer.analyze(['一つ目です。', '二つ目です。']);
  const after = await analyzer.analyze(['一つ目です。', '二つ目でした。']);
  if (!before.ok || !after.ok) throw new Error('not analysed');
  expect(after.analyses[0]).toBe(before.analyses[0]);
  expect(after.analyses[1]?.text).toBe('二つ目でした。');
});
