export interface OfflineState {
  /** The app's own files are stored: it opens without a network. */
  offlineReady: boolean;
  /** A newer version is stored and waits; `applyUpdate` changes over to it. */
  updateReady: boolean;
}

export interface Offline {
  /** Calls back at once with the present state, then at every change. The returned function ends it. */
  subscribe(listener: (state: OfflineState) => void): () => void;
  /** Changes over to the waiting version and reloads this tab. Does nothing while none waits. */
  applyUpdate(): void;
}

export interface OfflineOptions {
  /** Address of the service worker, relative to the page; undefined where there is none, as under the development server. */
  workerUrl?: string | undefined;
  /** Loads the page anew; a parameter since a test cannot outlive the reload of its own page. */
  reload?: () => void;
}

/** Shortest time between two looks for a newer version, in ms. Browsers look by themselves only when a page opens. */
const UPDATE_CHECK_INTERVAL_MS = 60 * 60_000;

/** After the page's own loading, so that storing the files for later does not slow the first screen down. */
function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}

/**
 * Keeps the app usable without a network through its service worker. The worker is registered at the first
 * subscription. Only the tab that asked for an update reloads: another may be in the middle of a take; it is
 * told that an update is ready, and its own `applyUpdate` is then a plain reload. Where service workers are
 * missing or refused (private windows, insecure addresses) the state stays false and nothing throws.
 */
export function createBrowserOffline({
  workerUrl = import.meta.env.PROD ? './sw.js' : undefined,
  reload = () => window.location.reload(),
}: OfflineOptions = {}): Offline {
  const listeners = new Set<(state: OfflineState) => void>();
  let state: OfflineState = { offlineReady: false, updateReady: false };
  let registration: ServiceWorkerRegistration | undefined;
  let opened: AbortController | undefined;
  let askedForUpdate = false;
  let replacedElsewhere = false;

  const change = (part: Partial<OfflineState>) => {
    const next = { ...state, ...part };
    if (next.offlineReady === state.offlineReady && next.updateReady === state.updateReady) return;
    state = next;
    for (const listener of listeners) listener(state);
  };

  const read = (current: ServiceWorkerRegistration) => {
    change({
      offlineReady: current.active !== null,
      updateReady: replacedElsewhere || (current.active !== null && current.waiting !== null),
    });
  };

  const follow = (current: ServiceWorkerRegistration, signal: AbortSignal) => {
    const watch = (worker: ServiceWorker | null) =>
      worker?.addEventListener('statechange', () => read(current), { signal });
    for (const worker of [current.installing, current.waiting, current.active]) watch(worker);
    current.addEventListener('updatefound', () => watch(current.installing), { signal });
    read(current);
  };

  const checkNowAndThen = (current: ServiceWorkerRegistration, signal: AbortSignal) => {
    let checkedAtMs = performance.now();
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden || performance.now() - checkedAtMs < UPDATE_CHECK_INTERVAL_MS) return;
        checkedAtMs = performance.now();
        // Without a network there is nothing newer to be had now.
        current.update().catch(() => {});
      },
      { signal },
    );
  };

  const open = async (container: ServiceWorkerContainer, url: string, signal: AbortSignal) => {
    let hadController = container.controller !== null;
    container.addEventListener(
      'controllerchange',
      () => {
        // The very first worker takes over a page that is as new as itself.
        const replaced = hadController;
        hadController = true;
        if (!replaced) return;
        if (askedForUpdate) reload();
        else {
          replacedElsewhere = true;
          change({ updateReady: true });
        }
      },
      { signal },
    );
    await pageLoaded();
    if (signal.aborted) return;
    try {
      registration = await container.register(url, {
        scope: new URL('./', new URL(url, document.baseURI)).href,
      });
    } catch {
      return;
    }
    if (signal.aborted) return;
    follow(registration, signal);
    checkNowAndThen(registration, signal);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      // Typed as always there, but absent on insecure addresses and in some private windows.
      const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
      if (opened === undefined && workerUrl !== undefined && container !== undefined) {
        opened = new AbortController();
        void open(container, workerUrl, opened.signal);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        opened?.abort();
        opened = undefined;
      };
    },
    applyUpdate() {
      if (replacedElsewhere) return reload();
      if (!registration?.waiting) return;
      askedForUpdate = true;
      registration.waiting.postMessage({ type: 'SKIP_WAITING' });
    },
  };
}
