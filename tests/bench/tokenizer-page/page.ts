import { createScriptAnalyzer } from '../../../src/adapters/tokenizer/create-script-analyzer';
import { splitSentences } from '../../../src/domain/text/sentences';
import { openKuromoji } from './open-kuromoji';
import { openPacked } from './open-packed';
import type { EngineReply, EngineRequest, OpenEngine } from './serve-engine';

export type Engine = 'packed' | 'kuromoji' | 'lindera';

const createWorker: Record<Engine, () => Worker> = {
  packed: () => new Worker(new URL('./packed-worker.ts', import.meta.url), { type: 'module' }),
  kuromoji: () => new Worker(new URL('./kuromoji-worker.ts', import.meta.url), { type: 'module' }),
  lindera: () => new Worker(new URL('./lindera-worker.ts', import.meta.url), { type: 'module' }),
};

/** Memory of a WebAssembly module is not in the heap's figures: lindera is not opened in the page. */
const openers: Partial<Record<Engine, OpenEngine>> = { packed: openPacked, kuromoji: openKuromoji };

export interface Opening {
  tokens: number;
  /** From creating the worker to its first tokens. */
  openMs: number;
  /** The same text once more, median. */
  tokenizeMs: number;
}

function openInWorker(engine: Engine, request: EngineRequest): Promise<Opening> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const worker = createWorker[engine]();
    let opened = { tokens: 0, openMs: 0 };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
      if (data.kind === 'opened') {
        opened = { tokens: data.tokens, openMs: performance.now() - started };
        return;
      }
      worker.terminate();
      resolve({ ...opened, tokenizeMs: data.medianMs });
    };
    worker.postMessage(request);
  });
}

const kept: unknown[] = [];

/** Opens an engine in the page itself, where its memory can be measured, and keeps it. */
async function openHere(engine: Engine, text: string): Promise<number> {
  const open = openers[engine];
  if (!open) throw new Error(`${engine} is not opened in the page`);
  const count = await open();
  kept.push(count);
  return count(text);
}

/** Types and deletes a character in one sentence after another; ms from each keystroke to the whole script's analyses. */
async function typeInto(script: string, keystrokes: number): Promise<number[]> {
  const analyzer = createScriptAnalyzer();
  const sentences = splitSentences(script).map(({ text }) => text);
  await analyzer.analyze(sentences);
  const times: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    const at = i % sentences.length;
    const old = sentences[at] ?? '';
    const cut = 1 + (i % Math.max(1, old.length - 1));
    // Each text is new, so that nothing is answered from what is kept.
    sentences[at] = old.slice(0, cut) + String.fromCharCode(0x3042 + (i % 80)) + old.slice(cut + (i % 2));
    const started = performance.now();
    const result = await analyzer.analyze(sentences);
    times.push(performance.now() - started);
    if (!result.ok) throw new Error(result.error.kind);
  }
  analyzer.close();
  return times;
}

export const bench = { openInWorker, openHere, typeInto };
Object.assign(globalThis, { bench });
