import type { Hearing, Prompter, TakeEvent, TakeLog } from '../../../src/domain/rehearsal/take-log';

/** A log of a take that lasted `durationMs`, with `events` before its stop. */
export function takeLog(
  durationMs: number,
  {
    hearing = 'audio-and-words',
    prompter = 'script',
    timeBudget = 60,
    events = [],
  }: { hearing?: Hearing; prompter?: Prompter; timeBudget?: number; events?: TakeEvent[] } = {},
): TakeLog {
  return {
    version: 1,
    startedAt: Date.UTC(2026, 10, 22, 1),
    hearing,
    prompter,
    timeBudget,
    events: [...events, { kind: 'stopped', atMs: durationMs, by: 'speaker' }],
  };
}

/** What one recogniser session had heard by `atMs`. */
export function recognised(atMs: number, session: number, transcript: string): TakeEvent {
  return {
    kind: 'recognised',
    atMs,
    by: 'speaker',
    session,
    parts: [{ transcript, confidence: 0.9, final: true }],
  };
}
