import { type TakeLog, transcriptText } from '../rehearsal/take-log';

/** A time in which a device, not the speaker, was silent, blind or deaf. */
export interface DeviceGap {
  device: 'recogniser' | 'microphone' | 'page';
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
        runningMs: runningMsBetween(log, from, to),
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
    } else if (event.kind === 'hidden') {
      add('page', event.atMs, later.find((other) => other.kind === 'shown')?.atMs ?? endMs, null);
    }
  });
  return gaps;
}

function runningMsBetween(log: TakeLog, from: number, to: number): number {
  let [running, since]: [number, number | null] = [0, 0];
  const count = (start: number, end: number) => {
    running += Math.max(0, Math.min(end, to) - Math.max(start, from));
  };
  for (const event of log.events) {
    if (event.kind === 'paused' && since !== null) {
      count(since, event.atMs);
      since = null;
    } else if (event.kind === 'resumed' && since === null) {
      since = event.atMs;
    }
  }
  if (since !== null) count(since, to);
  return running;
}
