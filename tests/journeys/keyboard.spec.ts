import { expect, type Locator, type Page, test } from '@playwright/test';
import { SPOKEN } from './pitches';
import { clock, expectSaved, openLibrary, panel, scriptField } from './steps';
import { watchTrouble } from './watch-trouble';

/** More stops than any screen has. */
const MOST_STOPS = 80;

/** After every step something has the focus, so that the next key goes somewhere. */
async function expectFocusSomewhere(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'none'), { message: `focus ${after}` })
    .not.toMatch(/^(BODY|none)$/);
}

/** Goes on from where the focus is, stop by stop, to `target`. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No stop of the Tab key in ${MOST_STOPS} is ${target}`);
}

test('the whole way without a pointer, and the focus is never lost', async ({ page }) => {
  const trouble = watchTrouble(page);
  const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter') => {
    await tabTo(page, target);
    await page.keyboard.press(key);
    await expectFocusSomewhere(page, `after ${key} on ${target}`);
  };
  await openLibrary(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '本文へ移動' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  // The example goes, and comes back by its notice.
  await press(page.getByRole('button', { name: '見本を片づける' }));
  await expect(page.getByRole('heading', { name: 'まだピッチがありません' })).toBeVisible();
  await press(page.getByRole('region', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }));
  await expect(panel(page, '【見本】はなみずき鍼灸院')).toBeVisible();

  // A dialog keeps the focus, and gives it back.
  const create = page.getByRole('button', { name: '新しいピッチ' });
  await tabTo(page, create, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await expect(dialog.getByLabel('何の紹介ですか')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(create).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('花屋の小川');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: '異業種交流会 1分' })).toBeFocused();
  for (let choice = 0; choice < 2; choice++) await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: '名刺交換 15秒' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('パターンの名前')).toHaveValue('名刺交換');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('朝市');
  await press(dialog.getByRole('button', { name: '作って書きはじめる' }));
  await expect(page.getByRole('heading', { name: '朝市', level: 1 })).toBeFocused();

  // Written, overruled, undone.
  await tabTo(page, scriptField(page));
  await page.keyboard.insertText(SPOKEN);
  await expectSaved(page);
  const benefit = panel(page, '文ごとの確認')
    .getByRole('listitem')
    .first()
    .getByRole('button', { name: 'ベネフィット' });
  await expect(benefit).toHaveAttribute('aria-pressed', 'false');
  await press(benefit, 'Space');
  await expect(benefit).toHaveAttribute('aria-pressed', 'true');
  await expect(benefit).toBeFocused();
  const undo = page.getByRole('button', { name: '元に戻す' }).first();
  await tabTo(page, undo, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(benefit).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(scriptField(page)).toHaveValue('');
  await expectFocusSomewhere(page, 'after the last undo');
  await tabTo(page, page.getByRole('button', { name: 'やり直す' }));
  await page.keyboard.press('Enter');
  await expect(scriptField(page)).toHaveValue(SPOKEN);
  await expectFocusSomewhere(page, 'after redo');

  // Rehearsed with the microphone, paused and resumed with the space bar.
  await press(page.getByRole('link', { name: 'この原稿で練習する' }));
  await expect(page.getByRole('heading', { name: '「朝市」を練習する', level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: '声で(録音とタイマー)' }));
  await press(page.getByRole('button', { name: 'マイクを確かめる' }));
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  await press(page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }));
  await expect(clock(page)).toBeVisible();
  await expectFocusSomewhere(page, 'on stage');
  await page.keyboard.press('Space');
  await expect(page.getByText('一時停止中')).toBeVisible();
  await press(page.getByRole('button', { name: '再開する' }));
  await expect(page.getByText('一時停止中')).toHaveCount(0);
  await press(page.getByRole('button', { name: '終わる', exact: true }));
  await expect(page.getByRole('heading', { name: 'テイクを振り返る', level: 1 })).toBeFocused();

  // Reviewed: played, noted, deleted, brought back.
  await press(panel(page, '録音').getByRole('button', { name: '再生', exact: true }), 'Space');
  await tabTo(page, page.getByRole('textbox', { name: '気づき' }));
  await page.keyboard.insertText('目を見て話す');
  await press(page.getByRole('link', { name: 'すべてのテイク' }));
  await expect(page.getByRole('heading', { name: '「朝市」を振り返る', level: 1 })).toBeFocused();
  await press(page.getByRole('button', { name: /のテイクを削除$/ }));
  await expect(page.getByRole('heading', { name: 'まだテイクがありません' })).toBeVisible();
  await press(page.getByRole('region', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }));
  await expect(page.getByRole('cell', { name: '目を見て話す' })).toBeVisible();

  // A menu opens, closes with Escape, and its choice opens a dialog.
  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: '使い分ける' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '使い分ける', level: 1 })).toBeFocused();
  const menu = page.getByRole('button', { name: '「朝市」の操作' });
  await press(menu);
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page.getByRole('button', { name: '複製して別のパターンに' }));
  await expect(page.getByRole('dialog').getByRole('radio', { checked: true }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expectFocusSomewhere(page, 'after the dialog was left');
  await press(menu);
  await press(page.getByRole('button', { name: 'このパターンを削除' }));
  await press(page.getByRole('region', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }));
  await expect(page.getByRole('link', { name: '朝市' })).toBeVisible();
  expect(trouble).toEqual([]);
});
