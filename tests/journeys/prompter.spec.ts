import { expect, type Locator, type Page, test } from '@playwright/test';
import { splitSentences } from '../../src/domain/text/sentences';
import {
  type FixtureEvent,
  type FixtureResult,
  fakeSpeechRecognitionScript,
} from '../fakes/fake-speech-recognition';
import { readPitch } from './pitches';
import { chooseRehearsal, clock, endTake, startPitch } from './steps';
import { watchTrouble } from './watch-trouble';

const SCRIPT = readPitch('gardener');
const SENTENCES = splitSentences(SCRIPT).map(({ text }) => text.replace(/[。、]/gu, ''));
const ASIDE = '今日は雨の中たくさんの方に集まっていただいて少し緊張しています';

/** Each stage is said six characters at a time and made final; then the speaker is silent for a while. */
function speakerSaying(stages: readonly string[], silenceMs: number): FixtureEvent[] {
  const events: FixtureEvent[] = [{ atMs: 40, type: 'start' }];
  const finals: FixtureResult[] = [];
  let atMs = 500;
  for (const words of stages) {
    for (let end = 6; end < words.length; end += 6) {
      events.push({
        atMs,
        type: 'result',
        resultIndex: finals.length,
        results: [...finals, [words.slice(0, end), 0.5, false]],
      });
      atMs += 200;
    }
    finals.push([words, 0.9, true]);
    events.push({ atMs, type: 'result', resultIndex: finals.length - 1, results: [...finals] });
    atMs += silenceMs;
  }
  return events;
}

async function speak(page: Page, stages: readonly string[], prompter?: string): Promise<void> {
  await page.addInitScript({
    content: fakeSpeechRecognitionScript({
      source: 'Chrome on the desktop: interim results that grow, then final; a long take in one session.',
      names: ['SpeechRecognition', 'webkitSpeechRecognition'],
      onDevice: false,
      sessions: [{ events: speakerSaying(stages, 3_500) }],
    }),
  });
  await startPitch(page, { title: '榎本造園', budget: '1分' }, SCRIPT);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(言葉も聞き取る)', prompter);
  await page.getByRole('button', { name: 'わかりました。使います' }).click();
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(clock(page)).toBeVisible();
}

/** What stands out in the script. */
function mark(page: Page): Locator {
  return page.locator('section [data-now="true"]');
}

async function expectMarked(page: Page, words: RegExp): Promise<void> {
  await expect(mark(page)).toHaveText(words, { timeout: 12_000 });
  await expect(mark(page)).toBeInViewport();
}

const back = (page: Page) => page.getByRole('button', { name: 'いまのところへ' });

test('the clause being spoken is marked and in sight: skipped, off the script, come back, said again @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  const [first = '', , , , skippedTo = '', , , , furtherOn = ''] = SENTENCES;
  await speak(page, [first, skippedTo, ASIDE, furtherOn, first.slice(0, 11)]);
  await expectMarked(page, /^庭の木を切らない植木屋、$/);
  await expectMarked(page, /^えっ、切らないの、$/);
  await expectMarked(page, /^だから、/);
  await expectMarked(page, /^風が通って、$/);
  await expectMarked(page, /^榎本造園の榎本です。$/);
  await expect(mark(page)).toHaveCount(1);
  await expect(
    page
      .locator('section')
      .filter({ has: mark(page) })
      .locator('[aria-live], [role]'),
  ).toHaveCount(0);
  await endTake(page);
  expect(trouble).toEqual([]);
});

test('scrolling by hand wins, until the person goes back to the place @phone', async ({ page }) => {
  await speak(page, [SENTENCES[0] ?? '', SENTENCES[8] ?? '', SENTENCES[9] ?? '', SENTENCES[10] ?? '']);
  await expectMarked(page, /^風が通って、$/);
  const scroller = page.locator('section[tabindex]').locator('..').locator('..');
  await scroller.hover();
  await page.mouse.wheel(0, -5_000);
  await expect(back(page)).toBeVisible();
  await expect(mark(page)).toHaveText(/^草むしりに/, { timeout: 12_000 });
  await expect(mark(page)).not.toBeInViewport();
  await page.screenshot({ path: 'test-results/prompter/phone-by-hand.png' });
  await back(page).click();
  await expect(mark(page)).toBeInViewport();
  await expect(back(page)).toHaveCount(0);
});

test('scrolled back to the place by hand, it is followed again after a while @phone', async ({ page }) => {
  await speak(
    page,
    [0, 8, 9, 10, 11].map((index) => SENTENCES[index] ?? ''),
  );
  await expectMarked(page, /^風が通って、$/);
  const scroller = page.locator('section[tabindex]').locator('..').locator('..');
  await scroller.hover();
  await page.mouse.wheel(0, -5_000);
  await expect(back(page)).toBeVisible();
  await expect(mark(page)).not.toBeInViewport();
  // Away for longer than a hand rests: what is out of sight is not fetched.
  await expect(mark(page)).toHaveText(/^草むしりに/, { timeout: 12_000 });
  await expect(back(page)).toBeVisible();
  await page.mouse.wheel(0, 5_000);
  await expect(mark(page)).toBeInViewport();
  await expect(back(page)).toHaveCount(0, { timeout: 10_000 });
  // And stays away, though the text has become a little shorter by it.
  await page.waitForTimeout(1_500);
  await expect(back(page)).toHaveCount(0);
  await expect(mark(page)).toBeInViewport();
});

test('with the key words alone in view, those of the sentence being spoken are marked, and the rest can be peeked at @phone', async ({
  page,
}) => {
  await speak(page, [SENTENCES[0] ?? '', SENTENCES[6] ?? ''], 'キーワードだけ');
  await expectMarked(page, /^植木屋・榎本造園・榎本$/);
  await expect(page.getByText(SENTENCES[6] ?? '')).toHaveCount(0);
  const peek = page.getByRole('button', { name: '原稿をのぞく' });
  await peek.click();
  await expectMarked(page, /./);
  await peek.click();
  await expect(mark(page)).toHaveText(/・/, { timeout: 12_000 });
  await endTake(page);
  await expect(page.getByText('キーワードだけ')).toBeVisible();
});

test('with the beginnings of sentences alone in view, the one being spoken is marked', async ({ page }) => {
  await speak(page, [SENTENCES[0] ?? '', SENTENCES[6] ?? ''], '文の出だしだけ');
  await expectMarked(page, /^庭の/);
  await expectMarked(page, /^お客様は|^お父さん|^最初に/);
});
