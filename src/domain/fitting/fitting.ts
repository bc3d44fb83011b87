import type { Extent } from '../pitch/occasion';
import type { Clause } from './split-clauses';

/** What a person chose for one sentence of the script. */
export interface SentenceChoice {
  /** Place of the sentence in the script. */
  index: number;
  on: boolean;
  /** Its clauses that are left out, ascending. */
  left: readonly number[];
}

/** Choices made to fit a script to a time or to characters; nothing of the script itself is touched by them. */
export interface Fitting {
  /** The script the choices are about. */
  script: string;
  /** What to fit into: the time of what is spoken, the characters of what is read. */
  extent: Extent;
  /** Every sentence of the script once, in the order in which they are said. */
  choices: readonly SentenceChoice[];
}

/** A sentence as fitting sees it. */
export interface FittedSentence {
  text: string;
  clauses: readonly Clause[];
}

/** Everything said, in the script's own order. */
export function startFitting(script: string, sentenceCount: number, extent: Extent): Fitting {
  const choices = Array.from({ length: sentenceCount }, (_, index) => ({ index, on: true, left: [] }));
  return { script, extent, choices };
}

/**
 * Whether a clause can be switched with the rest as it is. What the sentence is about stays; the last clause may go where
 * the one that is last then can end the sentence; and that one stays as long as the last is away.
 */
export function canSwitch(clauses: readonly Clause[], left: readonly number[], index: number): boolean {
  const next = switched(left, index);
  return (
    (clauses[index]?.droppable === true || index === clauses.length - 1) &&
    clauses.length > 1 &&
    isWellFormed(clauses, next)
  );
}

/** Whether what is not left out ends as a sentence does. */
function isWellFormed(clauses: readonly Clause[], left: readonly number[]): boolean {
  const last = clauses.findLastIndex((_, index) => !left.includes(index));
  return last === clauses.length - 1 || (clauses[last]?.endsAt ?? null) !== null;
}

/** The choices with one sentence switched on or off. */
export function switchSentence(fitting: Fitting, index: number): Fitting {
  return changeChoice(fitting, index, (choice) => ({ ...choice, on: !choice.on }));
}

/** The choices with one clause switched on or off; unchanged where that cannot be (`canSwitch`). */
export function switchClause(
  fitting: Fitting,
  index: number,
  clauses: readonly Clause[],
  clause: number,
): Fitting {
  return changeChoice(fitting, index, (choice) =>
    canSwitch(clauses, choice.left, clause) ? { ...choice, left: switched(choice.left, clause) } : choice,
  );
}

/** The choices with the sentence at one place of the order put at another. */
export function moveSentence(fitting: Fitting, from: number, to: number): Fitting {
  const choices = [...fitting.choices];
  const [moved] = choices.splice(from, 1);
  if (!moved) return fitting;
  choices.splice(Math.max(0, Math.min(choices.length, to)), 0, moved);
  return { ...fitting, choices };
}

/** The choices carried over to a script that has changed: what was chosen for a sentence that is still there holds. */
export function refit(
  fitting: Fitting,
  before: readonly string[],
  script: string,
  after: readonly string[],
): Fitting {
  const rest = [...fitting.choices];
  const choices = startFitting(script, after.length, fitting.extent).choices.map((fresh) => {
    const found = rest.findIndex(({ index }) => before[index] === after[fresh.index]);
    const [old] = found === -1 ? [] : rest.splice(found, 1);
    return old ? { ...old, index: fresh.index } : fresh;
  });
  return { ...fitting, script, choices };
}

function changeChoice(
  fitting: Fitting,
  index: number,
  change: (choice: SentenceChoice) => SentenceChoice,
): Fitting {
  return {
    ...fitting,
    choices: fitting.choices.map((choice) => (choice.index === index ? change(choice) : choice)),
  };
}

function switched(left: readonly number[], clause: number): number[] {
  return left.includes(clause)
    ? left.filter((other) => other !== clause)
    : [...left, clause].sort((a, b) => a - b);
}
