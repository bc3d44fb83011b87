import type { Take } from '../../src/domain/rehearsal/take';
import type { Hearing, TakeEvent } from '../../src/domain/rehearsal/take-log';
import { VARIANT } from './open-app';

/** A take of `VARIANT` from revision `r` that ended after `durationMs`. */
export function takeOf({
  id,
  durationMs,
  hearing = 'audio-only',
  events = [],
  ...rest
}: {
  id: string;
  durationMs: number;
  hearing?: Hearing;
  events?: TakeEvent[];
} & Partial<Omit<Take, 'log'>>): Take {
  return {
    id,
    variantId: VARIANT.id,
    revisionId: 'r',
    log: {
      version: 1,
      startedAt: Date.UTC(2026, 2, 31) + durationMs,
      hearing,
      prompter: 'script',
      timeBudget: 60,
      events: [...events, { kind: 'stopped', atMs: durationMs, by: 'speaker' }],
    },
    note: '',
    aliveAtMs: durationMs,
    recordingType: null,
    deletedAt: null,
    ...rest,
  };
}
