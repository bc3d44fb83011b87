import type { Element } from '../coverage/element';

/** Words of a script: `[start, end)` in UTF-16 offsets of the sentence with that index. */
export interface Place {
  sentence: number;
  start: number;
  end: number;
}

/** Words of the person's own script to ask further with; `null` where it has none. */
export interface OwnWords {
  trade: string | null;
  customer: string | null;
  offer: string | null;
}

/** A sentence as something that could go: what it costs and what would be lost. */
export interface CutCandidate {
  sentence: number;
  /** Ms. */
  durationMs: number;
  /** Elements no other sentence carries. Empty: the pitch keeps all it had. */
  onlyCarrierOf: Element[];
}

/** One observation on a script (気づき), with the words it is about. */
export type ScriptFinding =
  | { kind: 'missing-element'; element: Element; own: OwnWords }
  | { kind: 'over-time'; overMs: number; candidates: CutCandidate[] }
  | { kind: 'under-time'; underMs: number }
  /** Of a text that is read: so many more characters than were asked for. */
  | { kind: 'over-characters'; over: number }
  | { kind: 'hard-sell'; place: Place }
  | { kind: 'vague-referral'; place: Place }
  | { kind: 'no-opening'; place: Place }
  | { kind: 'name-missing' }
  | { kind: 'name-buried'; place: Place }
  | { kind: 'trade-missing' }
  | { kind: 'self-centred'; selfMs: number; customerMs: number }
  | { kind: 'long-sentence'; place: Place; durationMs: number }
  | { kind: 'unexplained-acronym'; place: Place }
  | { kind: 'homophone'; place: Place; heardAs: string }
  | { kind: 'kanji-run'; place: Place }
  | { kind: 'tongue-twister'; place: Place }
  | { kind: 'same-endings'; place: Place; sentences: number; ending: string }
  | { kind: 'wordy'; place: Place; better: string }
  | { kind: 'double-honorific'; place: Place; better: string };

export type ScriptFindingKind = ScriptFinding['kind'];

/**
 * What matters most to a listener comes first: running over is disliked most, then not knowing what is offered to
 * whom, then being pressed or talked at; how it sounds comes last.
 */
export const FINDING_ORDER: readonly ScriptFindingKind[] = [
  'over-time',
  'over-characters',
  'missing-element',
  'hard-sell',
  'vague-referral',
  'name-missing',
  'trade-missing',
  'self-centred',
  'no-opening',
  'name-buried',
  'long-sentence',
  'unexplained-acronym',
  'homophone',
  'double-honorific',
  'wordy',
  'kanji-run',
  'tongue-twister',
  'same-endings',
  'under-time',
];
