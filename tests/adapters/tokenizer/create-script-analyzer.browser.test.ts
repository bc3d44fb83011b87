import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createScriptAnalyzer,
  type ScriptAnalyzer,
  type ScriptAnalyzerOptions,
} from '../../../src/adapters/tokenizer/create-script-analyzer';
import manifest from '../../../src/adapters/tokenizer/packed-ipadic/packed-manifest.json';
import type { AnalyzeResult, DictionaryStatus } from '../../../src/domain/analysis/dictionary-status';

let analyzer: ScriptAnalyzer;
let statuses: DictionaryStatus[];
let rejections: unknown[];

const onRejection = (event: PromiseRejectionEvent) => rejections.push(event.reason);

function create(options?: ScriptAnalyzerOptions): void {
  analyzer = createScriptAnalyzer(options);
  analyzer.subscribe((status) => statuses.push(status));
}

beforeEach(() => {
  statuses = [];
  rejections = [];
  addEventListener('unhandledrejection', onRejection);
});
afterEach(() => {
  analyzer.close();
  removeEventListener('unhandledrejection', onRejection);
  expect(rejections).toEqual([]);
});

const realWorker = () =>
  new Worker(new URL('../../../src/adapters/tokenizer/worker/analysis-worker.ts', import.meta.url), {
    type: 'module',
  });

function troubledWorker(trouble: string): Worker {
  const url = new URL('./troubled-worker.ts', import.meta.url);
  url.searchParams.set('trouble', trouble);
  return new Worker(url, { type: 'module' });
}

/** The first worker is this one, those after it are real. */
function firstThenReal(first: () => Worker): () => Worker {
  let count = 0;
  return () => {
    count += 1;
    return count === 1 ? first() : realWorker();
  };
}

function surfaces(result: AnalyzeResult): string[][] {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.analyses.map(({ tokens }) => tokens.map(({ surface }) => surface));
}

describe('with the dictionary that ships', () => {
  test('analyses sentences and tells how far the dictionary is', async () => {
    create();
    expect(analyzer.status()).toEqual({ kind: 'idle' });
    const result = await analyzer.analyze(['税理士です。', '北海道から来ました。']);
    expect(surfaces(result)).toEqual([
      ['税理士', 'です', '。'],
      ['北海道', 'から', '来', 'まし', 'た', '。'],
    ]);
    if (!result.ok) return;
    expect(result.analyses[1]?.tokens[0]).toEqual({
      surface: '北海道',
      start: 0,
      pos: '名詞',
      posDetail1: '固有名詞',
      posDetail2: '地域',
      posDetail3: '一般',
      conjugatedType: '*',
      conjugatedForm: '*',
      baseForm: '北海道',
      pronunciation: 'ホッカイドー',
      known: true,
    });
    expect(statuses[0]).toEqual({ kind: 'loading', loadedBytes: 0, totalBytes: manifest.packedBytes });
    expect(statuses).toContainEqual({
      kind: 'loading',
      loadedBytes: manifest.packedBytes,
      totalBytes: manifest.packedBytes,
    });
    expect(statuses.at(-1)).toEqual({ kind: 'ready' });
    expect(analyzer.status()).toEqual({ kind: 'ready' });
  });

  test('prepares ahead of the first sentence', async () => {
    create();
    const ready = new Promise<void>((resolve) => {
      analyzer.subscribe(({ kind }) => kind === 'ready' && resolve());
    });
    analyzer.prepare();
    analyzer.prepare();
    await ready;
    statuses = [];
    expect(surfaces(await analyzer.analyze(['はい。']))).toEqual([['はい', '。']]);
    expect(statuses).toEqual([]);
  });

  test('computes again only what has changed', async () => {
    create();
    const before = await analyzer.analyze(['一つ目です。', '二つ目です。', '一つ目です。']);
    const after = await analyzer.analyze(['一つ目です。', '二つ目でした。']);
    if (!before.ok || !after.ok) throw new Error('not analysed');
    expect(before.analyses[2]).toBe(before.analyses[0]);
    expect(after.analyses[0]).toBe(before.analyses[0]);
    expect(after.analyses[1]?.text).toBe('二つ目でした。');
    const corrected = await analyzer.analyze(['一つ目です。'], [{ surface: '目', kana: 'モク' }]);
    if (!corrected.ok) throw new Error('not analysed');
    expect(corrected.analyses[0]).not.toBe(before.analyses[0]);
  });

  test('keeps no more sentences than it is told', async () => {
    create({ keptSentences: 2 });
    const first = await analyzer.analyze(['一。', '二。']);
    await analyzer.analyze(['一。', '三。']);
    const again = await analyzer.analyze(['一。', '二。']);
    if (!first.ok || !again.ok) throw new Error('not analysed');
    expect(again.analyses[0]).toBe(first.analyses[0]);
    expect(again.analyses[1]).not.toBe(first.analyses[1]);
    expect(again.analyses[1]).toEqual(first.analyses[1]);
  });

  test('answers calls that cross, each with its own', async () => {
    create();
    const results = await Promise.all(['あ。', 'いう。', 'えおか。'].map((text) => analyzer.analyze([text])));
    expect(results.map((result) => result.ok && result.analyses.map(({ text }) => text))).toEqual([
      ['あ。'],
      ['いう。'],
      ['えおか。'],
    ]);
    expect(await analyzer.analyze([])).toEqual({ ok: true, analyses: [] });
  });
});

describe('when the worker fails', () => {
  test.each(['throws', 'talks nonsense'])(
    'it %s: all calls in flight are told, the next starts anew',
    async (trouble) => {
      create({ createWorker: firstThenReal(() => troubledWorker(trouble)) });
      const lost = { ok: false, error: { kind: 'worker-lost' } };
      expect(await Promise.all([analyzer.analyze(['あ。']), analyzer.analyze(['い。'])])).toEqual([
        lost,
        lost,
      ]);
      expect(analyzer.status()).toEqual({ kind: 'failed', error: { kind: 'worker-lost' } });
      expect(surfaces(await analyzer.analyze(['はい。']))).toEqual([['はい', '。']]);
      expect(analyzer.status()).toEqual({ kind: 'ready' });
    },
  );

  test('a message that cannot be read', async () => {
    let worker: Worker | undefined;
    create({
      createWorker: firstThenReal(() => {
        worker = troubledWorker('is silent');
        return worker;
      }),
    });
    const result = analyzer.analyze(['あ。']);
    worker?.dispatchEvent(new MessageEvent('messageerror'));
    expect(await result).toEqual({ ok: false, error: { kind: 'worker-lost' } });
    expect(surfaces(await analyzer.analyze(['はい。']))).toEqual([['はい', '。']]);
  });

  test('silence: it is given up after its time', async () => {
    create({ createWorker: firstThenReal(() => troubledWorker('is silent')), silenceMs: 300 });
    expect(await analyzer.analyze(['あ。'])).toEqual({ ok: false, error: { kind: 'timed-out' } });
    expect(analyzer.status()).toEqual({ kind: 'failed', error: { kind: 'timed-out' } });
  });

  test('a real worker that is killed', async () => {
    const workers: Worker[] = [];
    create({
      silenceMs: 2000,
      createWorker: () => {
        const worker = realWorker();
        workers.push(worker);
        return worker;
      },
    });
    await analyzer.analyze(['あ。']);
    workers[0]?.terminate();
    expect(await analyzer.analyze(['い。'])).toEqual({ ok: false, error: { kind: 'timed-out' } });
    expect(surfaces(await analyzer.analyze(['はい。']))).toEqual([['はい', '。']]);
    expect(workers).toHaveLength(2);
  });

  test('workers are forbidden', async () => {
    create({
      createWorker: () => {
        throw new DOMException('refused by the Content Security Policy', 'SecurityError');
      },
    });
    expect(await analyzer.analyze(['あ。'])).toEqual({ ok: false, error: { kind: 'worker-lost' } });
  });
});

test('an unreachable dictionary is told with its reason, and tried again at the next call', async () => {
  const page = URL.createObjectURL(new Blob(['<!doctype html><title>一分</title>'], { type: 'text/html' }));
  create({ dictionary: { ...manifest, url: page } });
  const error = { kind: 'dictionary-unreachable', reason: 'html-page' };
  expect(await analyzer.analyze(['あ。'])).toEqual({ ok: false, error });
  expect(analyzer.status()).toEqual({ kind: 'failed', error });
  statuses = [];
  expect(await analyzer.analyze(['あ。'])).toEqual({ ok: false, error });
  expect(statuses[0]?.kind).toBe('loading');
  expect(statuses.at(-1)).toEqual({ kind: 'failed', error });
  URL.revokeObjectURL(page);
});

test('closing answers what is in flight, and nothing starts after it', async () => {
  let workers = 0;
  create({
    createWorker: () => {
      workers += 1;
      return realWorker();
    },
  });
  const inFlight = analyzer.analyze(['あ。']);
  analyzer.close();
  const lost = { ok: false, error: { kind: 'worker-lost' } };
  expect(await inFlight).toEqual(lost);
  expect(await analyzer.analyze(['い。'])).toEqual(lost);
  analyzer.prepare();
  expect(workers).toBe(1);
});
