import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectPauses, type Stretch } from '../../src/domain/delivery/detect-speech';

/**
 * Silero, the usual detector of voices, as `@ricky0123/vad-web` ships it. It and its runtime come to 155 MB on disk,
 * far too much for everybody's `npm ci`: they are fetched into .cache when this bench is run, without install scripts.
 */
const HOME = join(import.meta.dirname, '../../.cache/silero');
const PACKAGES = ['@ricky0123/vad-web@0.0.31', 'onnxruntime-web@1.30.0'];
const MODEL = 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx';
const RUNTIME = 'node_modules/onnxruntime-web/dist/ort.node.min.mjs';

/** Its windows at 16 kHz, and the samples of the window before that stand in front of each. */
const WINDOW = 512;
const CONTEXT = 64;
const STATE = [2, 1, 128];
/** Its authors' own thresholds: a voice begins at the one and ends below the other. */
const ONSET = 0.5;
const OFFSET = 0.35;

interface Tensor {
  data: Float32Array;
}
interface Runtime {
  InferenceSession: { create(model: Uint8Array): Promise<Session> };
  Tensor: new (type: string, data: Float32Array | BigInt64Array, shape: number[]) => Tensor;
}
interface Session {
  run(inputs: Record<string, Tensor>): Promise<Record<string, Tensor>>;
}

/** The pauses Silero finds in sound of 16 kHz; `null` where it cannot be fetched or does not run. */
export async function createSilero(): Promise<((samples: Float64Array) => Promise<Stretch[]>) | null> {
  if (!existsSync(join(HOME, MODEL))) {
    mkdirSync(HOME, { recursive: true });
    const args = ['install', '--prefix', HOME, '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES];
    if (spawnSync('npm', args, { stdio: 'ignore' }).status !== 0) return null;
  }
  const { InferenceSession, Tensor }: Runtime = await import(pathToFileURL(join(HOME, RUNTIME)).href);
  const session = await InferenceSession.create(readFileSync(join(HOME, MODEL)));
  const sr = new Tensor('int64', BigInt64Array.of(16_000n), [1]);
  return async (samples) => {
    let state = new Tensor('float32', new Float32Array(256), STATE);
    const speech: Stretch[] = [];
    let startMs = -1;
    for (let from = 0; from + WINDOW <= samples.length; from += WINDOW) {
      const input = new Float32Array(CONTEXT + WINDOW);
      input.set(samples.subarray(Math.max(0, from - CONTEXT), from + WINDOW), from === 0 ? CONTEXT : 0);
      const { output, stateN } = await session.run({
        input: new Tensor('float32', input, [1, input.length]),
        state,
        sr,
      });
      if (stateN) state = stateN;
      const voice = output?.data[0] ?? 0;
      const atMs = from / 16;
      if (startMs < 0 && voice >= ONSET) startMs = atMs;
      if (startMs >= 0 && voice < OFFSET) {
        speech.push({ startMs, endMs: atMs });
        startMs = -1;
      }
    }
    if (startMs >= 0) speech.push({ startMs, endMs: samples.length / 16 });
    return detectPauses(speech);
  };
}
