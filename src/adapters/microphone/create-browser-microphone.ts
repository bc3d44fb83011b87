import {
  followVoice,
  judgeSound,
  NO_VOICE_YET,
  type VoiceActivity,
} from '../../domain/delivery/voice-activity';
import { createLevelMeter, type LevelMeter } from './measure-level';
import type { Microphone, MicrophoneChange, MicrophoneLevel, OpenMicrophone, Recorder } from './microphone';
import { microphoneErrorOf } from './microphone-error-of';
import { recordStream } from './record-stream';
import { watchDropouts } from './watch-dropouts';
import { watchTrack } from './watch-track';

/**
 * The voice as it is. Echo cancellation, noise suppression and gain control are for calls: they pump the level and
 * swallow quiet endings, and level and pauses are what a rehearsal listens for. One channel is all a voice has. None
 * is `exact`, so that a device which cannot do it is still taken.
 */
const CONSTRAINTS: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: 1,
};

/** Takes over `stream` and `meter`: from here on `close` is the one way they end. */
function ownMicrophone(stream: MediaStream, track: MediaStreamTrack, meter: LevelMeter) {
  const levelListeners = new Set<(level: MicrophoneLevel) => void>();
  const lostListeners = new Set<() => void>();
  const changeListeners = new Set<(change: MicrophoneChange) => void>();
  const recorders = new Set<Recorder>();
  let activity: VoiceActivity = NO_VOICE_YET;
  let closed = false;
  let lost = false;

  // Fires when the device goes away or permission is taken back, not for our own `stop`.
  const ended = () => {
    lost = true;
    const listeners = [...lostListeners];
    lostListeners.clear();
    for (const listener of listeners) listener();
  };
  track.addEventListener('ended', ended, { once: true });
  const tellChange = (change: MicrophoneChange): void => {
    for (const listener of changeListeners) listener(change);
  };
  const unwatchTrack = watchTrack(track, tellChange);
  const lostSince = watchDropouts();

  const source: OpenMicrophone = {
    track,
    subscribeLevel(listener) {
      levelListeners.add(listener);
      return () => levelListeners.delete(listener);
    },
    record(listener) {
      if (closed || lost) return null;
      const recorder = recordStream(stream, listener);
      if (recorder) recorders.add(recorder);
      return recorder;
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onLost(listener) {
      if (closed) return () => {};
      lostListeners.add(listener);
      if (lost) queueMicrotask(() => lostListeners.delete(listener) && listener());
      return () => lostListeners.delete(listener);
    },
    close() {
      if (closed) return;
      closed = true;
      track.removeEventListener('ended', ended);
      levelListeners.clear();
      lostListeners.clear();
      changeListeners.clear();
      unwatchTrack();
      for (const recorder of recorders) void recorder.stop();
      meter.close();
      for (const each of stream.getTracks()) each.stop();
    },
  };

  return {
    source,
    heard(frame: { atMs: number; meanSquare: number; peak: number }) {
      if (closed) return;
      const rmsDb = 10 * Math.log10(frame.meanSquare);
      activity = followVoice(activity, { atMs: frame.atMs, rmsDb, peak: frame.peak });
      const level: MicrophoneLevel = {
        rmsDb,
        voiced: activity.voiced,
        clipped: activity.clipped,
        check: track.muted ? 'no-sound' : judgeSound(activity),
      };
      const lostMs = lostSince(frame.atMs, performance.now());
      if (lostMs > 0) tellChange({ kind: 'dropped', lostMs });
      for (const listener of levelListeners) listener(level);
    },
  };
}

/** The browser's default microphone. */
export function createBrowserMicrophone(): Microphone {
  return {
    async open() {
      if (!globalThis.isSecureContext) return { ok: false, error: 'insecure-context' };
      if (!navigator.mediaDevices?.getUserMedia) return { ok: false, error: 'unsupported' };
      // Before the first await, while the browser still knows that the person clicked.
      let meter: LevelMeter | null = null;
      try {
        meter = createLevelMeter();
      } catch (reason) {
        if (!(reason instanceof DOMException)) throw reason;
      }
      if (!meter) return { ok: false, error: 'unsupported' };

      let stream: MediaStream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: CONSTRAINTS, video: false });
      } catch (reason) {
        meter.close();
        return { ok: false, error: microphoneErrorOf(reason) };
      }
      const track = stream.getAudioTracks()[0];
      if (!track) {
        meter.close();
        return { ok: false, error: 'no-device' };
      }

      const { source, heard } = ownMicrophone(stream, track, meter);
      try {
        await meter.connect(stream, heard);
      } catch (reason) {
        source.close();
        if (!(reason instanceof DOMException)) throw reason;
        return { ok: false, error: 'unsupported' };
      }
      // Unplugged while the meter was being set up.
      if (track.readyState === 'ended') {
        source.close();
        return { ok: false, error: 'lost' };
      }
      return { ok: true, source };
    },
  };
}
