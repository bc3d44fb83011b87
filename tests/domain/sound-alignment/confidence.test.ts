import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidencesByDuration, confidencesBySound } from '../../../src/domain/sound-alignment/confidence';
import type { HeardPassage } from '../../../src/domain/sound-alignment/hear-passage';

const FRAMES = 1_000;
/** Three sentences of 2 s in their turn, half a second apart, out of silence. */
const SAID = [100, 350, 600];
const LENGTH = 200;

const passagesOf = (fields: Partial<HeardPassage> = {}): HeardPassage[] =>
  SAID.map((startFrame, sentence) => ({
    sentence,
    startFrame,
    endFrame: startFrame + LENGTH,
    earliestFrame: 0,
    latestFrame: FRAMES,
    whole: true,
    spans: [],
    silences: [],
    misfit: 0.8,
    pace: 1,
    ...fields,
  }));

const speech = Uint8Array.from({ length: FRAMES }, (_, t) =>
  SAID.some((start) => t >= start && t < start + LENGTH) ? 1 : 0,
);
const overSilence = Float32Array.from(speech, (speaks) => (speaks === 1 ? 55 : -6));

const judge = (
  passages = passagesOf(),
  sound: { speechFrames?: Uint8Array; overSilence?: Float32Array } = {},
): number[] =>
  confidencesBySound(
    passages,
    { overSilence: sound.overSilence ?? overSilence },
    { speechFrames: sound.speechFrames ?? speech },
  );
const second = (confidences: number[]): number => confidences[1] as number;

describe('how sure it is where a sentence begins', () => {
  test('nearly certain out of silence, in its turn, in sounds that fit', () => {
    for (const confidence of judge()) expect(confidence).toBeGreaterThan(0.98);
  });

  test.each([
    ['speech goes on before it', judge(passagesOf(), { speechFrames: new Uint8Array(FRAMES).fill(1) })],
    ['its sounds fit badly', judge(passagesOf({ misfit: 2.4 }))],
    [
      'somebody else is heard in the pauses',
      judge(passagesOf(), { overSilence: overSilence.map((over) => Math.max(5, over)) }),
    ],
    [
      'it hardly stands out from silence',
      judge(passagesOf(), { overSilence: overSilence.map((over) => (over > 0 ? 4 : over)) }),
    ],
    [
      'its neighbours are not those of the script',
      judge(passagesOf().map((p, i) => ({ ...p, sentence: [4, 1, 7][i]! }))),
    ],
  ])('less where %s', (_, confidences) => {
    expect(second(confidences)).toBeLessThan(second(judge()) - 0.005);
  });

  test('is a probability, whatever the sound', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (misfit, over) => {
          const sound = { overSilence: new Float32Array(FRAMES).fill(over) };
          for (const confidence of judge(passagesOf({ misfit }), sound)) {
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('how sure lengths are of it', () => {
  const likely = [
    { sentence: 0, startMs: 1000, endMs: 3000 },
    { sentence: 1, startMs: 3600, endMs: 6000 },
  ];

  test('less where lengths differ, where noise breaks speech up, and without a pause before', () => {
    const well = second(confidencesByDuration(likely, 0.08, 6));
    expect(well).toBeGreaterThan(0.6);
    expect(second(confidencesByDuration(likely, 0.3, 6))).toBeLessThan(well - 0.1);
    expect(second(confidencesByDuration(likely, 0.08, 40))).toBeLessThan(well - 0.1);
    const runOn = [{ ...likely[0]!, endMs: 3600 }, likely[1]!];
    expect(second(confidencesByDuration(runOn, 0.08, 6))).toBeLessThan(well - 0.1);
  });

  test('nothing without speech', () => {
    expect(confidencesByDuration([], Infinity, 0)).toEqual([]);
  });
});
