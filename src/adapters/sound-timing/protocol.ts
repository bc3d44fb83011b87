import type { SentenceReading } from '../../domain/sound-alignment/sentence-reading';
import type { TakeTiming } from '../../domain/sound-alignment/time-take';

/** What the page asks of the worker, once: a worker times one take. */
export interface TimingRequest {
  /** At `ANALYSIS_HZ`, mono. */
  samples: Float32Array;
  readings: readonly SentenceReading[];
}

/** What the worker tells the page. `ratio`: share of the work done, 0–1. */
export type TimingReply = { kind: 'progress'; ratio: number } | { kind: 'timed'; timing: TakeTiming };

/** Whether a message is a reply: anything else means that the worker is not the one this code was built with. */
export function isTimingReply(message: unknown): message is TimingReply {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, ratio, timing } = message as Record<string, unknown>;
  if (kind === 'progress') return typeof ratio === 'number';
  return kind === 'timed' && typeof timing === 'object' && timing !== null;
}
