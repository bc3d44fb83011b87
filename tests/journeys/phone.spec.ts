import { expect, test } from '@playwright/test';
import { expectFits } from './fits';
import { readPitch } from './pitches';
import { clock, expectReview, expectSaved, openLibrary, panel, scriptField } from './steps';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('rice-flour-bakery');

test('the whole way by touch, and every screen of it fits a narrow phone and text of twice the size @phone', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await expect(page.getByText('確認中')).toHaveCount(0);
  await expectFits(page, 'library with the example');
  await page.getByRole('button', { name: '「異業種交流会」の操作' }).tap();
  await expectFits(page, 'menu of a variant');
  await page.getByRole('button', { name: '複製して別のパターンに' }).tap();
  await expectFits(page, 'dialog for a copy');
  await page.getByRole('dialog').getByRole('button', { name: 'やめる' }).tap();
  await page.getByRole('button', { name: '見本を片づける' }).tap();
  await expectFits(page, 'empty library with a notice');

  await page.getByRole('button', { name: '最初のピッチを書く' }).tap();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await dialog.getByLabel('分', { exact: true }).fill('');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).tap();
  await expectFits(page, 'dialog for a pitch, with errors');
  await dialog.getByText('1分', { exact: true }).tap();
  await dialog
    .getByLabel('何の紹介ですか')
    .fill('米粉パンの工房「ひとつぶ」、アレルギーのあるお子さんのために');
  await dialog.getByLabel('聞き手').fill('学童や保育園で働く方、小さなお子さんのいるご家庭の方');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).tap();

  await expectFits(page, 'empty script');
  await scriptField(page).fill(PITCH);
  await expectSaved(page);
  const sentences = panel(page, '文ごとの確認').getByRole('listitem');
  await expect(sentences.first()).toBeVisible();
  await expectFits(page, 'script with its analysis');
  // The count stays in view while one types at the end of the script.
  await scriptField(page).tap();
  await expect(page.getByText('ちょうどよい長さです')).toBeInViewport();

  await page.getByRole('link', { name: 'この原稿で練習する' }).tap();
  await expectFits(page, 'choosing how to rehearse');
  await page.getByText('声で(言葉も聞き取る)').tap();
  await page.getByRole('button', { name: 'マイクを確かめる' }).tap();
  await expectFits(page, 'consent');
  await page.getByRole('button', { name: '使わずに、録音とタイマーで練習する' }).tap();
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  await expectFits(page, 'microphone check');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).tap();
  await expect(clock(page)).toBeVisible();
  await expectFits(page, 'stage with the whole script');
  // Whatever the text's size, the way to stop is in reach.
  await expect(page.getByRole('button', { name: '終わる', exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: '一時停止' }).tap();
  await expectFits(page, 'stage, paused');
  await page.getByRole('button', { name: '再開する' }).tap();
  await page.getByRole('button', { name: '終わる', exact: true }).tap();
  await expectReview(page);
  await expect(panel(page, '録音').getByRole('button', { name: '再生', exact: true })).toBeVisible();
  await expectFits(page, 'review of a take by voice');
  await page.getByRole('textbox', { name: '気づき' }).fill('ゆっくり、相手の目を見て。名前はもう一度言う。');

  await page.getByRole('link', { name: 'もう一度練習する' }).last().tap();
  await page.getByText('文字で打つ', { exact: true }).tap();
  await page.getByText('文の出だしだけ').tap();
  await page.getByRole('button', { name: '打ちはじめる' }).tap();
  await page.getByRole('textbox', { name: '打つところ' }).fill(PITCH.slice(0, 120));
  await expectFits(page, 'typed stage with cues');
  await page.getByRole('button', { name: '終わる', exact: true }).tap();
  await expectReview(page);
  await page.getByText('打った文章').last().tap();
  await expectFits(page, 'review of a typed take');

  await page.getByRole('link', { name: 'すべてのテイク' }).tap();
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await expectFits(page, 'all takes');
  await page.getByRole('link', { name: '設定' }).tap();
  await expectFits(page, 'settings');
  await page.getByRole('button', { name: 'すべて消す…' }).tap();
  await expectFits(page, 'removal');
  await page.getByRole('dialog').getByRole('button', { name: 'やめる' }).tap();
  await page.getByRole('link', { name: '一分' }).tap();
  await expect(page.getByRole('link', { name: '2回' })).toBeVisible();
  await expectFits(page, 'library with takes');
  expect(trouble).toEqual([]);
});
