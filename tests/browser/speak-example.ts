import { writeFileSync } from 'node:fs';
import { splitSentences } from '../../src/domain/text/sentences';
import { examplePitch } from '../../src/text-ja/example-pitch';
import { createSpeaker } from '../evaluate/voices/cast';
import { composeTake, type Part, TAKE_HZ } from '../evaluate/voices/compose-take';
import { createRandom } from '../evaluate/voices/random';
import { wavOf } from '../evaluate/voices/wav';

/** Of the worked example, the sentence about opening hours. */
const LEFT_OUT = 4;
const PAUSE_MS = 750;
/** Not much slower than the voice's ordinary rate: so the rest of the example fills most of its minute. */
const RATE = 0.92;

/**
 * Writes the worked example, said by Open JTalk's NIT ATR503 in a quiet room with one sentence left out, as a WAV
 * file. Returns its length in seconds. Needs Debian's open-jtalk and its voice.
 */
export function speakExample(file: string): number {
  const sentences = splitSentences(examplePitch.variants[0]?.script ?? '').map(({ text }) => text.trim());
  const parts = sentences.map(
    (_, sentence): Part => ({ kind: sentence === LEFT_OUT ? 'skipped' : 'sentence', sentence }),
  );
  const random = createRandom(1);
  const say = createSpeaker({ name: 'nitech', jtalk: { alpha: 0.55, halfTone: 0, rate: RATE } }, random);
  const room = { noise: 'pink', snrDb: 30, echoSeconds: 0, breaths: false } as const;
  const { samples } = composeTake(sentences, parts, say, () => PAUSE_MS, room, random, []);
  writeFileSync(file, wavOf({ samples, hz: TAKE_HZ }));
  return samples.length / TAKE_HZ;
}
