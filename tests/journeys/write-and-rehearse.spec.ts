import { expect, test } from '@playwright/test';
import { launchOptions } from '../browser/launch-options';
import { countVisible, readPitch, SPOKEN, VOICE } from './pitches';
import {
  chooseRehearsal,
  clock,
  createPitch,
  endTake,
  expectSaved,
  goTo,
  openLibrary,
  panel,
  scriptField,
  startPitch,
  untilLeft,
  writeScript,
} from './steps';
import { watchTrouble } from './watch-trouble';

test.use({ launchOptions: launchOptions({ wav: VOICE }) });

const PITCH = readPitch('web-production');

test('counts, estimates and checks a pitch as it is written, and lets a person overrule', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await createPitch(page, { title: 'Web制作のハコニワ', audience: '町工場の社長さん' });
  await expect(page.getByText('1分・町工場の社長さん')).toBeVisible();
  await expect(page.getByText('まだ書かれていません')).toBeVisible();

  const [firstSentence] = PITCH.split('。');
  await writeScript(page, `${firstSentence}。`);
  await expect(page.getByText(`${countVisible(`${firstSentence}。`)}字`, { exact: true })).toBeVisible();
  await expect(page.getByText(`あと${300 - countVisible(`${firstSentence}。`)}字書けます`)).toBeVisible();

  await writeScript(page, PITCH);
  const count = countVisible(PITCH);
  expect(count).toBeGreaterThanOrEqual(300);
  expect(count).toBeLessThanOrEqual(350);
  await expect(page.getByText(`${count}字`, { exact: true })).toBeVisible();
  await expect(page.getByText('ちょうどよい長さです')).toBeVisible();
  const marks = PITCH.match(/[、。?？]/gu)?.length ?? 0;
  await expect(page.getByText(`句読点を除くと${count - marks}字`)).toBeVisible();
  await expect(page.getByText('目標 300〜350字')).toBeVisible();
  // 342 characters at an ordinary pace: about a minute, a little more with so many figures in it.
  await expect(page.getByText(/^(5\d秒|1分[0-2]\d秒|1分)$/).first()).toBeVisible();

  const check = panel(page, '伝わる3つの要素');
  for (const element of ['ターゲット', '特徴', 'ベネフィット']) {
    const item = check.getByRole('listitem').filter({ hasText: element });
    await expect(item).toContainText('あり');
    await expect(item).toContainText(/[1-9]つの文にあります/);
  }

  const sentences = panel(page, '文ごとの確認').getByRole('listitem');
  await expect(sentences).toHaveCount(9);
  const forWhom = sentences.filter({ hasText: '社員30人以下の町工場に絞って' });
  await expect(forWhom.getByRole('button', { name: 'ターゲット' })).toHaveAttribute('aria-pressed', 'true');
  await expect(forWhom.locator('mark').first()).toBeVisible();
  const result = sentences.filter({ hasText: '見積もりの依頼が月2件から14件に増え' });
  await expect(result.getByRole('button', { name: 'ベネフィット' })).toHaveAttribute('aria-pressed', 'true');

  // Where the sentence stands in the script.
  await forWhom.getByTitle('4番目の文を原稿で選ぶ').click();
  const selected = await scriptField(page).evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toBe(
    '弊社は社員30人以下の町工場に絞って、作るところではなく、続けるところをお手伝いしています。',
  );

  // A label that the person does not agree with; it holds through edits elsewhere and a reload.
  const overruled = forWhom.getByRole('button', { name: 'ターゲット' });
  await overruled.click();
  await expect(overruled).toHaveAttribute('aria-pressed', 'false');
  await expect(overruled).toContainText('手直し');
  await scriptField(page).fill(PITCH.replace('こんにちは、', 'はじめまして。'));
  await expect(overruled).toHaveAttribute('aria-pressed', 'false');
  await expectSaved(page);
  await page.reload();
  await expect(overruled).toHaveAttribute('aria-pressed', 'false');
  await expect(overruled).toContainText('手直し');
  expect(trouble).toEqual([]);
});

test('a written pitch becomes a short variant, is said aloud, reviewed, and all there after a reload', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = watchTrouble(page);
  const foreign: string[] = [];
  context.on('request', (request) => {
    const address = request.url();
    if (!/^(blob|data):/.test(address) && !address.startsWith(baseURL ?? '')) foreign.push(address);
  });
  await startPitch(page, { title: 'Web制作のハコニワ', variant: '異業種交流会' }, PITCH);

  // For another audience.
  await goTo(page, '使い分ける');
  const pitch = panel(page, 'Web制作のハコニワ');
  await pitch.getByRole('button', { name: '「異業種交流会」の操作' }).click();
  await pitch.getByRole('button', { name: '複製して別のパターンに' }).click();
  const dialog = page.getByRole('dialog', { name: '別の聞き手・持ち時間のパターンを作る' });
  await dialog.getByRole('radio', { name: '名刺交換 15秒' }).check();
  await dialog.getByLabel('聞き手').fill('隣の席の方');
  await dialog.getByRole('button', { name: '作って書きはじめる' }).click();
  await expect(page.getByRole('heading', { name: '名刺交換', level: 1 })).toBeVisible();
  await expect(scriptField(page)).toHaveValue(PITCH);
  await expect(page.getByText(/^\d+字多めです$/)).toBeVisible();
  await writeScript(page, SPOKEN);
  await expect(page.getByText('目標 75〜88字')).toBeVisible();

  // Heard before the clock starts.
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '声で(録音とタイマー)');
  await expect(page.getByText('聞こえています')).toBeVisible();
  await expect(clock(page)).toHaveCount(0);
  await page.getByRole('button', { name: '3つ数えて始める' }).click();
  for (const count of ['3', '2', '1']) await expect(page.getByText(count, { exact: true })).toBeVisible();

  // On stage, with the whole script in view.
  await expect(clock(page)).toBeVisible();
  await expect(page.getByText('週に一度、小さな花束を届けています。')).toBeVisible();
  await expect(page.getByRole('img', { name: 'マイクの音の大きさ' })).toBeVisible();
  await untilLeft(page, 2);
  await endTake(page);

  // Time against the budget, pace, one next step.
  const time = panel(page, '時間');
  await expect(time).toContainText(/1[345]秒/);
  await expect(time).toContainText('時間どおりです');
  await expect(time).toContainText('持ち時間 15秒');
  const pace = panel(page, '話す速さ');
  await expect(pace).toContainText(/1分あたり\(句読点と間を含む\)\s*\d{3}字/);
  await expect(pace).toContainText(/1秒あたり\(間を含む\)\s*\d\.\d拍/);
  await expect(panel(page, '原稿とのつき合わせ')).toContainText('話した言葉を打ち込');

  // The recording plays.
  const recording = panel(page, '録音');
  const play = recording.getByRole('button', { name: '再生', exact: true });
  await expect(play).toBeVisible();
  await expect(recording).toContainText(/0:00 \/ 0:1[345]/);
  await play.click();
  await expect(recording.getByRole('button', { name: '一時停止' })).toBeVisible();
  await expect(recording).toContainText(/0:0[1-9] \/ 0:1[345]/);
  await recording.getByRole('button', { name: '一時停止' }).click();
  await recording.getByRole('slider', { name: '再生の位置' }).fill('8');
  await expect(recording).toContainText(/0:08 \/ 0:1[345]/);

  const note = page.getByRole('textbox', { name: '気づき' });
  await note.fill('最後の一文は、ひと息おいてから。');
  await goTo(page, '振り返る');
  await expect(page.getByRole('cell', { name: '最後の一文は、ひと息おいてから。' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: '「名刺交換」を振り返る', level: 1 })).toBeVisible();
  await expect(page.getByRole('img', { name: /^1回のテイクの時間/ })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '最後の一文は、ひと息おいてから。' });
  await expect(row).toContainText(/1[345]秒/);
  await row.getByRole('link').click();
  await expect(note).toHaveValue('最後の一文は、ひと息おいてから。');
  await expect(recording).toContainText(/0:00 \/ 0:1[345]/);
  await expect(time).toContainText('時間どおりです');
  await goTo(page, '書く');
  await expect(scriptField(page)).toHaveValue(SPOKEN);
  await goTo(page, '使い分ける');
  const short = pitch.getByRole('row').filter({ hasText: '隣の席の方' });
  await expect(short).toContainText('名刺交換');
  await expect(short).toContainText(`${countVisible(SPOKEN)}字`);
  await expect(short).toContainText('1回');
  const long = pitch.getByRole('row').filter({ hasText: '異業種交流会' });
  await expect(long).toContainText(`${countVisible(PITCH)}字`);
  await expect(long).toContainText('まだ');
  // Neither the words nor the voice have gone anywhere.
  expect(foreign).toEqual([]);
  expect(trouble).toEqual([]);
});
