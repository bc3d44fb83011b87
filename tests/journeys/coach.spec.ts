import { expect, test } from '@playwright/test';
import { createPitch, openLibrary, panel, scriptField, writeScript } from './steps';
import { watchTrouble } from './watch-trouble';

const OPENING = '駅前で小さなパン屋をしております、石井と申します。';
const FEATURE = '毎朝5時から、国産の小麦だけで焼いています。卵も牛乳も使いません。';
const TARGET = '卵アレルギーで給食のパンを食べられないお子さんがいるご家庭に向けたお店です。';
const BENEFIT = '家族みんなで同じパンを食べられるようになったと、お母さんに喜んでいただいています。';
const PRESSING = 'ぜひ私にお任せください。';
const OPEN_ENDING = '皆さんのまわりに、パンをあきらめているお子さんはいらっしゃいませんか。';

test('a person mends an incomplete pitch by following the findings', async ({ page }) => {
  const trouble = watchTrouble(page);
  await openLibrary(page);
  await createPitch(page, { title: '石井ベーカリー', audience: '近所の経営者の方' });
  const findings = panel(page, '気づき');
  const finding = (title: string) => findings.getByRole('heading', { name: title });
  await expect(findings).toContainText('書きはじめると');

  await writeScript(page, `${OPENING}${FEATURE}${PRESSING}`);
  await expect(finding('ターゲットがまだありません')).toBeVisible();
  await expect(finding('ベネフィットがまだありません')).toBeVisible();
  await expect(finding('売り込みに聞こえるかもしれません')).toBeVisible();
  // The question uses the person's own word, and the form is one to fill in.
  await expect(findings).toContainText('パン屋');
  await expect(findings).toContainText('＿＿＿＿');
  // Never more than three at once, the rest on demand.
  await expect(findings.getByRole('heading', { level: 3 })).toHaveCount(3);

  // The words a finding is about can be gone to.
  await findings.getByRole('button', { name: 'ここを見る' }).first().click();
  const selected = await scriptField(page).evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toContain('ぜひ私にお任せ');

  await writeScript(page, `${OPENING}${TARGET}${FEATURE}${PRESSING}`);
  await expect(finding('ターゲットがまだありません')).toBeHidden();
  await writeScript(page, `${OPENING}${TARGET}${FEATURE}${BENEFIT}${PRESSING}`);
  await expect(finding('ベネフィットがまだありません')).toBeHidden();
  await writeScript(page, `${OPENING}${TARGET}${FEATURE}${BENEFIT}${OPEN_ENDING}`);
  await expect(finding('売り込みに聞こえるかもしれません')).toBeHidden();
  await expect(finding('終わりに、話しかけるきっかけがありません')).toBeHidden();

  // What is left is a choice, not a fault: it can be put aside, stays so, and be called back.
  const room = findings.getByRole('heading', { name: /ほど話せます$/u });
  await expect(room).toBeVisible();
  await findings.getByRole('button', { name: /^この気づきを外す:「.*ほど話せます」$/u }).click();
  await expect(room).toBeHidden();
  await expect(page.getByText('保存しました')).toBeVisible();
  await page.reload();
  await expect(scriptField(page)).toHaveValue(new RegExp(OPENING.slice(0, 8)));
  await expect(findings.getByRole('button', { name: '外した気づき1件を戻す' })).toBeVisible();
  await findings.getByRole('button', { name: '外した気づき1件を戻す' }).click();
  await expect(room).toBeVisible();
  expect(trouble).toEqual([]);
});
