import { chromium, expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { createRandom } from '../evaluate/voices/random';
import { SPOKEN, VOICE } from './pitches';
import { makeVoice } from './recordings';
import { chooseRehearsal, goTo, startPitch } from './steps';
import { watchTrouble } from './watch-trouble';

const scaled = (gain: number) => (samples: Float64Array) => samples.map((sample) => sample * gain);

/** The room alone at −28 dB, and the voice with it: a crowded hall. */
function withNoise(samples: Float64Array): Float64Array {
  const random = createRandom(11);
  const peak = 10 ** (-28 / 20) * Math.sqrt(3);
  return samples.map((sample) => sample + peak * (2 * random() - 1));
}

/** What the microphone gives, and what the person is told to change before the clock starts. */
const SOUNDS = [
  { name: 'good', wav: VOICE, told: '聞こえています' },
  {
    name: 'too quiet',
    wav: makeVoice('quiet', scaled(0.03)),
    told: '声が小さく届いています。マイクに近づいてみてください。',
  },
  {
    name: 'too noisy',
    wav: makeVoice('noisy', withNoise),
    told: 'まわりの音が大きいようです。静かな場所か、イヤホンのマイクがおすすめです。',
  },
  {
    name: 'clipped',
    wav: makeVoice('clipped', scaled(12)),
    told: '音が大きすぎて割れています。マイクから少し離れてみてください。',
  },
  {
    name: 'digital silence',
    wav: makeVoice('silent', scaled(0)),
    told: 'マイクから音が届いていません。マイクの電源や、消音になっていないかをご確認ください。',
  },
];

async function openMicrophone(page: Page): Promise<void> {
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, SPOKEN);
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
}

for (const { name, wav, told } of SOUNDS) {
  test(`a microphone that is ${name}: said before the clock starts`, async ({ baseURL, locale }) => {
    // A browser of its own: what the microphone hears is said when it is started.
    const browser = await chromium.launch(launchOptions({ wav }));
    try {
      const page = await browser.newPage({ baseURL, locale });
      const trouble = watchTrouble(page);
      await openMicrophone(page);
      await expect(page.getByRole('status').filter({ hasText: told })).toBeVisible({ timeout: 15_000 });
      // Whatever it is, the person may go on.
      await expect(page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ })).toBeEnabled();
      expect(trouble).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
