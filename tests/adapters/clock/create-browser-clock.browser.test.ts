import { afterEach, describe, expect, test } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/clock/create-browser-clock';

/** What a real tab does when it is covered: Chromium's headless mode never hides one by itself. */
function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}
afterEach(() => Reflect.deleteProperty(document, 'hidden'));

const clock = createBrowserClock();

describe('time', () => {
  test('runs in milliseconds and never backwards', async () => {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      times.push(clock.nowMs());
      await clock.wait(20);
    }
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(spanMs).toBeGreaterThanOrEqual(79);
    expect(spanMs).toBeLessThan(1_000);
  });

  test('epoch is the wall clock', () => {
    expect(Math.abs(clock.epochMs() - (performance.timeOrigin + performance.now()))).toBeLessThan(2_000);
    expect(Number.isInteger(clock.epochMs())).toBe(true);
  });

  test('what is scheduled happens once, what is cancelled never', async () => {
    const done: string[] = [];
    clock.schedule(10, () => done.push('kept'));
    const cancel = clock.schedule(10, () => done.push('cancelled'));
    cancel();
    await clock.wait(60);
    expect(done).toEqual(['kept']);
  });
});

describe('frames', () => {
  test('come with the screen, carry the time, and stop', async () => {
    const times: number[] = [];
    const stop = clock.onFrame((nowMs) => times.push(nowMs));
    await expect.poll(() => times.length).toBeGreaterThan(5);
    stop();
    const { length } = times;
    await clock.wait(100);
    expect(times).toHaveLength(length);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.abs((times.at(-1) ?? 0) - clock.nowMs())).toBeLessThan(2_000);
  });

  test('stop from inside a frame', async () => {
    let frames = 0;
    const stop = clock.onFrame(() => {
      frames++;
      stop();
    });
    await clock.wait(100);
    expect(frames).toBe(1);
  });

  test('go on a few times a second in a hidden tab, and with the screen again after it', async () => {
    const times: number[] = [];
    const stop = clock.onFrame((nowMs) => times.push(nowMs));
    await expect.poll(() => times.length).toBeGreaterThan(2);
    hide(true);
    const before = times.length;
    await clock.wait(1_100);
    const whileHidden = times.length - before;
    expect(whileHidden).toBeGreaterThanOrEqual(2);
    expect(whileHidden).toBeLessThanOrEqual(5);
    hide(false);
    const shown = times.length;
    await expect.poll(() => times.length - shown).toBeGreaterThan(8);
    stop();
    // Changes of visibility start nothing that was stopped.
    hide(true);
    hide(false);
    const { length } = times;
    await clock.wait(400);
    expect(times).toHaveLength(length);
  });
});

test('visibility is told at each change until stopped', () => {
  const told: boolean[] = [];
  const stop = clock.onVisibility((hidden) => told.push(hidden));
  hide(true);
  hide(false);
  stop();
  hide(true);
  expect(told).toEqual([true, false]);
});
