import type { RecognitionError } from './recognition-error';

/**
 * The record of one take: append-only, versioned. Every figure of a review is a function of it and of the script
 * revision it names. `atMs` is milliseconds since the take began, from a monotonic clock; the wall clock appears
 * once, in `startedAt`.
 */
export interface TakeLog {
  /** New takes are of the newest; a log of an earlier version lacks kinds of events and is read as it is. */
  version: (typeof TAKE_LOG_VERSIONS)[number];
  /** Epoch ms. */
  startedAt: number;
  hearing: Hearing;
  prompter: Prompter;
  /** Seconds allowed. */
  timeBudget: number;
  events: TakeEvent[];
}

/** 2: what happened to the sound between microphone and recording. */
export const TAKE_LOG_VERSIONS = [1, 2] as const;
export const NEWEST_TAKE_LOG_VERSION = 2;

/** What of the speaker reaches the app during a take. */
export const HEARINGS = ['audio-and-words', 'audio-only', 'typed', 'clock-only'] as const;
export type Hearing = (typeof HEARINGS)[number];

/** What is in view while speaking, from the most to nothing. */
export const PROMPTERS = ['script', 'sentence-heads', 'key-words', 'nothing'] as const;
export type Prompter = (typeof PROMPTERS)[number];

/** One piece of what a recogniser heard. `interim` may still change; `final` will not. */
export interface RecognisedPart {
  transcript: string;
  /** 0–1 as the recogniser gave it. */
  confidence: number;
  final: boolean;
}

/**
 * What happened, in order. Events whose `by` is `device` come from a device's weakness (a hidden tab, a recogniser
 * that ended by itself, a lost microphone): they never count as the speaker's pause or omission.
 */
export type TakeEvent =
  | { kind: 'paused'; atMs: number; by: 'speaker' }
  | { kind: 'resumed'; atMs: number; by: 'speaker' }
  | { kind: 'typed'; atMs: number; by: 'speaker'; text: string }
  /** All parts of one recogniser session as they stand at `atMs`; a later event of that session replaces it. */
  | { kind: 'recognised'; atMs: number; by: 'speaker'; session: number; parts: RecognisedPart[] }
  | { kind: 'recognition-ended'; atMs: number; by: 'device'; session: number; error: RecognitionError | null }
  | { kind: 'microphone-lost'; atMs: number; by: 'device' }
  /** Silent at its source: a switch on the headset, the system, another app that took it. */
  | { kind: 'microphone-muted'; atMs: number; by: 'device' }
  | { kind: 'microphone-unmuted'; atMs: number; by: 'device' }
  /** Another device or another way of working, as a Bluetooth headset that changes its profile; `sampleHz` as it is now. */
  | { kind: 'microphone-changed'; atMs: number; by: 'device'; sampleHz: number | null }
  /** The `lostMs` before `atMs` brought no sound, although the microphone was there. */
  | { kind: 'sound-dropped'; atMs: number; by: 'device'; lostMs: number }
  /** The recording's first sample. */
  | { kind: 'recording-began'; atMs: number; by: 'device' }
  /** The recording holds no more than up to about here, although the take went on. */
  | { kind: 'recording-ended'; atMs: number; by: 'device' }
  | { kind: 'hidden'; atMs: number; by: 'device' }
  | { kind: 'shown'; atMs: number; by: 'device' }
  /** Always the last event. `device`: the tab was closed or killed, the time is that of the last sign of life. */
  | { kind: 'stopped'; atMs: number; by: 'speaker' | 'device' };

/** Appends an event; the log given stays as it was. Throws where time would run backwards or the take has ended. */
export function appendEvent(log: TakeLog, event: TakeEvent): TakeLog {
  const last = log.events.at(-1);
  if (last?.kind === 'stopped') throw new Error('The take has ended; nothing can be appended.');
  if (last && event.atMs < last.atMs)
    throw new Error(`An event at ${event.atMs} ms cannot follow ${last.atMs} ms.`);
  return { ...log, events: [...log.events, event] };
}

/** Time from start to `untilMs` (by default the last event) without the pauses the speaker asked for, in ms. */
export function takeDurationMs(log: TakeLog, untilMs = log.events.at(-1)?.atMs ?? 0): number {
  let duration = 0;
  let runningSince: number | null = 0;
  for (const event of log.events) {
    if (event.atMs > untilMs) break;
    if (event.kind === 'paused' && runningSince !== null) {
      duration += event.atMs - runningSince;
      runningSince = null;
    } else if (event.kind === 'resumed' && runningSince === null) {
      runningSince = event.atMs;
    }
  }
  return runningSince === null ? duration : duration + (untilMs - runningSince);
}

/** The text typed by the end of a take; `null` where nothing was typed. */
export function typedText(log: TakeLog): string | null {
  return log.events.findLast((event) => event.kind === 'typed')?.text ?? null;
}

/** What a session has heard, as text. */
export function transcriptOfParts(parts: readonly RecognisedPart[]): string {
  return parts.map((part) => part.transcript.trim()).join('');
}

/** What the recogniser heard over the whole take, session after session; `null` where there was no recogniser. */
export function transcriptText(log: TakeLog): string | null {
  const sessions = new Map<number, string>();
  for (const event of log.events) {
    if (event.kind !== 'recognised') continue;
    sessions.set(event.session, transcriptOfParts(event.parts));
  }
  return sessions.size === 0 ? null : [...sessions.values()].filter((text) => text !== '').join('\n');
}
