import type { Stretch } from '../../domain/delivery/detect-speech';
import type { HeardTake } from '../../domain/review/heard-take';
import type { SentenceReading } from '../../domain/sound-alignment/sentence-reading';
import type { SoundSums } from '../../domain/sound-alignment/sound-model';

/** What the page asks of the worker, once: a worker times one take. */
export interface TimingRequest {
  /** At `ANALYSIS_HZ`, mono. */
  samples: Float32Array;
  readings: readonly SentenceReading[];
  /** Where no sound came in, ms. */
  gaps: readonly Stretch[];
  /** What earlier takes told about the voice; `null` where nothing is known. */
  voice: SoundSums | null;
}

/** What the worker tells the page. `ratio`: share of the work done, 0–1. `voice`: what the take told about it. */
export type TimingReply =
  | { kind: 'progress'; ratio: number }
  | { kind: 'timed'; heard: HeardTake; voice: SoundSums | null };

/** Whether a message is a reply: anything else means that the worker is not the one this code was built with. */
export function isTimingReply(message: unknown): message is TimingReply {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, ratio, heard } = message as Record<string, unknown>;
  if (kind === 'progress') return typeof ratio === 'number';
  return kind === 'timed' && typeof heard === 'object' && heard !== null;
}
