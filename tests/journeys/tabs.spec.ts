import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readPitch } from './pitches';
import {
  chooseRehearsal,
  expectReview,
  expectSaved,
  goTo,
  openLibrary,
  panel,
  scriptField,
  startPitch,
  untilLeft,
} from './steps';
import { readStored, storedScript } from './stored';
import { watchTrouble } from './watch-trouble';

const TITLE = '朝会';
const FIRST = readPitch('photographer');

/** The same screen in a tab of its own. */
async function openSecond(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(scriptField(second)).toHaveValue(await scriptField(page).inputValue());
  return second;
}

/** Holds up every save of a script, so that two tabs certainly write before either hears of the other. */
async function holdUpSaves(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ippun');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const scope = globalThis as { savesMayGoOn?: boolean };
    scope.savesMayGoOn = false;
    const variants = database.transaction('variants', 'readwrite').objectStore('variants');
    // A transaction lives for as long as it is asked for something.
    const ask = () => {
      if (scope.savesMayGoOn) return database.close();
      variants.count().onsuccess = ask;
    };
    await new Promise<void>((begun) => {
      variants.count().onsuccess = () => {
        ask();
        begun();
      };
    });
  });
  return () => page.evaluate(() => void Object.assign(globalThis, { savesMayGoOn: true }));
}

/** Both tabs write other words on the same script; gives the tab that is asked what to do first. */
async function writeAgainstEachOther(
  first: Page,
  second: Page,
): Promise<{ asked: Page; mine: string; theirs: string }> {
  const words = new Map([
    [first, `${FIRST}\n家族写真は、毎年同じ場所で。`],
    [second, `${FIRST}\n成人式は、前撮りがおすすめです。`],
  ]);
  const goOn = await holdUpSaves(first);
  for (const [page, script] of words) await scriptField(page).fill(script);
  await goOn();
  const conflict = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'この原稿が書き換えられました' });
  await expect(conflict(first).or(first.getByText('保存しました', { exact: true }))).toBeVisible();
  await expect(conflict(second).or(second.getByText('保存しました', { exact: true }))).toBeVisible();
  const asked = (await conflict(first).isVisible()) ? first : second;
  await expect(conflict(asked)).toContainText('どちらの文章も消えていません。');
  const other = asked === first ? second : first;
  await expect(conflict(other)).toHaveCount(0);
  return { asked, mine: words.get(asked) ?? '', theirs: words.get(other) ?? '' };
}

test('a tab where nothing is unsaved follows what the other one writes', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '町の写真館', variant: TITLE }, FIRST);
  const second = await openSecond(page);
  watchTrouble(second);
  await scriptField(page).fill(`${FIRST}七五三は10月から。`);
  await expect(scriptField(second)).toHaveValue(`${FIRST}七五三は10月から。`);
  await scriptField(second).fill('短くしました。');
  await expect(scriptField(page)).toHaveValue('短くしました。');
  await expect(page.getByText('7字', { exact: true })).toBeVisible();
  await goTo(second, '使い分ける');
  await second.getByRole('button', { name: '「町の写真館」の操作' }).click();
  await second.getByRole('button', { name: '名前を変える' }).click();
  await second.getByRole('dialog').getByLabel('何の紹介ですか').fill('駅前の写真館');
  await second.getByRole('button', { name: '変更を保存' }).click();
  await goTo(page, '使い分ける');
  await expect(panel(page, '駅前の写真館')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('words written in both tabs at once: both are shown, and both can be kept', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '町の写真館', variant: TITLE }, FIRST);
  const second = await openSecond(page);
  const { asked, mine, theirs } = await writeAgainstEachOther(page, second);
  await expect(scriptField(asked)).toHaveValue(mine);
  await expect(asked.getByText('別のタブと食い違っています')).toBeVisible();
  await asked.getByText('別のタブの原稿', { exact: true }).click();
  await expect(asked.getByRole('alert').getByText(theirs.split('\n')[1] ?? '')).toBeVisible();
  // Until it is decided nothing is written over.
  expect(await storedScript(asked, TITLE)).toBe(theirs);
  await asked.getByRole('button', { name: /^両方残す/ }).click();
  await expect(scriptField(asked)).toHaveValue(theirs);
  await expect.poll(() => storedScript(asked, `${TITLE}(この画面の版)`)).toBe(mine);
  expect(await storedScript(asked, TITLE)).toBe(theirs);
  await asked.reload();
  await goTo(asked, '使い分ける');
  await asked.getByRole('link', { name: `${TITLE}(この画面の版)` }).click();
  await expect(scriptField(asked)).toHaveValue(mine);
  expect(trouble).toEqual([]);
});

test('words written in both tabs at once: one can be taken, and the other is one undo away', async ({
  page,
}) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE }, FIRST);
  const second = await openSecond(page);
  const { asked, mine, theirs } = await writeAgainstEachOther(page, second);
  await asked.getByRole('button', { name: '別のタブの原稿にする' }).click();
  await expect(scriptField(asked)).toHaveValue(theirs);
  await asked.getByRole('button', { name: '元に戻す' }).click();
  await expect(scriptField(asked)).toHaveValue(mine);
  await expect.poll(() => storedScript(asked, TITLE)).toBe(mine);
  for (const tab of [page, second]) await expect(scriptField(tab)).toHaveValue(mine);
});

test('words written in both tabs at once: one\u2019s own can stand, and the other tab follows', async ({
  page,
}) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE }, FIRST);
  const second = await openSecond(page);
  const { asked, mine } = await writeAgainstEachOther(page, second);
  await asked.getByRole('button', { name: 'この画面の原稿にする' }).click();
  await expectSaved(asked);
  expect(await storedScript(asked, TITLE)).toBe(mine);
  for (const tab of [page, second]) await expect(scriptField(tab)).toHaveValue(mine);
});

/** The tab's process dies: no event of the page tells it beforehand. */
async function killTab(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // No answer comes from what is dead.
  void session.send('Page.crash').catch(() => {});
  await crashed;
}

test('a tab killed while one types loses at most the last second', async ({ page, context }) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE }, '');
  await scriptField(page).focus();
  const typedAtMs: number[] = [];
  const typed = FIRST.slice(0, 60);
  // Without a rest in which an autosave that waits for one would happen.
  for (const character of typed) {
    await page.keyboard.insertText(character);
    typedAtMs.push(Date.now());
    await page.waitForTimeout(60);
  }
  const killedAtMs = Date.now();
  await killTab(page);
  const again = await context.newPage();
  await openLibrary(again);
  const kept = (await storedScript(again, TITLE)) ?? '';
  expect(typed.startsWith(kept)).toBe(true);
  // A second by the app's promise; half of one more for a busy machine to write it down.
  const mustBeThere = typedAtMs.filter((atMs) => atMs < killedAtMs - 1500).length;
  expect(mustBeThere).toBeGreaterThan(10);
  expect(kept.length).toBeGreaterThanOrEqual(mustBeThere);
});

test('a tab closed right after the last key keeps everything', async ({ page, context }) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE }, '');
  await scriptField(page).fill(FIRST);
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await openLibrary(again);
  await expect.poll(() => storedScript(again, TITLE)).toBe(FIRST);
});

/** Length of a recording as the browser decodes it. */
function soundMs(page: Page, file: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const { buffer } = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(buffer);
    return sound.duration * 1000;
  }, file.toString('base64'));
}

test('a take whose tab was killed is there at the next visit, with its recording up to then', async ({
  page,
  context,
}) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE, budget: '15秒' }, FIRST);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await page.getByRole('button', { name: /^(3つ数えて始める|このまま始める)$/ }).click();
  await untilLeft(page, 14);
  const beforeMs = Date.now();
  await untilLeft(page, 9);
  const atLeastMs = Date.now() - beforeMs;
  await killTab(page);

  const again = await context.newPage();
  const trouble = watchTrouble(again);
  await openLibrary(again);
  await expect(again.getByText(`「${TITLE}」の途中で終わった練習を、テイクとして残しました。`)).toBeVisible();
  await panel(again, '町の写真館').getByRole('link', { name: '1回' }).click();
  await again.getByRole('rowheader').getByRole('link').click();
  await expectReview(again);
  await expect(panel(again, '時間')).toContainText('途中でページが閉じられたところまでの記録です。');
  await expect(panel(again, '時間')).toContainText(/([4-9]|1\d)秒/);
  // The app promises to lose no more than a second, of the log as of the sound.
  const { takes = [] } = await readStored(again);
  expect(takes[0]?.aliveAtMs).toBeGreaterThan(atLeastMs - 1000);
  const recording = panel(again, '録音');
  await expect(recording.getByRole('button', { name: '録音を保存' })).toBeVisible();
  const [download] = await Promise.all([
    again.waitForEvent('download'),
    recording.getByRole('button', { name: '録音を保存' }).click(),
  ]);
  expect(await soundMs(again, await readFile(await download.path()))).toBeGreaterThan(atLeastMs - 1000);
  await expect(recording).toContainText(/0:00 \/ 0:0[3-9]/);
  await recording.getByRole('button', { name: '再生', exact: true }).click();
  await expect(recording).toContainText(/0:0[1-9] \/ 0:0[3-9]/);
  expect(trouble).toEqual([]);
});

test('a take in one tab is not taken for lost by another', async ({ page, context }) => {
  await startPitch(page, { title: '町の写真館', variant: TITLE, budget: '15秒' }, FIRST);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, 'タイマーだけ');
  await untilLeft(page, 13);
  const second = await context.newPage();
  await openLibrary(second);
  await expect(panel(second, '町の写真館')).toContainText('まだ');
  await page.bringToFront();
  await page.getByRole('button', { name: '終わる', exact: true }).click();
  await expectReview(page);
  await expect(panel(page, '時間')).not.toContainText('途中でページが閉じられた');
  // And the other tab shows it as soon as it is over.
  await expect(panel(second, '町の写真館')).toContainText('1回');
  await expect(second.getByText(/途中で終わった練習/)).toHaveCount(0);
});
