import { expect, type Page, test } from '@playwright/test';
import { choose, createPitch, fillTimeBudget, goTo, openLibrary, panel, scriptField, undo } from './steps';
import { watchTrouble } from './watch-trouble';

const EXAMPLE = '【見本】はなみずき鍼灸院';

/** The names in the order of the page, all pitches together. */
async function variantNames(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').getByRole('link').allTextContents();
}

test('the worked example shows how it works and goes away with one click, back with one more', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  const example = panel(page, EXAMPLE);
  await expect(page.getByText('これは見本です')).toBeVisible();
  const minute = example.getByRole('row').filter({ hasText: '異業種交流会' });
  await expect(minute).toContainText('ちょうどよい');
  await expect(minute).toContainText(/(5\d秒|1分|1分0\d秒)/);
  for (const element of ['ターゲット', '特徴', 'ベネフィット']) {
    await expect(minute.getByText(`${element}あり`)).toBeVisible();
  }

  await page.getByRole('button', { name: '見本を片づける' }).click();
  await expect(example).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'まだピッチがありません' })).toBeVisible();
  await undo(page, `「${EXAMPLE}」を削除しました。`);
  await expect(example).toBeVisible();

  await page.getByRole('button', { name: '見本を片づける' }).click();
  await expect(page.getByRole('heading', { name: 'まだピッチがありません' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'まだピッチがありません' })).toBeVisible();
  await expect(example).toHaveCount(0);

  await page.getByRole('button', { name: '最初のピッチを書く' }).click();
  await expect(page.getByRole('dialog', { name: '新しいピッチを作る' })).toBeVisible();
  expect(trouble).toEqual([]);
});

test('pitches and variants are made, renamed, put in order, and deleted with a way back', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await createPitch(page, { title: '相続の税理士', variant: '朝会', audience: '経営者の方', budget: '40秒' });
  await scriptField(page).fill('相続税の申告だけを、25年お手伝いしている税理士の小椋です。');
  await goTo(page, '使い分ける');
  await panel(page, '相続の税理士').getByRole('button', { name: 'パターンを足す' }).click();
  const adding = page.getByRole('dialog', { name: '新しいパターンを作る' });
  await adding.getByLabel('パターンの名前').fill('名刺交換');
  await fillTimeBudget(adding, '15秒');
  await adding.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(page.getByRole('heading', { name: '名刺交換', level: 1 })).toBeVisible();
  await goTo(page, '使い分ける');
  await createPitch(page, { title: '町の写真館', variant: '商店会' });
  await goTo(page, '使い分ける');
  await expect.poll(() => variantNames(page)).toEqual(['朝会', '名刺交換', '商店会']);

  await choose(page, '相続の税理士', '名前を変える');
  const renaming = page.getByRole('dialog', { name: '名前を変える' });
  await renaming.getByLabel('何の紹介ですか').fill('  ');
  await renaming.getByRole('button', { name: '変更を保存' }).click();
  await expect(renaming.getByText('名前を入れてください。あとから変えられます。')).toBeVisible();
  await renaming.getByLabel('何の紹介ですか').fill('相続専門の小椋税理士事務所');
  await renaming.getByRole('button', { name: '変更を保存' }).click();
  await expect(page.getByRole('heading', { name: '相続専門の小椋税理士事務所' })).toBeVisible();

  await choose(page, '朝会', '聞き手・持ち時間を変える');
  const editing = page.getByRole('dialog', { name: 'パターンの設定' });
  await editing.getByLabel('パターンの名前').fill('火曜の朝会');
  await editing.getByLabel('聞き手').fill('建設業の方');
  await fillTimeBudget(editing, '1分30秒');
  await editing.getByRole('button', { name: '変更を保存' }).click();
  const row = page.getByRole('row').filter({ hasText: '火曜の朝会' });
  await expect(row).toContainText('建設業の方');
  await expect(row).toContainText('1分30秒');
  await expect(row).toContainText('30字');

  await choose(page, '名刺交換', '上へ動かす');
  await expect.poll(() => variantNames(page)).toEqual(['名刺交換', '火曜の朝会', '商店会']);
  await choose(page, '町の写真館', '上へ動かす');
  await expect.poll(() => variantNames(page)).toEqual(['商店会', '名刺交換', '火曜の朝会']);
  await page.getByRole('button', { name: '「名刺交換」の操作' }).click();
  await expect(
    page.getByRole('group', { name: '「名刺交換」の操作' }).getByRole('button', { name: '上へ動かす' }),
  ).toBeDisabled();
  await page.keyboard.press('Escape');

  await choose(page, '名刺交換', 'このパターンを削除');
  await expect.poll(() => variantNames(page)).toEqual(['商店会', '火曜の朝会']);
  await undo(page, 'パターン「名刺交換」を削除しました。');
  await expect.poll(() => variantNames(page)).toEqual(['商店会', '名刺交換', '火曜の朝会']);
  await choose(page, '町の写真館', 'このピッチを削除');
  await choose(page, '名刺交換', 'このパターンを削除');
  await expect.poll(() => variantNames(page)).toEqual(['火曜の朝会']);

  // Later than the notice, and in another sitting.
  await page.reload();
  await expect.poll(() => variantNames(page)).toEqual(['火曜の朝会']);
  await page.getByRole('link', { name: '設定' }).click();
  const deleted = panel(page, '最近削除したもの').getByRole('listitem');
  await deleted.filter({ hasText: '町の写真館' }).getByRole('button', { name: '戻す' }).click();
  await deleted.filter({ hasText: '名刺交換' }).getByRole('button', { name: '戻す' }).click();
  await page.getByRole('link', { name: '一分' }).click();
  await expect.poll(() => variantNames(page)).toEqual(['商店会', '名刺交換', '火曜の朝会']);
  await page.reload();
  await expect.poll(() => variantNames(page)).toEqual(['商店会', '名刺交換', '火曜の朝会']);
  expect(trouble).toEqual([]);
});

test('a time budget of one\u2019s own sets the target, and one that cannot be is refused with a reason', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  const submit = dialog.getByRole('button', { name: '作って書きはじめる' });
  await dialog.getByLabel('パターンの名前').fill('');
  await submit.click();
  await expect(
    dialog.getByText('名前を入れてください。あとから変えられます。', { exact: true }),
  ).toBeVisible();
  await expect(dialog.getByText('パターンの名前を入れてください。あとから変えられます。')).toBeVisible();
  await dialog.getByLabel('何の紹介ですか').fill('防災セミナー');
  await dialog.getByLabel('パターンの名前').fill('自治会');
  await fillTimeBudget(dialog, '');
  const seconds = dialog.getByLabel('秒', { exact: true });
  for (const impossible of ['', '4', '1801', '45.5', '一分']) {
    await seconds.fill(impossible);
    await submit.click();
    await expect(dialog.getByText('5秒から30分までの時間を、数字で入れてください。')).toBeVisible();
  }
  // As an input method leaves figures.
  await seconds.fill('４５');
  await submit.click();
  await expect(page.getByText('持ち時間 45秒')).toBeVisible();
  await expect(page.getByText('目標 225〜263字')).toBeVisible();
  expect(trouble).toEqual([]);
});
