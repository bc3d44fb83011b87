import { expect, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { expectFits } from './fits';
import { countVisible, readPitch } from './pitches';
import {
  chooseRehearsal,
  clock,
  endTake,
  expectSaved,
  goTo,
  panel,
  scriptField,
  startPitch,
  writeScript,
} from './steps';
import { watchTrouble } from './watch-trouble';

test.use({ viewport: { width: 390, height: 844 } });

const PITCH = readPitch('web-production');
const SENTENCES = 9;

async function chooseFromMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'このパターンの操作' }).click();
  await page.getByRole('button', { name: entry }).click();
}

/** The sentences in the order chosen, each by its beginning. */
async function order(page: Page): Promise<string[]> {
  const items = panel(page, '話す文').getByRole('listitem');
  return (await items.allTextContents()).map((text) => text.slice(0, 5));
}

async function openFitting(page: Page): Promise<void> {
  await chooseFromMenu(page, '時間に合わせる');
  await expect(
    page.getByRole('heading', { name: '「異業種交流会」を時間に合わせる', level: 1 }),
  ).toBeFocused();
  await expect(page.getByText(/^\d+秒超えています$/)).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a minute becomes thirty seconds, and the two are seen beside each other (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const trouble = watchTrouble(page);
    await startPitch(page, { title: 'ハコニワ', audience: '町工場の社長' }, PITCH);
    await openFitting(page);
    await expectFits(page, 'fitting');
    await expectNoAxeViolations(page);

    await page.getByRole('button', { name: '短くする案' }).click();
    await expect(page.getByText(/^時間に収まります$|^\d+秒余ります$/)).toBeVisible();
    for (const element of ['ターゲットあり', '特徴あり', 'ベネフィットあり'])
      await expect(page.getByText(element).first()).toBeVisible();
    await expectFits(page, 'fitting, with a suggestion');
    await expectNoAxeViolations(page);

    // Whatever the suggestion leaves, the person has the last word.
    const kept = panel(page, '話す文');
    const greeting = kept.getByRole('checkbox', { name: 'こんにちは、' });
    if (await greeting.isChecked()) await kept.getByText('こんにちは、', { exact: true }).click();
    await kept.getByRole('checkbox', { name: '2番目の文を話す' }).uncheck();

    await page.getByRole('button', { name: '新しいパターンにする' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('パターンの名前')).toHaveValue('異業種交流会(30秒)');
    await dialog.getByLabel('聞き手').fill('朝会の仲間');
    await dialog.getByRole('button', { name: '作って見比べる' }).click();

    await expect(page.getByRole('heading', { name: '2つのパターンを見比べる', level: 1 })).toBeFocused();
    // Which sentences go hangs on what the judge says of each; that some do is what shortens.
    await expect(page.getByText(/削った \d文/)).toBeVisible();
    const differences = panel(page, '文のちがい');
    await expect(
      differences.locator('del:visible', { hasText: '突然ですが、皆さんの会社のホームページ' }),
    ).toHaveCount(1);
    await expect(differences.locator('li', { hasText: '短くした' }).first()).toContainText(
      '削除「こんにちは、」Web制作の',
    );
    await expect(panel(page, '長さと要素のちがい').getByRole('row', { name: /文字数/ })).toContainText(
      /−1\d\d字/u,
    );
    await expectFits(page, 'comparison');
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(differences.getByRole('columnheader', { name: '異業種交流会(30秒)' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 390, height: 844 });

    await page.getByRole('button', { name: '左右を入れ替える' }).click();
    await expect(page.getByText(/足した \d文/)).toBeVisible();

    await page.getByRole('link', { name: '「異業種交流会」を書く' }).click();
    await expect(scriptField(page)).toHaveValue(PITCH);
    expect(trouble).toEqual([]);
  });
}

test('a minute becomes a text to be read, in so many characters', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  await openFitting(page);
  const goal = page.getByRole('combobox', { name: 'どれに合わせますか' });
  await goal.selectOption('100〜200字(SNSの最初のメッセージ)');
  await expect(
    page.getByRole('heading', { name: '「異業種交流会」を文字数に合わせる', level: 1 }),
  ).toBeVisible();
  await expect(page.getByText(/^\d+字超えています$/)).toBeVisible();
  // Characters, not seconds: of the whole and of each sentence.
  await expect(page.getByText('読み上げ目安')).toHaveCount(0);
  const sentences = panel(page, '載せる文');
  await expect(sentences.getByText(/\d+秒/)).toHaveCount(0);
  const counts = async (): Promise<number[]> =>
    (await sentences.getByText(/^\d+字$/).allTextContents()).map((words) => Number.parseInt(words, 10));
  expect((await counts()).reduce((sum, count) => sum + count, 0)).toBe(countVisible(PITCH));

  await page.getByRole('button', { name: '短くする案' }).click();
  await expect(page.getByText('目標に収まります')).toBeVisible();
  await expect(page.getByText('200字に合わせた案にしました。', { exact: false })).toBeVisible();
  await expectFits(page, 'fitting to characters');
  await expectNoAxeViolations(page);

  // Any other number: the choice opens the fields that the variant's own settings have.
  await goal.selectOption('そのほか');
  await page.getByLabel('字まで').fill('90');
  await expect(page.getByText('1から20000までの数で、少ないほうを先に入れてください。')).toBeVisible();
  await page.getByLabel('字から').fill('70');
  await expect(page.getByText('/ 70〜90字')).toBeVisible();
  await expectFits(page, 'fitting to characters of one’s own');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: '短くする案' }).click();
  const result = (await panel(page, 'できあがり').locator('p').first().textContent()) ?? '';

  await page.getByRole('button', { name: '新しいパターンにする' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('パターンの名前')).toHaveValue('異業種交流会(90字)');
  await expect(dialog.getByLabel('字まで')).toHaveValue('90');
  await dialog.getByRole('button', { name: '作って見比べる' }).click();
  await page.getByRole('link', { name: '「異業種交流会(90字)」を書く' }).click();
  await expect(scriptField(page)).toHaveValue(result);
  await chooseFromMenu(page, '文字数に合わせる');
  await expect(goal.locator('option:checked')).toHaveText('70〜90字');
  expect(trouble).toEqual([]);
});

test('choices are switched, moved by keys and by mouse, undone, and outlast other screens and a reload', async ({
  page,
}) => {
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  await openFitting(page);
  const sentences = panel(page, '話す文');
  await sentences.getByRole('checkbox', { name: '2番目の文を話す' }).uncheck();
  await sentences.getByText('こんにちは、', { exact: true }).click();
  await expect(sentences.getByRole('checkbox', { name: 'こんにちは、' })).not.toBeChecked();
  const result = panel(page, 'できあがり');
  await expect(result).toContainText(/できあがりWeb制作の株式会社ハコニワ、代表の小鳥遊です。担当者が/);

  // By keys: the handle keeps the focus, and the new place is said.
  const handle = sentences.getByRole('button', { name: /^3番目の文をつかんで/ });
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('9文のうち2番目に動かしました。')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('9文のうち1番目に動かしました。')).toBeVisible();
  expect((await order(page))[0]).toBe('担当者が辞');
  await expect(sentences.getByRole('button', { name: /^1番目の文をつかんで/ })).toBeFocused();

  // By a pointer: the first sentence is carried below the third.
  const first = sentences.getByRole('button', { name: /^1番目の文をつかんで/ });
  await first.scrollIntoViewIfNeeded();
  const grip = (await first.boundingBox())!;
  const third = (await sentences.getByRole('listitem').nth(2).boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, third.y + third.height * 0.4, { steps: 6 });
  await page.mouse.move(grip.x + grip.width / 2, third.y + third.height, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => order(page).then((all) => all[2])).toBe('担当者が辞');
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await expect.poll(() => order(page).then((all) => all[0])).toBe('担当者が辞');
  await page.getByRole('button', { name: 'やり直す' }).click();
  await expect.poll(() => order(page).then((all) => all[2])).toBe('担当者が辞');

  const chosen = await result.textContent();
  await goTo(page, '書く');
  await expect(scriptField(page)).toHaveValue(PITCH);
  await chooseFromMenu(page, '時間に合わせる');
  await expect(result).toHaveText(chosen!);
  await page.reload();
  await expect(result).toHaveText(chosen!);
  await expect(sentences.getByRole('listitem')).toHaveCount(SENTENCES);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true });

  test('a sentence is carried by its handle, and a finger that is lost leaves it', async ({ page }) => {
    await startPitch(page, { title: 'ハコニワ' }, PITCH);
    await openFitting(page);
    const sentences = panel(page, '話す文');
    const before = await order(page);
    const finger = await page.context().newCDPSession(page);
    /** From the first sentence's handle to the lower part of the second sentence. */
    const carry = async (end: 'touchEnd' | 'touchCancel') => {
      const handle = sentences.getByRole('button', { name: /^1番目の文をつかんで/ });
      await handle.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const grip = (await handle.boundingBox())!;
      const second = (await sentences.getByRole('listitem').nth(1).boundingBox())!;
      const x = grip.x + grip.width / 2;
      const from = grip.y + grip.height / 2;
      const to = from + second.height * 0.8;
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: from }] });
      for (let step = 1; step <= 6; step += 1) {
        const y = from + ((to - from) * step) / 6;
        await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
      }
      await finger.send('Input.dispatchTouchEvent', { type: end, touchPoints: [] });
    };
    await carry('touchCancel');
    expect(await order(page)).toEqual(before);
    await carry('touchEnd');
    await expect.poll(() => order(page)).toEqual([before[1], before[0], ...before.slice(2)]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => order(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => order(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  });
});

test('what carries an element is said before it goes, and that it is gone after', async ({ page }) => {
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  await openFitting(page);
  await page.getByRole('button', { name: '短くする案' }).click();
  const sentence = panel(page, '話す文')
    .getByRole('listitem')
    .filter({ hasText: 'ベネフィットはこの文だけです' });
  await sentence.getByRole('checkbox', { name: /^\d番目の文を話す$/ }).uncheck();
  await expect(page.getByText('ベネフィットを伝える文がなくなりました。')).toBeVisible();
});

test('every burst of writing can be read, compared and put back, with the takes made on it', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  await goTo(page, '練習する');
  await chooseRehearsal(page, 'タイマーだけ');
  await expect(clock(page)).toBeVisible();
  await endTake(page);
  await goTo(page, '書く');
  await writeScript(page, PITCH.replace('社員30人以下', '社員20人以下'));
  await chooseFromMenu(page, 'これまでの原稿');
  await expect(
    page.getByRole('heading', { name: '「異業種交流会」のこれまでの原稿', level: 1 }),
  ).toBeFocused();

  const items = page.getByRole('main').locator('ol').first().locator('> li');
  await expect(items).toHaveCount(2);
  await expect(items.nth(0)).toContainText('いまの原稿');
  const old = items.nth(1);
  await expect(old).toContainText('いまの原稿まで: 言葉を変えた 1文');
  await expect(old.getByRole('heading', { name: 'この原稿で話したテイク' })).toBeVisible();
  await old.getByText('どこを変えたかを見る').click();
  await expect(old.locator('del')).toContainText('30');
  await expect(old.locator('ins')).toContainText('20');
  await expectFits(page, 'revisions');
  await expectNoAxeViolations(page);

  await old.getByRole('button', { name: /の原稿に戻す$/ }).click();
  await expect(page.getByText('前の原稿に戻しました。')).toBeVisible();
  await goTo(page, '書く');
  await expect(scriptField(page)).toHaveValue(PITCH);
  await expectSaved(page);
  await page.getByRole('button', { name: '元に戻す' }).first().click();
  await expect(scriptField(page)).toHaveValue(PITCH.replace('社員30人以下', '社員20人以下'));

  // The take is still of the text it was spoken from.
  await chooseFromMenu(page, 'これまでの原稿');
  const spoken = page.getByRole('main').locator('ol > li').filter({ hasText: 'この原稿で話したテイク' });
  await expect(spoken).toHaveCount(1);
  await spoken.getByText('原稿を読む').click();
  await expect(spoken).toContainText('社員30人以下');
  await spoken.getByRole('listitem').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'テイクを振り返る', level: 1 })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a variant that is alone says how to get one to compare with', async ({ page }) => {
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  await chooseFromMenu(page, '見比べる');
  await expect(page.getByText('見比べる相手がまだありません')).toBeVisible();
  await expectFits(page, 'nothing to compare with');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: '複製して作る' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('パターンの名前').fill('朝会');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await page.getByRole('link', { name: 'もとの「異業種交流会」と見比べる' }).click();
  await expect(page.getByText('どの文も同じです。')).toBeVisible();
});

test('the two variants are chosen from all of the pitch, and the choice keeps the focus', async ({
  page,
}) => {
  await startPitch(page, { title: 'ハコニワ' }, PITCH);
  for (const title of ['朝会', '名刺交換']) {
    await chooseFromMenu(page, '複製して別のパターンに');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('パターンの名前').fill(title);
    await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  }
  await writeScript(page, PITCH.replace('SNSの投稿もまとめてお任せいただけます。', ''));
  await chooseFromMenu(page, '見比べる');
  const before = page.getByRole('combobox', { name: 'もとのパターン' });
  await expect(before.locator('option:checked')).toHaveText('朝会(1分)');
  await before.focus();
  await before.selectOption('異業種交流会(1分)');
  await expect(before).toBeFocused();
  await expect(page.getByText('削った 1文')).toBeVisible();
  // The other side's choice changes sides.
  await before.selectOption('名刺交換(1分)');
  await expect(page.getByText('足した 1文')).toBeVisible();
});
