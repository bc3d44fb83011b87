import { expect, type Locator, type Page } from '@playwright/test';

export interface NewPitch {
  title: string;
  variant?: string;
  audience?: string;
  /** 15秒, 1分, 1分30秒. */
  budget?: string;
}

/** Opens the app as one who comes for the first time in this browser profile, or again. */
export async function openLibrary(page: Page): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('heading', { name: '使い分ける', level: 1 })).toBeVisible();
  // Until storage has answered, what is about to be read would come over what is about to be done.
  await expect(page.getByText('読み込んでいます', { exact: true })).toHaveCount(0);
}

/** From the library to the empty script of a new pitch. */
export async function createPitch(page: Page, pitch: NewPitch): Promise<void> {
  await page.getByRole('button', { name: '新しいピッチ' }).click();
  const dialog = page.getByRole('dialog', { name: '新しいピッチを作る' });
  await dialog.getByLabel('何の紹介ですか').fill(pitch.title);
  if (pitch.variant) await dialog.getByLabel('パターンの名前').fill(pitch.variant);
  if (pitch.audience) await dialog.getByLabel('聞き手').fill(pitch.audience);
  if (pitch.budget) await fillTimeBudget(dialog, pitch.budget);
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(scriptField(page)).toBeVisible();
}

/** Fills in the time of the dialog for a variant: 15秒, 1分, 1分30秒. */
export async function fillTimeBudget(dialog: Locator, budget: string): Promise<void> {
  const [, minutes = '', seconds = ''] = /^(?:(\d+)分)?(?:(\d+)秒)?$/.exec(budget) ?? [];
  const time = dialog.getByRole('group', { name: '持ち時間' });
  await time.getByLabel('分', { exact: true }).fill(minutes);
  await time.getByLabel('秒', { exact: true }).fill(seconds);
}

export function scriptField(page: Page): Locator {
  return page.getByRole('textbox', { name: '原稿' });
}

/** Puts the words in place of what is written, as pasting does, and waits until they are safe. */
export async function writeScript(page: Page, script: string): Promise<void> {
  await scriptField(page).fill(script);
  await expectSaved(page);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText('保存しました', { exact: true })).toBeVisible();
}

/** A first visit's whole way to a script of one's own. */
export async function startPitch(page: Page, pitch: NewPitch, script: string): Promise<void> {
  await openLibrary(page);
  await createPitch(page, pitch);
  await writeScript(page, script);
}

/** The way between the screens of one variant. */
export async function goTo(
  page: Page,
  screen: '使い分ける' | '書く' | '覚える' | '練習する' | '振り返る',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'おもな画面' })
    .getByRole('link', { name: screen, exact: true })
    .click();
}

export type Hearing = '声で(録音とタイマー)' | '声で(言葉も聞き取る)' | 'タイマーだけ' | '文字で打つ';

/** On the screen 練習する: chooses how, and goes ahead. */
export async function chooseRehearsal(page: Page, hearing: Hearing, prompter?: string): Promise<void> {
  await page.getByRole('radio', { name: hearing }).check();
  if (prompter) await page.getByRole('radio', { name: prompter }).check();
  await page.getByRole('button', { name: /^(マイクを確かめる|はじめる|打ちはじめる)$/ }).click();
}

export function clock(page: Page): Locator {
  return page.getByRole('timer', { name: '残り時間' });
}

/** Seconds that the clock shows as left; NaN before it shows any. */
async function secondsLeft(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await clock(page).textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Waits until the clock has run down to this many seconds left. */
export async function untilLeft(page: Page, seconds: number, timeout = 20_000): Promise<void> {
  await expect.poll(() => secondsLeft(page), { timeout, intervals: [100] }).toBeLessThanOrEqual(seconds);
}

/** Ends the take and waits for its review. */
export async function endTake(page: Page): Promise<void> {
  await page.getByRole('button', { name: '終わる', exact: true }).click();
  await expectReview(page);
}

export async function expectReview(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'テイクを振り返る', level: 1 })).toBeVisible();
  await expect(page.getByText('次の一歩')).toBeVisible();
}

/** The part of a screen under one heading. */
export function panel(page: Page, heading: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
}

/** Takes back what the notice with these words is about. */
export async function undo(page: Page, words: string): Promise<void> {
  const notices = page.getByRole('region', { name: 'お知らせ' }).locator(':scope > div');
  await notices.filter({ hasText: words }).getByRole('button', { name: '元に戻す' }).click();
}

/** Chooses an action from the menu of what has this name. */
export async function choose(page: Page, of: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `「${of}」の操作` }).click();
  await page
    .getByRole('group', { name: `「${of}」の操作` })
    .getByRole('button', { name: action })
    .click();
}
