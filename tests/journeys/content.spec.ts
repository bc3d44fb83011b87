import { expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { fakeSpeechRecognitionScript } from '../fakes/fake-speech-recognition';
import { SPOKEN, VOICE } from './pitches';
import { chooseRehearsal, clock, endTake, goTo, panel, startPitch, untilLeft } from './steps';
import { watchTrouble } from './watch-trouble';

const UNSAID = '雨の日は、玄関先までお持ちします。';
const CONTENT = '原稿とのつき合わせ';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

/** Where the recording is, as its slider tells. */
const positionOf = (page: Page) => page.getByRole('slider', { name: '再生の位置' });

test('each thing that was said is one press from its moment in the recording @both', async ({ page }) => {
  const trouble = watchTrouble(page);
  const said = [
    'はじめまして花屋の小川なんですけど',
    '忙しい家庭に忙しい家庭に向けて週に一度小さな花束を届けてるんですけど',
    'ちなみに私も猫と暮らしていて毎朝とても賑やかなんですけど',
  ];
  await page.addInitScript({
    content: fakeSpeechRecognitionScript({
      source: 'Chrome on the desktop: final results in one session.',
      names: ['SpeechRecognition', 'webkitSpeechRecognition'],
      onDevice: false,
      sessions: [
        {
          events: [
            { atMs: 40, type: 'start' },
            ...said.map((_, index) => ({
              atMs: 2_000 + 3_000 * index,
              type: 'result' as const,
              resultIndex: index,
              results: said.slice(0, index + 1).map((words): [string, number, boolean] => [words, 0.9, true]),
            })),
          ],
        },
      ],
    }),
  });
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, `${SPOKEN}${UNSAID}`);
  // Right from typing: what makes room for the keyboard must not come back under the finger.
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(言葉も聞き取る)');
  await page.getByRole('button', { name: 'わかりました。使います' }).click();
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await expect(clock(page)).toBeVisible();
  await untilLeft(page, 5);
  await endTake(page);

  const content = panel(page, CONTENT);
  await expect(content.getByRole('heading', { name: '原稿にない言葉' })).toBeVisible();
  await expect(content.getByRole('heading', { name: '言い直したところ' })).toBeVisible();
  await expect(content).toContainText('「忙しい家庭に」');
  await expect(content).toContainText('「〜んですけど」が3回');
  const added = content.getByRole('button', { name: /ちなみに私も.*」を聞く$/ });
  await added.click();
  await expect(page.getByRole('button', { name: '一時停止', exact: true })).toBeVisible();
  await expect.poll(async () => Number(await positionOf(page).inputValue())).toBeGreaterThanOrEqual(4);
  await content
    .getByRole('button', { name: /^「はじめまして.*」を聞く$/ })
    .first()
    .click();
  await expect.poll(async () => Number(await positionOf(page).inputValue())).toBeLessThanOrEqual(3);
  await expect(content.getByRole('button', { name: `「${UNSAID}」を聞く` })).toHaveCount(0);
  await content.scrollIntoViewIfNeeded();
  expect(trouble).toEqual([]);
});

test('without recognition: sentences ticked while listening back, or typed, are held against the script @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, `${SPOKEN}${UNSAID}`);
  await goTo(page, '練習する');
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await untilLeft(page, 11);
  await endTake(page);

  const content = panel(page, CONTENT);
  await expect(content).toContainText('何を話したかまでは分かりません');
  await content.getByRole('button', { name: '話したことを記録する' }).click();
  await content.getByRole('button', { name: '録音を聞く' }).click();
  await content.getByRole('checkbox', { name: /はじめまして/ }).check();
  await content.getByRole('checkbox', { name: /忙しい家庭に/ }).check();
  await content.getByRole('button', { name: 'これでつき合わせる' }).click();
  const sentences = content.getByRole('listitem');
  await expect(sentences.filter({ hasText: 'はじめまして' })).toContainText('言えました');
  await expect(sentences.filter({ hasText: UNSAID })).toContainText('言い漏らし');
  await expect(page.getByText('自分で記録した言葉')).toBeVisible();

  // Kept; and what was ticked is ticked again.
  await page.reload();
  await expect(sentences.filter({ hasText: UNSAID })).toContainText('言い漏らし');
  await content.getByRole('button', { name: '話したことの記録を直す' }).click();
  await expect(content.getByRole('checkbox', { name: /はじめまして/ })).toBeChecked();
  await expect(content.getByRole('checkbox', { name: UNSAID })).not.toBeChecked();

  await content.getByRole('radio', { name: '話した言葉を打ち込む' }).check();
  await content
    .getByRole('textbox')
    .fill('はじめまして、はなやのおがわです。あめのひはげんかんさきまでおもちします');
  // Left without an answer: what was typed is kept all the same.
  await page.getByRole('link', { name: 'すべてのテイク' }).click();
  await page.goBack();
  await expect(sentences.filter({ hasText: UNSAID })).toContainText('言えました');
  await expect(sentences.filter({ hasText: '忙しい家庭に' })).toContainText('言い漏らし');
  await content.getByRole('button', { name: '話したことの記録を直す' }).click();
  await content.getByRole('button', { name: '記録を取り消す' }).click();
  await expect(content).toContainText('何を話したかまでは分かりません');
  expect(trouble).toEqual([]);
});
