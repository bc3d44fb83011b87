import type { Stretch } from '../delivery/detect-speech';
import { type TakeLog, takeDurationMs, transcriptText } from '../rehearsal/take-log';

/** A time in which a device, not the speaker, was silent, blind or deaf. */
export interface DeviceGap {
  /** `sound`: the microphone was there and brought nothing. */
  device: 'recogniser' | 'microphone' | 'sound' | 'page';
  startMs: number;
  endMs: number;
  /** Of that, the time in which the take was not paused, in ms. */
  runningMs: number;
  /** For the recogniser: UTF-16 offset in the transcript at which words may be missing; else `null`. */
  heardOffset: number | null;
}

/** Finds where recogniser, microphone or page failed. A gap ends when the device gave its next sign, or the take did. */
export function findDeviceGaps(log: TakeLog): DeviceGap[] {
  const endMs = log.events.at(-1)?.atMs ?? 0;
  const gaps: DeviceGap[] = [];
  const add = (device: DeviceGap['device'], from: number, to: number, heardOffset: number | null) => {
    if (to > from) {
      gaps.push({
        device,
        startMs: from,
        endMs: to,
        runningMs: takeDurationMs(log, to) - takeDurationMs(log, from),
        heardOffset,
      });
    }
  };
  log.events.forEach((event, index) => {
    const later = log.events.slice(index + 1);
    if (event.kind === 'recognition-ended') {
      const next = later.find((other) => other.kind === 'recognised' && other.session > event.session);
      const before = log.events.filter(
        (other) => other.kind !== 'recognised' || other.session <= event.session,
      );
      const heardOffset = transcriptText({ ...log, events: before })?.length ?? 0;
      add('recogniser', event.atMs, next?.atMs ?? endMs, heardOffset);
    } else if (event.kind === 'microphone-lost') {
      add('microphone', event.atMs, endMs, null);
    } else if (event.kind === 'microphone-muted') {
      const end = later.find(({ kind }) => kind === 'microphone-unmuted' || kind === 'microphone-lost');
      add('sound', event.atMs, end?.atMs ?? endMs, null);
    } else if (event.kind === 'sound-dropped') {
      add('sound', Math.max(0, event.atMs - event.lostMs), event.atMs, null);
    } else if (event.kind === 'hidden') {
      add('page', event.atMs, later.find((other) => other.kind === 'shown')?.atMs ?? endMs, null);
    }
  });
  return gaps;
}

/** What of a take its recording cannot tell, whoever spoke. Times are ms of the recording. */
export interface RecordingGaps {
  /** No sound came in, in order. */
  silent: Stretch[];
  /** The recording ends before the take does. */
  endsEarly: boolean;
}

/** Turns ms of the take into ms of its recording, which runs while the take is not paused, from its first sample on. */
export function recordingTime(log: TakeLog): (atMs: number) => number {
  const began = log.events.find(({ kind }) => kind === 'recording-began')?.atMs ?? 0;
  return (atMs) => Math.max(0, takeDurationMs(log, atMs) - takeDurationMs(log, began));
}

/** Finds them from the log. */
export function findRecordingGaps(log: TakeLog, gaps: readonly DeviceGap[]): RecordingGaps {
  const inRecording = recordingTime(log);
  return {
    silent: gaps
      .filter(({ device }) => device === 'sound')
      .map(({ startMs, endMs }) => ({ startMs: inRecording(startMs), endMs: inRecording(endMs) }))
      .filter(({ startMs, endMs }) => endMs > startMs)
      .sort((one, other) => one.startMs - other.startMs),
    endsEarly: log.events.some(({ kind }) => kind === 'microphone-lost' || kind === 'recording-ended'),
  };
}
