import { expect, type Page, test } from '@playwright/test';
import { expectFits } from './fits';
import { readPitch } from './pitches';
import { chooseRehearsal, endTake, goTo, panel, startPitch } from './steps';
import { readStored } from './stored';
import { watchTrouble } from './watch-trouble';

const PITCH = readPitch('tutoring');
// The quotation at its beginning belongs to the sentence after it.
const SENTENCES = PITCH.match(/(「.*?」)?[^。]+。/gu) ?? [];
const [FIRST = '', SECOND = ''] = SENTENCES;

/** A script of one's own, on the screen where it is learnt. */
async function startLearning(page: Page, script = PITCH): Promise<void> {
  await startPitch(page, { title: '家庭教師のひまわり', variant: '朝会' }, script);
  await goTo(page, '覚える');
  await expect(page.getByRole('heading', { name: '「朝会」を覚える', level: 1 })).toBeVisible();
}

const rung = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const finish = (page: Page) => page.getByRole('button', { name: '最後まで思い出してみた' });
const field = (page: Page) => page.getByRole('textbox', { name: '思い出した文' });

async function storedRecalls(page: Page) {
  const { recalls = [] } = await readStored(page);
  return recalls.sort((one, other) => Number(one.recalledAt) - Number(other.recalledAt));
}

test('up the ladder: each rung shows less, a peek is counted, a clean run goes on, many peeks go back @phone', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startLearning(page);
  expect(SENTENCES.length).toBeGreaterThan(3);
  const card = page.getByRole('listitem');

  await expect(rung(page, '全文')).toBeChecked();
  await expect(page.getByText(FIRST)).toBeVisible();
  await page.getByRole('button', { name: '読み終えた' }).tap();
  await expect(page.getByText('ひとつ先の「文節のあたま」')).toBeVisible();
  await page.getByRole('button', { name: '「文節のあたま」へ' }).tap();
  await expect(rung(page, '文節のあたま')).toBeChecked();
  await expect(page.getByText(FIRST)).toHaveCount(0);
  await expectFits(page, 'heads of phrases');

  // Held, a sentence shows for as long; pressed shortly, until pressed again. Either is one look.
  const peek = page.getByRole('button', { name: '2文目をのぞく' });
  await peek.hover();
  await page.mouse.down();
  await expect(page.getByText(SECOND)).toBeVisible();
  await page.waitForTimeout(500);
  await page.mouse.up();
  await expect(page.getByText(SECOND)).toHaveCount(0);
  await peek.tap();
  await expect(page.getByText(SECOND)).toBeVisible();
  await peek.press('Enter');
  await expect(page.getByText(SECOND)).toHaveCount(0);
  await expect(page.getByText('のぞいたのは2回')).toBeVisible();

  // One looked at is marked as such, and the person has the last word.
  await finish(page).tap();
  await expect(page.getByRole('heading', { name: 'どこまで出てきましたか' })).toBeFocused();
  const second = page.getByRole('group', { name: '2文目は' });
  await expect(second.getByRole('radio', { name: '一部' })).toBeChecked();
  await expectFits(page, 'marks');
  await page.getByLabel('声に出して言った').check();
  await page.getByRole('button', { name: 'この結果を残す' }).tap();
  await expect(
    page.getByRole('heading', { name: `${SENTENCES.length}文のうち${SENTENCES.length - 1}文が出てきました` }),
  ).toBeVisible();
  await expect
    .poll(async () => (await storedRecalls(page)).at(-1))
    .toMatchObject({ rung: 'bunsetsu-heads', way: 'voice', scope: 'whole', peeks: 2 });

  // Without a peek the next rung is proposed; any other may be taken.
  await page.getByRole('button', { name: 'もう一度', exact: true }).tap();
  await finish(page).tap();
  await page.getByRole('button', { name: 'この結果を残す' }).tap();
  await page.getByRole('button', { name: '「文のあたま2文字」へ' }).tap();
  await expect(card.first()).toContainText(
    `${[...FIRST]
      .filter((c) => !'「、'.includes(c))
      .slice(0, 2)
      .join('')}…`,
  );
  await rung(page, '題名だけ').check({ force: true });
  await expect(page.getByText('家庭教師のひまわり')).toBeVisible();
  await expect(page.getByText(FIRST)).toHaveCount(0);
  await expectFits(page, 'title only');
  for (const sentence of ['1文目', '2文目', '3文目', '4文目']) {
    await page.getByRole('button', { name: sentence, exact: true }).tap();
    await page.getByRole('button', { name: sentence, exact: true }).tap();
  }
  await finish(page).tap();
  await page.getByRole('button', { name: 'この結果を残す' }).tap();
  await expect(page.getByText('「キーワード」に戻ると')).toBeVisible();

  // A look at the whole script is a look at every sentence of it.
  await page.getByRole('button', { name: 'もう一度', exact: true }).tap();
  await page.getByRole('button', { name: '全文をのぞく' }).tap();
  await expect(page.getByText(FIRST)).toBeVisible();
  await finish(page).tap();
  await expect(page.getByRole('radio', { name: '一部', checked: true })).toHaveCount(SENTENCES.length);
  await page.getByRole('button', { name: '残さずに戻る' }).tap();

  const history = panel(page, 'これまで').getByRole('listitem');
  await expect(history).toHaveCount(3);
  await expect(history.first()).toContainText(`${SENTENCES.length}文中${SENTENCES.length - 4}文`);
  // The next visit begins where this one left off.
  await page.reload();
  await expect(rung(page, 'キーワード')).toBeChecked();
  expect(trouble).toEqual([]);
});

test('key words are chosen by the app, put right by tapping, and stay so @phone', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startLearning(
    page,
    '緑町の鍼灸師、小林です。髪の毛ほどの細い鍼を使いますので、痛みはほとんどありません。',
  );
  await rung(page, 'キーワード').check({ force: true });
  const card = page.getByRole('listitem');
  await expect(card.first()).toContainText(/緑町.*小林/u);
  await expect(card.nth(1)).not.toContainText('細い');
  await page.getByRole('button', { name: 'キーワードを選びなおす' }).tap();
  const words = page.getByRole('group', { name: '2文目のキーワード' });
  await expect(words.getByRole('button', { name: '細い' })).toHaveAttribute('aria-pressed', 'false');
  await words.getByRole('button', { name: '細い' }).tap();
  await words.getByRole('button', { name: '使う' }).tap();
  await words.getByRole('button', { name: '痛み' }).tap();
  await expectFits(page, 'choosing key words');
  await page.getByRole('button', { name: '選びおわった' }).tap();
  await expect(card.nth(1)).toContainText('細い');
  await expect(card.nth(1)).not.toContainText('痛み');
  await page.reload();
  await rung(page, 'キーワード').check({ force: true });
  await expect(card.nth(1)).toContainText('細い');
  await expect(card.nth(1)).not.toContainText('痛み');
  await page.getByRole('button', { name: 'キーワードを選びなおす' }).tap();
  await page.getByRole('button', { name: 'おまかせに戻す' }).tap();
  await expect(words.getByRole('button', { name: '痛み' })).toHaveAttribute('aria-pressed', 'true');
  expect(trouble).toEqual([]);
});

test('typed from memory, kanji or kana, and compared by how it reads; nothing typed is lost by leaving @phone', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await startLearning(
    page,
    '夕方になると頭まで重い方はいらっしゃいませんか。ご予約はいつでも出来ます。3回ほどで楽になります。',
  );
  await rung(page, '文のあたま2文字').check({ force: true });
  await page.getByRole('button', { name: '一文ずつ打つ' }).tap();
  await field(page).fill('ゆうがたになるとあたままでおもいかたは、いらっしゃいませんか');
  await page.getByRole('button', { name: '答え合わせ' }).tap();
  await expect(page.getByText('出てきました', { exact: true })).toBeVisible();
  await expectFits(page, 'a typed sentence and what came of it');
  await page.getByRole('button', { name: '次の文へ' }).tap();
  await field(page).fill('ご予約はいつでもできます。');
  await expect
    .poll(async () => (await readStored(page)).preparations?.[0]?.draft)
    .toMatchObject({
      typed: [expect.any(String), 'ご予約はいつでもできます。', ''],
    });

  // Gone away in the middle, even with the tab: it goes on where it was.
  await page.reload();
  await expect(page.getByText('打ちかけの文があります')).toBeVisible();
  await page.getByRole('button', { name: '続きを打つ' }).tap();
  await expect(page.getByText('3文のうち3文目')).toBeVisible();
  await page.getByRole('button', { name: '途中でやめる' }).tap();
  await page.getByRole('button', { name: '続きを打つ' }).tap();
  await page.getByRole('button', { name: '答え合わせ' }).tap();
  await expect(page.getByText('今回は出てきませんでした')).toBeVisible();
  await page.getByRole('button', { name: '結果を見る' }).tap();
  const marks = (sentence: number) => page.getByRole('group', { name: `${sentence}文目は` });
  await expect(marks(1).getByRole('radio', { name: '出てきた' })).toBeChecked();
  await expect(marks(2).getByRole('radio', { name: '出てきた' })).toBeChecked();
  await expect(marks(3).getByRole('radio', { name: '抜けた' })).toBeChecked();
  await page.getByRole('button', { name: 'この結果を残す' }).tap();
  await expect(page.getByText('打ちかけの文があります')).toHaveCount(0);

  // All at once, with a sentence left out and one in other words.
  await page.getByRole('button', { name: 'まとめて打つ' }).tap();
  await field(page).fill('夕方になると頭まで重い人はいらっしゃいませんか。３回ほどでらくになります。');
  await page.getByRole('button', { name: 'まとめて答え合わせ' }).tap();
  await expect(marks(2).getByRole('radio', { name: '抜けた' })).toBeChecked();
  await expect(marks(1).getByRole('radio', { name: '出てきた' })).toBeChecked();
  await expect(marks(3).getByRole('radio', { name: '出てきた' })).toBeChecked();
  await page.getByRole('button', { name: 'この結果を残す' }).tap();
  await expect
    .poll(async () => (await storedRecalls(page)).map((recall) => recall.way))
    .toEqual(['typing', 'typing']);
  expect(trouble).toEqual([]);
});

test('the joints that stopped are listed with how often, and practised alone @phone', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startLearning(page);
  await expect(page.getByText('止まったところはまだありません')).toBeVisible();
  await rung(page, 'キーワード').check({ force: true });
  for (const looked of [[3], [3, 2]]) {
    for (const sentence of looked) {
      await page.getByRole('button', { name: `${sentence}文目をのぞく` }).tap();
      await page.getByRole('button', { name: `${sentence}文目をのぞく` }).tap();
    }
    await finish(page).tap();
    await page.getByRole('button', { name: 'この結果を残す' }).tap();
    await page.getByRole('button', { name: 'もう一度', exact: true }).tap();
  }
  const joints = panel(page, '止まりやすいつなぎ目');
  await expect(joints.getByRole('listitem')).toHaveCount(2);
  await expect(joints.getByRole('listitem').first()).toContainText('2回のうち2回、ここで止まりました');
  await expect(joints.getByRole('listitem').nth(1)).toContainText('2回のうち1回、ここで止まりました');
  await expectFits(page, 'joints');

  await joints.getByRole('button', { name: '2か所を練習する' }).tap();
  await expect(page.getByRole('heading', { name: 'つなぎ目 1/2' })).toBeFocused();
  await expect(page.getByText(SENTENCES[2] ?? '')).toHaveCount(0);
  await page.getByRole('button', { name: '次の文を見る' }).tap();
  await expect(page.getByText(SENTENCES[2] ?? '')).toBeVisible();
  await expectFits(page, 'drill of a joint');
  await page.getByRole('button', { name: '止まった' }).tap();
  await page.getByRole('button', { name: '次の文を見る' }).tap();
  await page.getByRole('button', { name: '出てきた' }).tap();
  await expect(page.getByText('2か所のうち1か所が、すぐに出てきました。')).toBeVisible();
  await expect(joints.getByRole('listitem').first()).toContainText('3回のうち3回、ここで止まりました');
  expect(trouble).toEqual([]);
});

test('what a take from memory left out counts with the recalls @phone', async ({ page }) => {
  const trouble = watchTrouble(page);
  await startLearning(page);
  await rung(page, '題名だけ').check({ force: true });
  await page.getByRole('button', { name: '声を録って確かめる' }).tap();
  await expect(page.getByRole('radio', { name: '声で(言葉も聞き取る)' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '何も見ない' })).toBeChecked();
  await chooseRehearsal(page, '文字で打つ');
  await page
    .getByRole('textbox', { name: '打つところ' })
    .fill(SENTENCES.filter((sentence) => sentence !== SECOND).join(''));
  await endTake(page);
  await goTo(page, '覚える');
  const joint = panel(page, '止まりやすいつなぎ目').getByRole('listitem');
  await expect(joint).toHaveCount(1);
  await expect(joint).toContainText('この前、ここで止まりました');
  const run = panel(page, 'これまで').getByRole('listitem');
  await expect(run).toContainText(`${SENTENCES.length}文中${SENTENCES.length - 1}文`);
  expect(trouble).toEqual([]);
});

test('with the day given, sessions are spread up to it; the day’s is offered, done, and the next told @phone', async ({
  page,
}) => {
  const trouble = watchTrouble(page);
  await page.clock.setFixedTime('2026-11-25T09:00:00+09:00');
  await startLearning(page);
  await page.getByLabel('本番の日').fill('2026-12-02');
  await expect(page.getByText('本番まであと7日')).toBeVisible();
  await expect(page.getByText('今日の練習')).toContainText('今日の練習');
  await page.getByText('これからの予定').tap();
  const days = page.getByRole('listitem').filter({ hasText: /\d月\d+日/u });
  await expect(days).toHaveText([
    /11月25日\(水\)/,
    /11月26日\(木\)/,
    /11月27日\(金\)/,
    /11月29日\(日\)/,
    /12月2日\(水\)/,
  ]);
  await expectFits(page, 'plan');
  await page.getByRole('button', { name: '今日の分をはじめる' }).tap();
  await page.getByRole('button', { name: '読み終えた' }).tap();
  await expect(page.getByText('今日の分は済みました。 次は11月26日(木)です。')).toBeVisible();

  // The next day asks for the edges alone.
  await page.clock.setFixedTime('2026-11-26T09:00:00+09:00');
  await goTo(page, '使い分ける');
  await page.reload();
  const due = page.getByRole('status').filter({ hasText: '今日の練習「朝会」' });
  await expect(due).toContainText('本番まであと6日');
  await due.getByRole('link', { name: '覚える' }).tap();
  await expect(page.getByText(/はじめと結び.*\(1・\d+文目\)/u).first()).toBeVisible();
  await page.getByRole('button', { name: '今日の分をはじめる' }).tap();
  await expect(page.getByText('今日の分の2文だけを出しています。')).toBeVisible();

  // Days missed are no matter: it goes on from today.
  await page.clock.setFixedTime('2026-11-30T09:00:00+09:00');
  await page.reload();
  await expect(page.getByText('本番まであと2日')).toBeVisible();
  await expect(page.getByRole('button', { name: '今日の分をはじめる' })).toBeVisible();
  await page.clock.setFixedTime('2026-12-03T09:00:00+09:00');
  await page.reload();
  await expect(page.getByText('おつかれさまでした')).toBeVisible();
  expect(trouble).toEqual([]);
});

test('in the doorway: way in, key words, way out, a breath and the clock, without scrolling, also offline @phone', async ({
  page,
  context,
}) => {
  const trouble = watchTrouble(page);
  await startLearning(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.getByRole('link', { name: '本番前1分の画面' }).tap();
  await expect(page.getByRole('heading', { name: '本番前1分 朝会', level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText(FIRST)).toBeVisible();
  await expect(page.getByText(SENTENCES.at(-1) ?? '')).toBeVisible();
  await expect(page.getByText(SECOND)).toHaveCount(0);
  await expect(page.getByRole('listitem')).toHaveCount(SENTENCES.length - 2);
  const hangsOver = () =>
    page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(await hangsOver()).toBe(0);
  await expectFits(page, 'doorway');

  await page.getByRole('button', { name: /^ひと呼吸/u }).tap();
  await expect(page.getByRole('status').filter({ hasText: '吸って' })).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '吐いて' })).toHaveCount(1);
  await page.getByRole('button', { name: '1分を計る' }).tap();
  await expect(page.getByRole('timer')).toContainText('0:58');
  expect(await hangsOver()).toBe(0);
  await page.getByRole('button', { name: '終わる' }).tap();
  await expect(page.getByRole('button', { name: '1分を計る' })).toBeVisible();
  // Nothing was recorded, and nothing kept.
  expect((await readStored(page)).takes).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(FIRST)).toBeVisible();
  await page.getByRole('link', { name: '戻る' }).tap();
  await expect(page.getByRole('heading', { name: '「朝会」を覚える', level: 1 })).toBeVisible();
  await context.setOffline(false);
  expect(trouble).toEqual([]);
});
