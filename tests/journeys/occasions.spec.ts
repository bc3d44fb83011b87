import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoAxeViolations } from './axe';
import { expectFits } from './fits';
import { countVisible } from './pitches';
import {
  choose,
  createPitch,
  fillTimeBudget,
  goTo,
  openLibrary,
  panel,
  scriptField,
  undo,
  writeScript,
} from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

const MESSAGE =
  'はじめまして。緑町で花屋をしている小川と申します。お店のインスタグラムで、窓辺の写真をいつも楽しみに見ています。うちでは、水替えのいらない小さな花を、週に一度お届けしています。飲食店の方には、テーブルが明るくなったと喜んでいただいています。一度、見本をお持ちしてもよろしいでしょうか。';

const occasions = (page: Page): Locator => panel(page, '場面');
/** The names in the order of the list, without what each allows. */
const names = async (page: Page): Promise<string[]> => {
  const rows = await occasions(page).locator('li > span').allTextContents();
  return rows.map((words) => words.split(' ')[0] ?? '');
};

test('an occasion fills the dialog in, and everything in it can still be said otherwise @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  const title = dialog.getByLabel('パターンの名前');
  const minutes = dialog.getByLabel('分', { exact: true });
  const seconds = dialog.getByLabel('秒', { exact: true });
  const from = dialog.getByLabel('字から');
  const to = dialog.getByLabel('字まで');
  await expect(dialog.getByRole('radio', { name: '異業種交流会 1分' })).toBeChecked();

  await dialog.getByRole('radio', { name: '朝会 40秒' }).check();
  await expect(title).toHaveValue('朝会');
  await expect(minutes).toHaveValue('');
  await expect(seconds).toHaveValue('40');
  await expect(from).toHaveValue('200');
  await expect(to).toHaveValue('233');

  // A name that was typed stays; another time is no longer what the occasion allows.
  await title.fill('火曜の朝会');
  await dialog.getByRole('radio', { name: '1対1(5〜10分)' }).check();
  await expect(title).toHaveValue('火曜の朝会');
  await expect(minutes).toHaveValue('10');
  await expect(from).toHaveValue('1500');
  await expect(to).toHaveValue('3500');
  await minutes.fill('8');
  await expect(dialog.getByRole('radio', { name: 'そのほか' })).toBeChecked();
  await expect(to).toHaveValue('2800');
  await expectFits(page, 'dialog with a time of its own');

  // Read instead of spoken: characters, no time.
  await dialog.getByRole('radio', { name: 'SNSの最初のメッセージ' }).check();
  await expect(dialog.getByRole('radio', { name: '読んでもらう' })).toBeChecked();
  await expect(minutes).toHaveCount(0);
  await expect(to).toHaveValue('200');
  await to.fill('九十');
  await dialog.getByLabel('何の紹介ですか').fill('花屋の小川');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(dialog.getByText('1から20000までの数で、少ないほうを先に入れてください。')).toBeVisible();
  await expectFits(page, 'dialog for what is read, with an error');
  await expectNoAxeViolations(page);
  await dialog.getByRole('radio', { name: '話す' }).check();
  await minutes.fill('1');
  await seconds.fill('30');
  await to.fill('480');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(page.getByText('目標 450〜480字')).toBeVisible();

  // What is there is shown as it is.
  await page.getByRole('button', { name: 'このパターンの操作' }).click();
  await page.getByRole('button', { name: '聞き手・持ち時間を変える' }).click();
  const changing = page.getByRole('dialog', { name: 'パターンの設定' });
  await expect(changing.getByRole('radio', { name: 'そのほか' })).toBeChecked();
  await expect(changing.getByLabel('パターンの名前')).toHaveValue('火曜の朝会');
  await expect(changing.getByLabel('分', { exact: true })).toHaveValue('1');
  await expect(changing.getByLabel('秒', { exact: true })).toHaveValue('30');
  await expect(changing.getByLabel('字まで')).toHaveValue('480');
  // The range was meant for that time.
  await fillTimeBudget(changing, '1分');
  await expect(changing.getByLabel('字まで')).toHaveValue('350');
  expect(trouble).toEqual([]);
});

test('the list of occasions is the person’s own: added to, changed, put in order, shortened, put back @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await createPitch(page, { title: '花屋の小川', variant: '朝会', budget: '40秒' });
  await scriptField(page).fill('花屋の小川です。');
  await page.getByRole('link', { name: '設定' }).click();
  const builtIn = [
    '異業種交流会',
    '朝会',
    '名刺交換',
    'メインプレゼン',
    '1対1(5〜10分)',
    'SNSの最初のメッセージ',
  ];
  await expect.poll(() => names(page)).toEqual(builtIn);
  const reset = occasions(page).getByRole('button', { name: 'はじめの一覧に戻す' });
  await expect(reset).toHaveCount(0);
  await expectFits(page, 'settings with the occasions');

  await occasions(page).getByRole('button', { name: '場面を足す' }).click();
  const adding = page.getByRole('dialog', { name: '新しい場面' });
  await fillTimeBudget(adding, '3秒');
  await adding.getByRole('button', { name: '足す' }).click();
  await expect(adding.getByText('名前を入れてください。')).toBeVisible();
  await expect(adding.getByText('5秒から30分までの時間を、数字で入れてください。')).toBeVisible();
  await expectFits(page, 'dialog for an occasion, with errors');
  await expectNoAxeViolations(page);
  await adding.getByLabel('場面の名前').fill('商店会の例会');
  await fillTimeBudget(adding, '1分30秒');
  await adding.getByRole('button', { name: '足す' }).click();
  await expect.poll(() => names(page)).toEqual([...builtIn, '商店会の例会']);
  await expect(occasions(page).getByRole('listitem').last()).toContainText('1分30秒');

  await choose(page, '商店会の例会', '上へ動かす');
  await choose(page, '朝会', '変える');
  const changing = page.getByRole('dialog', { name: '場面を変える' });
  await changing.getByLabel('場面の名前').fill('朝礼');
  await fillTimeBudget(changing, '30秒');
  await changing.getByRole('button', { name: '変更を保存' }).click();
  await choose(page, '名刺交換', '一覧から外す');
  const changed = [
    '異業種交流会',
    '朝礼',
    'メインプレゼン',
    '1対1(5〜10分)',
    '商店会の例会',
    'SNSの最初のメッセージ',
  ];
  await expect.poll(() => names(page)).toEqual(changed);
  await undo(page, '場面「名刺交換」を一覧から外しました。');
  await expect.poll(() => names(page)).toEqual(changed.toSpliced(2, 0, '名刺交換'));
  await choose(page, '名刺交換', '一覧から外す');
  await expect.poll(() => names(page)).toEqual(changed);

  // Kept; and no variant has changed with its occasion.
  await expect.poll(async () => (await readStored(page)).settings?.[0]?.occasions).toHaveLength(6);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(changed);
  const { variants = [] } = await readStored(page);
  expect(variants.find(({ title }) => title === '朝会')).toMatchObject({ timeBudget: 40, medium: 'spoken' });
  await page.getByRole('link', { name: '一分' }).click();
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await expect(dialog.getByRole('radio', { name: '商店会の例会 1分30秒' })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '名刺交換' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '設定' }).click();
  await reset.click();
  await expect.poll(() => names(page)).toEqual(builtIn);
  await undo(page, '場面をはじめの一覧に戻しました。');
  await expect.poll(() => names(page)).toEqual(changed);
  await reset.click();
  await expect.poll(() => names(page)).toEqual(builtIn);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(builtIn);
  expect(trouble).toEqual([]);
});

test('two tabs share the list of occasions', async ({ page, context }) => {
  await openLibrary(page);
  await page.getByRole('link', { name: '設定' }).click();
  const other = await context.newPage();
  await other.goto('./#/settings');
  await expect(occasions(other).getByRole('listitem')).toHaveCount(6);
  await choose(page, '朝会', '一覧から外す');
  await expect(occasions(other).getByRole('listitem')).toHaveCount(5);
  await choose(other, '名刺交換', '一覧から外す');
  await expect(occasions(page).getByRole('listitem')).toHaveCount(4);
  // Taken back in the one: what the other has done since stays done.
  await undo(page, '場面「朝会」を一覧から外しました。');
  await expect
    .poll(() => names(other))
    .toEqual(['異業種交流会', '朝会', 'メインプレゼン', '1対1(5〜10分)', 'SNSの最初のメッセージ']);
});

test('a text that is read is counted, not timed: on every screen, and back to speech with its words @both', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await page.getByRole('button', { name: '見本を片づける' }).click();
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await dialog.getByLabel('何の紹介ですか').fill('花屋の小川');
  await dialog.getByLabel('聞き手').fill('近所のカフェの店主の方');
  await dialog.getByRole('radio', { name: 'SNSの最初のメッセージ' }).check();
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();

  await writeScript(page, MESSAGE);
  // With a phone's keyboard open there is room for the count alone.
  await scriptField(page).blur();
  await expect(page.getByText(`${countVisible(MESSAGE)}字`, { exact: true })).toBeVisible();
  await expect(page.getByText('目標 100〜200字')).toBeVisible();
  await expect(page.getByText('読んでもらう文章・近所のカフェの店主の方')).toBeVisible();
  await expect(panel(page, '文ごとの確認').getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(/つの文にあります/).first()).toBeVisible();
  // No seconds, no readings, nothing to rehearse.
  await expect(page.getByText(/\d+秒/)).toHaveCount(0);
  await expect(page.getByText('読み上げ目安')).toHaveCount(0);
  await expect(page.getByText('読みを確かめる')).toHaveCount(0);
  const navigation = page.getByRole('navigation', { name: 'おもな画面' });
  await expect(navigation.getByRole('link')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'コピーして送る' })).toBeVisible();
  await expectFits(page, 'text that is read');
  await expectNoAxeViolations(page);

  // By an address of before.
  const address = page.url();
  for (const screen of ['rehearse', 'review', 'memorise', 'doorway']) {
    await page.goto(address.replace('/write/', `/${screen}/`));
    await expect(page.getByText('声に出す練習は、このパターンにはありません。')).toBeVisible();
  }
  await expectFits(page, 'why there is nothing to rehearse');
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: '原稿を開く' }).click();

  await goTo(page, '使い分ける');
  const row = page.getByRole('row').filter({ hasText: 'SNSの最初のメッセージ' });
  await expect(row).toContainText('読んでもらう文章');
  await expect(row).toContainText('ちょうどよい');
  await expect(row).not.toContainText('秒');
  await expect(row.getByRole('link', { name: '練習する' })).toHaveCount(0);
  await expectFits(page, 'library with a text that is read');

  // It is to be said after all: the words stay, the time is there.
  await choose(page, 'SNSの最初のメッセージ', '聞き手・持ち時間を変える');
  const changing = page.getByRole('dialog', { name: 'パターンの設定' });
  await expect(changing.getByRole('radio', { name: 'SNSの最初のメッセージ' })).toBeChecked();
  await changing.getByRole('radio', { name: '話す' }).check();
  await fillTimeBudget(changing, '30秒');
  await changing.getByRole('button', { name: '変更を保存' }).click();
  await expect(row).toContainText('30秒');
  await row.getByRole('link', { name: 'SNSの最初のメッセージ' }).click();
  await expect(scriptField(page)).toHaveValue(MESSAGE);
  await expect(page.getByText('持ち時間 30秒')).toBeVisible();
  await expect(page.getByRole('link', { name: 'この原稿で練習する' })).toBeVisible();
  await page.getByRole('button', { name: 'このパターンの操作' }).click();
  await page.getByRole('button', { name: '聞き手・持ち時間を変える' }).click();
  await changing.getByRole('radio', { name: '読んでもらう' }).check();
  await changing.getByRole('button', { name: '変更を保存' }).click();
  await expect(scriptField(page)).toHaveValue(MESSAGE);
  await expect(page.getByText('持ち時間 30秒')).toHaveCount(0);
  expect(trouble).toEqual([]);
});
