import { afterEach, describe, expect, test } from 'vitest';
import { keepAwake } from '../../../src/adapters/clock/wake-lock';

/** Locks handed out by the browser since the test began. */
const locks: WakeLockSentinel[] = [];
const held = () => locks.filter(({ released }) => !released).length;

const request = navigator.wakeLock.request.bind(navigator.wakeLock);

/** Looks on at the real wake lock; `answer` may hold it back or refuse it. */
function watchRequests(answer: () => Promise<void> = async () => {}): void {
  locks.length = 0;
  navigator.wakeLock.request = async (type) => {
    await answer();
    const lock = await request(type);
    locks.push(lock);
    return lock;
  };
}
function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  Reflect.deleteProperty(navigator.wakeLock, 'request');
  Reflect.deleteProperty(document, 'hidden');
});

describe('the screen', () => {
  test('stays on until released', async () => {
    watchRequests();
    const release = keepAwake();
    await expect.poll(held).toBe(1);
    release();
    await expect.poll(held).toBe(0);
  });

  test('stays on again once the tab is shown after the browser let go of it', async () => {
    watchRequests();
    const release = keepAwake();
    await expect.poll(held).toBe(1);
    hide(true);
    await locks[0]?.release();
    expect(held()).toBe(0);
    hide(false);
    await expect.poll(held).toBe(1);
    expect(locks).toHaveLength(2);
    release();
    await expect.poll(held).toBe(0);
    hide(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(held()).toBe(0);
  });

  test('is not kept on where the release came before the browser had answered', async () => {
    let answer: () => void = () => {};
    watchRequests(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const release = keepAwake();
    release();
    answer();
    await expect.poll(() => locks.length).toBe(1);
    await expect.poll(held).toBe(0);
  });

  test('follows the system where the browser refuses', async () => {
    watchRequests(() => Promise.reject(new DOMException('battery', 'NotAllowedError')));
    const release = keepAwake();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(locks).toEqual([]);
    expect(release).not.toThrow();
  });
});
