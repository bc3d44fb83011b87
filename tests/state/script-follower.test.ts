import { beforeAll, expect, test } from 'vitest';
import type { Tokenize } from '../../src/domain/reading/token';
import type { RecognisedPart } from '../../src/domain/rehearsal/take-log';
import { openScriptFollower } from '../../src/state/script-follower';
import { createFakeAnalyzer, type FakeAnalyzer } from '../fakes/fake-analyzer';
import { createStockTokenize } from '../tokenizer/stock-kuromoji';

const SCRIPT =
  '夕方になると頭まで重い、という方はいらっしゃいませんか。緑町の鍼灸師、小林です。3回ほどで頭が軽くなります。';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

const parts = (...texts: string[]): RecognisedPart[] =>
  texts.map((transcript, index) => ({ transcript, confidence: 0.9, final: index < texts.length - 1 }));

function open(analyzer: FakeAnalyzer) {
  const places: (string | null)[] = [];
  const follower = openScriptFollower(analyzer, SCRIPT, [], (place) =>
    places.push(place && SCRIPT.slice(place.start, place.end)),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
  return { places, follower, settled };
}

test('tells each clause once, over the sessions of a recogniser', async () => {
  const { places, follower, settled } = open(createFakeAnalyzer(tokenize));
  await settled();
  follower.heard(1, parts('夕方になると頭まで'));
  await settled();
  follower.heard(1, parts('夕方になると頭まで重いという方は'));
  await settled();
  follower.heard(2, parts('三回ほどで', '頭が'));
  await settled();
  expect(places).toEqual([
    '夕方になると頭まで重い、',
    'という方はいらっしゃいませんか。',
    '3回ほどで頭が軽くなります。',
  ]);
});

test('words that come while others are being read are read in one go, and after the end nothing is told', async () => {
  const analyzer = createFakeAnalyzer(tokenize);
  const { places, follower, settled } = open(analyzer);
  await settled();
  const before = analyzer.asked.length;
  for (let length = 1; length <= 20; length += 1) follower.heard(1, parts(SCRIPT.slice(0, length)));
  await settled();
  expect(analyzer.asked.length - before).toBeLessThanOrEqual(2);
  expect(places.at(-1)).toBe('という方はいらっしゃいませんか。');
  follower.heard(1, parts('緑町の鍼灸師小林です'));
  follower.close();
  await settled();
  expect(places.at(-1)).toBe('という方はいらっしゃいませんか。');
});

test('without the dictionary no place is told, and with it, at the next words, the right one', async () => {
  const analyzer = createFakeAnalyzer();
  const { places, follower, settled } = open(analyzer);
  follower.heard(1, parts('緑町の鍼灸師'));
  await settled();
  expect(places).toEqual([]);
  analyzer.load(tokenize);
  follower.heard(1, parts('緑町の鍼灸師小林'));
  await settled();
  expect(places).toEqual(['小林です。']);
});
