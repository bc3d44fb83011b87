import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { createPitch, expectSaved, openLibrary, scriptField, startPitch } from './steps';
import { storedScript } from './stored';
import { watchTrouble } from './watch-trouble';

const TITLE = '朝会';
/** Longer than the app may wait before it saves, ms. */
const LONGER_THAN_AUTOSAVE_MS = 1300;

/** An input method, as Chromium sees one: text under conversion, then the text confirmed. */
class InputMethod {
  constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  async compose(text: string): Promise<void> {
    await this.#key('Process');
    await this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }

  /** Enter, which belongs to the input method while it composes. */
  async confirm(text: string): Promise<void> {
    await this.#key('Enter');
    await this.session.send('Input.insertText', { text });
  }

  /** Keys that an input method takes reach the page with the code 229. */
  async #key(code: string): Promise<void> {
    const key = { key: 'Process', code, windowsVirtualKeyCode: 229 };
    await this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
}

function caret(page: Page): Promise<number> {
  return scriptField(page).evaluate((field: HTMLTextAreaElement) => field.selectionEnd);
}

test('what is still being converted is neither counted nor saved; Enter confirms it and does nothing else', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await createPitch(page, { title: '相続の税理士', variant: TITLE });
  await expectSaved(page);
  const ime = await InputMethod.of(page);
  await scriptField(page).focus();
  for (const kana of ['そ', 'そう', 'そうぞくの', '相続の']) await ime.compose(kana);
  await expect(scriptField(page)).toHaveValue('相続の');
  // That nothing is saved can only be waited for.
  await page.waitForTimeout(LONGER_THAN_AUTOSAVE_MS);
  await expect(page.getByText('まだ書かれていません')).toBeVisible();
  expect(await storedScript(page, TITLE)).toBe('');

  await ime.confirm('相続の');
  await expect(page.getByText('3字', { exact: true })).toBeVisible();
  await expect(scriptField(page)).toHaveValue('相続の');
  await expect.poll(() => storedScript(page, TITLE)).toBe('相続の');

  // Thrown away instead of confirmed.
  await ime.compose('そうだ');
  await ime.compose('');
  await expect(scriptField(page)).toHaveValue('相続の');
  await expect(page.getByText('3字', { exact: true })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('an autosave in the middle of a conversion moves nothing, and the caret stays in its place', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '相続の税理士', variant: TITLE }, '税理士の小椋です。');
  const ime = await InputMethod.of(page);
  await scriptField(page).evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(4, 4);
  });
  await page.keyboard.insertText('、');
  await ime.compose('おぐらけんいち');
  // The comma is saved while the name is converted.
  await expect.poll(() => storedScript(page, TITLE)).toBe('税理士の、小椋です。');
  await expect(scriptField(page)).toHaveValue('税理士の、おぐらけんいち小椋です。');
  expect(await caret(page)).toBe(12);
  await ime.compose('小倉健一');
  await ime.confirm('小倉健一');
  await expect(scriptField(page)).toHaveValue('税理士の、小倉健一小椋です。');
  expect(await caret(page)).toBe(9);
  await expect.poll(() => storedScript(page, TITLE)).toBe('税理士の、小倉健一小椋です。');
  await expectSaved(page);
  expect(await caret(page)).toBe(9);
  await page.keyboard.insertText('と');
  await expect(scriptField(page)).toHaveValue('税理士の、小倉健一と小椋です。');
  expect(trouble).toEqual([]);
});

test('undo and redo go by keys and by buttons, and leave a conversion alone', async ({ page }) => {
  const trouble = watchTrouble(page);
  const first = '税理士の小椋です。';
  await startPitch(page, { title: '相続の税理士', variant: TITLE }, first);
  const field = scriptField(page);
  const ime = await InputMethod.of(page);
  await field.press('ControlOrMeta+End');
  await ime.compose('そうぞくせんもん');
  await ime.confirm('相続専門');
  const second = `${first}相続専門`;
  await expect(field).toHaveValue(second);

  // Ctrl+Z in the middle of a conversion is the input method's.
  await ime.compose('だけ');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue(/^税理士の小椋です。相続専門/);
  await ime.confirm('だけです。');
  const third = `${second}だけです。`;
  await expect(field).toHaveValue(third);

  const values = [await field.inputValue()];
  while (values.length < 10 && (await page.getByRole('button', { name: '元に戻す' }).isEnabled())) {
    await field.press('ControlOrMeta+z');
    await expect(field).not.toHaveValue(values[0] ?? '');
    values.unshift(await field.inputValue());
  }
  expect(values[0]).toBe('');
  // Each phrase that was confirmed is a step of its own.
  expect(values).toEqual(['', first, second, third]);
  for (const value of values.slice(1)) {
    await field.press('ControlOrMeta+Shift+z');
    await expect(field).toHaveValue(value);
  }
  await expect(page.getByRole('button', { name: 'やり直す' })).toBeDisabled();
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(field).toHaveValue(values.at(-2) ?? '');
  await page.getByRole('button', { name: 'やり直す' }).click();
  await expect(field).toHaveValue(third);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await field.press('Control+y');
  await expect(field).toHaveValue(third);
  await expectSaved(page);
  await expect.poll(() => storedScript(page, TITLE)).toBe(third);
  expect(trouble).toEqual([]);
});

test('Enter that confirms a conversion does not send a dialog off', async ({ page }) => {
  await openLibrary(page);
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  const title = dialog.getByLabel('何の紹介ですか');
  await expect(title).toBeFocused();
  const ime = await InputMethod.of(page);
  await ime.compose('はなや');
  await ime.confirm('花屋');
  await expect(title).toHaveValue('花屋');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(scriptField(page)).toBeVisible();
});

test('typed takes take in what is confirmed, and a space is a space', async ({ page }) => {
  await startPitch(page, { title: '花屋の小川', budget: '15秒' }, '花屋の小川です。');
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await page.getByRole('radio', { name: '文字で打つ' }).check();
  await page.getByRole('button', { name: '打ちはじめる' }).click();
  const field = page.getByRole('textbox', { name: '打つところ' });
  await expect(field).toBeFocused();
  const ime = await InputMethod.of(page);
  await ime.compose('はなやの');
  await ime.confirm('花屋の');
  await page.keyboard.press('Space');
  await ime.compose('おがわです');
  await ime.confirm('小川です。');
  await expect(field).toHaveValue('花屋の 小川です。');
  await expect(page.getByText('一時停止中')).toHaveCount(0);
  // Left unconfirmed at the end.
  await ime.compose('みかくてい');
  await page.getByRole('button', { name: '終わる', exact: true }).click();
  await page.getByText('打った文章').last().click();
  await expect(page.getByText(/^花屋の 小川です。/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '花屋の小川です。' })).toContainText(
    '言えました',
  );
});
