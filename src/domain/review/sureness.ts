import type { TakeTiming } from '../sound-alignment/time-take';

/** How far what the sound tells can be relied on. */
export type Sureness = 'sure' | 'fair' | 'poor';

/**
 * Confidences (probabilities: see sound-alignment/confidence.ts) from which on a result is relied on, one start in ten
 * being wrong at most, and from which on it is shown as likely. Below, nearly every second time shown would mislead.
 */
const SURE_FROM = 0.9;
const FAIR_FROM = 0.6;

export function surenessOf(confidence: number): Sureness {
  if (confidence >= SURE_FROM) return 'sure';
  return confidence >= FAIR_FROM ? 'fair' : 'poor';
}

/**
 * Lengths fit many scripts: they are never sure, and likely only where every sentence has its place. A sentence left
 * out moves all the others.
 */
export function surenessOfTake({
  method,
  confidence,
  omitted,
}: Pick<TakeTiming, 'method' | 'confidence' | 'omitted'>): Sureness {
  if (method === 'sound') return surenessOf(confidence);
  return surenessOf(confidence) !== 'poor' && omitted.length === 0 ? 'fair' : 'poor';
}
