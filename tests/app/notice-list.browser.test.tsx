import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { NoticeList } from '../../src/app/notice-list';
import { mount, openStore } from '../features/mount';
import { PITCH } from '../state/open-app';

const list = page.getByRole('region', { name: 'お知らせ' });
const told = () => [...list.element().querySelectorAll('p')].map((notice) => notice.textContent);

async function show() {
  const app = await openStore();
  mount(<NoticeList />, app.store);
  await expect.element(list).toBeInTheDocument();
  return app;
}

describe('notices', () => {
  test('are read out when they come, and close at a press', async () => {
    const app = await show();
    await expect.element(list).toHaveAttribute('aria-live', 'polite');
    app.now().noticed({ kind: 'copied' });
    await expect.poll(told).toEqual(['原稿をコピーしました。']);
    await page.getByRole('button', { name: '知らせを閉じる' }).click();
    await expect.poll(told).toEqual([]);
  });

  test('of a deletion give it back, once', async () => {
    const app = await show();
    app.now().pitchDeleted(PITCH.id);
    await expect.poll(told).toEqual([`「${PITCH.title}」を削除しました。`]);
    await page.getByRole('button', { name: '元に戻す' }).click();
    await expect.poll(told).toEqual([]);
    expect(app.now().pitches[PITCH.id]?.deletedAt).toBeNull();
  });

  test('the same trouble is told once; of many notices the latest three are in view', async () => {
    const app = await show();
    for (let time = 0; time < 3; time++) app.now().storageTroubled({ kind: 'quota-exceeded' });
    await expect.poll(() => told().length).toBe(1);
    app.now().noticed({ kind: 'copied' });
    for (const title of ['一', '二']) app.now().noticed({ kind: 'pitch-deleted', title }, () => {});
    await expect
      .poll(told)
      .toEqual(['原稿をコピーしました。', '「一」を削除しました。', '「二」を削除しました。']);
  });
});

describe('in time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('they go by themselves, later where there is a way back; trouble with storage stays', async () => {
    const app = await openStore();
    mount(<NoticeList />, app.store);
    await vi.waitFor(() => expect(list.query()).not.toBeNull());
    app.now().storageTroubled({ kind: 'quota-exceeded' });
    app.now().noticed({ kind: 'pitch-deleted', title: '一' }, () => {});
    app.now().noticed({ kind: 'copied' });
    await vi.waitFor(() => expect(told()).toHaveLength(3));
    // What waits for the page above moves this clock on as well, by a little.
    await vi.advanceTimersByTimeAsync(6000);
    await vi.waitFor(() => expect(told()).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(7000);
    await vi.waitFor(() => expect(told()).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(2000);
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told()[0]).toContain('。');
    expect(app.now().notices.map((notice) => notice.content.kind)).toEqual(['storage-failed']);
  });
});
