/**
 * Keeps the screen on until the function returned is called. Browsers let go of the lock whenever the tab is hidden,
 * so it is taken again when the tab is shown. Where the browser has no wake lock, or refuses it (battery saver), the
 * screen follows the system's own rule and nothing is reported: a take does not depend on it.
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let released = false;
  let held: WakeLockSentinel | null = null;
  let asking = false;

  const acquire = async () => {
    if (released || asking || document.hidden || (held && !held.released)) return;
    asking = true;
    try {
      held = await navigator.wakeLock.request('screen');
    } catch {
      held = null;
    } finally {
      asking = false;
    }
    // Released while the browser was still deciding.
    if (released) void held?.release();
  };
  const shown = () => void acquire();

  document.addEventListener('visibilitychange', shown);
  void acquire();
  return () => {
    released = true;
    document.removeEventListener('visibilitychange', shown);
    void held?.release();
  };
}
