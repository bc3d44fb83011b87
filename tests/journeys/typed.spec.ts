import { expect, test } from '@playwright/test';
import { readPitch } from './pitches';
import { chooseRehearsal, clock, endTake, goTo, panel, startPitch } from './steps';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('tutoring');
// The quotation at its beginning belongs to the sentence after it.
const SENTENCES = PITCH.match(/(「.*?」)?[^。]+。/gu) ?? [];

test('what was left out of a pitch typed from memory is named, with the time it would take to say', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startPitch(page, { title: '家庭教師', budget: '30秒' }, PITCH);
  await page.getByRole('link', { name: 'この原稿で練習する' }).click();
  await chooseRehearsal(page, '文字で打つ', '何も見ない');

  await expect(clock(page)).toBeVisible();
  expect(SENTENCES.length).toBeGreaterThan(3);
  for (const sentence of SENTENCES) await expect(page.getByText(sentence)).toHaveCount(0);
  const field = page.getByRole('textbox', { name: '打つところ' });
  await expect(field).toBeFocused();

  const [omitted] = SENTENCES.splice(2, 1);
  await field.click();
  await field.pressSequentially(SENTENCES.slice(0, 1).join(''));
  await page.getByRole('button', { name: '一時停止' }).click();
  await expect(page.getByText('一時停止中')).toBeVisible();
  await expect(field).not.toBeEditable();
  await page.getByRole('button', { name: '再開する' }).click();
  await field.fill(SENTENCES.join(''));
  await endTake(page);

  const typed = panel(page, '打った文章');
  await expect(typed).toContainText('打つのにかかった時間');
  await expect(typed).toContainText(/1分に[\d,]+字/);
  await expect(panel(page, '声に出したときの目安')).toContainText(/\d+秒/);
  await expect(panel(page, '声に出したときの目安')).toContainText('持ち時間 30秒');
  const content = panel(page, '原稿とのつき合わせ').getByRole('listitem');
  await expect(content).toHaveCount(SENTENCES.length + 1);
  await expect(content.filter({ hasText: omitted ?? '' })).toContainText('言い漏らし');
  for (const sentence of SENTENCES)
    await expect(content.filter({ hasText: sentence })).toContainText('言えました');
  // Typing is no speech: its pace is none of speaking.
  await expect(panel(page, '話す速さ')).toHaveCount(0);

  await page.reload();
  await expect(content.filter({ hasText: omitted ?? '' })).toContainText('言い漏らし');
  await goTo(page, '振り返る');
  await expect(page.getByRole('cell', { name: /^\d+秒\(目安\)$/ })).toBeVisible();
  expect(trouble).toEqual([]);
});
