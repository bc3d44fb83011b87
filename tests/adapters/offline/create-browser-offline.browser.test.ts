import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createBrowserOffline,
  type OfflineOptions,
  type OfflineState,
} from '../../../src/adapters/offline/create-browser-offline';

const worker = (version: number) => `/tests/adapters/offline/versioned-worker.js?version=${version}`;

const stops: (() => void)[] = [];

/** An adapter together with every state it told, oldest first. */
function observe(options: OfflineOptions) {
  const offline = createBrowserOffline(options);
  const states: OfflineState[] = [];
  const stop = offline.subscribe((state) => states.push(state));
  stops.push(stop);
  return { offline, states, stop };
}

async function forgetWorkers() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

beforeEach(forgetWorkers);
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await forgetWorkers();
});

describe('createBrowserOffline', () => {
  test('tells the state at once, and again when the first worker has stored the app', async () => {
    const { states } = observe({ workerUrl: worker(1) });
    expect(states).toEqual([{ offlineReady: false, updateReady: false }]);
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ offlineReady: true, updateReady: false }));
    expect(states.some(({ updateReady }) => updateReady)).toBe(false);
  });

  test('is ready on a later visit, without anything having been installed in it', async () => {
    const first = observe({ workerUrl: worker(1) });
    await vi.waitFor(() => expect(first.states.at(-1)?.offlineReady).toBe(true));
    first.stop();
    const later = observe({ workerUrl: worker(1) });
    await vi.waitFor(() => expect(later.states.at(-1)).toEqual({ offlineReady: true, updateReady: false }));
  });

  test('applies an update only when asked', async () => {
    const first = observe({ workerUrl: worker(1) });
    await vi.waitFor(() => expect(first.states.at(-1)?.offlineReady).toBe(true));
    const [registration] = await navigator.serviceWorker.getRegistrations();
    const old = registration!.active!;
    await vi.waitFor(() => expect(old.state).toBe('activated'));
    old.postMessage('hold');
    const asked: unknown[] = [];
    const channel = new BroadcastChannel('versioned-worker');
    channel.onmessage = ({ data }) => asked.push(data);

    const second = observe({ workerUrl: worker(2) });
    await vi.waitFor(() => expect(second.states.at(-1)).toEqual({ offlineReady: true, updateReady: true }));
    expect(first.states.at(-1)).toEqual({ offlineReady: true, updateReady: true });
    expect(registration?.active).toBe(old);
    expect(asked).toEqual([]);

    second.offline.applyUpdate();
    await vi.waitFor(() => expect(asked).toEqual(['?version=2']));
    old.postMessage('release');
    await vi.waitFor(() => expect(registration?.active?.scriptURL).toContain('version=2'));
    await vi.waitFor(() => expect(second.states.at(-1)).toEqual({ offlineReady: true, updateReady: false }));
    channel.close();
  });

  test('without an update to apply nothing is reloaded', async () => {
    const reload = vi.fn();
    const { offline, states } = observe({ workerUrl: worker(1), reload });
    offline.applyUpdate();
    await vi.waitFor(() => expect(states.at(-1)?.offlineReady).toBe(true));
    offline.applyUpdate();
    expect(reload).not.toHaveBeenCalled();
  });

  test('a worker that cannot be had leaves the state as it is', async () => {
    const { states } = observe({ workerUrl: '/tests/adapters/offline/missing-worker.js' });
    await expect(
      navigator.serviceWorker.register('/tests/adapters/offline/missing-worker.js'),
    ).rejects.toThrow();
    expect(states).toEqual([{ offlineReady: false, updateReady: false }]);
  });

  test('under the development server there is no worker and nothing is registered', async () => {
    const { states } = observe({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(states).toEqual([{ offlineReady: false, updateReady: false }]);
    expect(await navigator.serviceWorker.getRegistrations()).toEqual([]);
  });

  test('nothing is told after the subscription has ended', async () => {
    const { states, stop } = observe({ workerUrl: worker(1) });
    stop();
    await navigator.serviceWorker.register(worker(1));
    await vi.waitFor(async () =>
      expect((await navigator.serviceWorker.getRegistrations())[0]?.active?.state).toBe('activated'),
    );
    expect(states).toHaveLength(1);
  });
});
