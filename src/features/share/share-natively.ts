/** Whether this browser can hand things to other apps by itself. */
export const canShare = typeof navigator.share === 'function';

/** Opens the device's own way of sharing. Changing one's mind there is no failure. */
export async function shareNatively(data: ShareData): Promise<'shared' | 'cancelled' | 'failed'> {
  try {
    await navigator.share(data);
    return 'shared';
  } catch (cause) {
    return cause instanceof DOMException && cause.name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
