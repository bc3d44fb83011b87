// A service worker that does nothing but live: the address it is registered under names its version.
// 'hold' keeps it busy until 'release', and a busy worker is not replaced: the next version waits.
let release = () => {};

self.addEventListener('message', (event) => {
  if (event.data === 'hold') {
    event.waitUntil(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
  }
  if (event.data === 'release') release();
  if (event.data?.type === 'SKIP_WAITING') {
    new BroadcastChannel('versioned-worker').postMessage(self.location.search);
    self.skipWaiting();
  }
});
