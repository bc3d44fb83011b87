import type { MicrophoneChange } from './microphone';

/**
 * Tells when a track falls silent at its source, and when another device stands behind it or the same one works at
 * another rate, until the function returned is called. Browsers say the latter by `configurationchange` (Media
 * Capture Extensions) or only by the list of devices, so the settings are compared at every hint.
 */
export function watchTrack(track: MediaStreamTrack, tell: (change: MicrophoneChange) => void): () => void {
  const listening = new AbortController();
  const heard = { signal: listening.signal };
  let before = track.getSettings();
  const compare = (): void => {
    const now = track.getSettings();
    const changed = now.sampleRate !== before.sampleRate || now.deviceId !== before.deviceId;
    before = now;
    if (changed && track.readyState === 'live') tell({ kind: 'changed', sampleHz: now.sampleRate ?? null });
  };
  track.addEventListener('mute', () => tell({ kind: 'muted' }), heard);
  track.addEventListener(
    'unmute',
    () => {
      compare();
      tell({ kind: 'unmuted' });
    },
    heard,
  );
  track.addEventListener('configurationchange', compare, heard);
  navigator.mediaDevices.addEventListener('devicechange', compare, heard);
  return () => listening.abort();
}
