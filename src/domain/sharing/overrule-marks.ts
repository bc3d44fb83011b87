import type { LabelOverrule } from '../pitch/pitch';

/**
 * One overrule as a link carries it: where its sentence begins in the script and how long it is, in UTF-16 units (so that
 * nothing hangs on how sentences are told apart on the day it is read), and what is said of it (`WORDS`).
 */
export type OverruleMark = readonly [start: number, length: number, word: number];

/** What can be said of a sentence, by its place here. Part of version 2 of the link: the order is for ever. */
const WORDS: readonly Pick<LabelOverrule, 'element' | 'carries'>[] = [
  { element: 'target', carries: false },
  { element: 'target', carries: true },
  { element: 'feature', carries: false },
  { element: 'feature', carries: true },
  { element: 'benefit', carries: false },
  { element: 'benefit', carries: true },
];

/** How many elements can be spoken about one sentence. */
const MOST_ABOUT_ONE = 3;

/** The marks of overrules in a script; one whose sentence is not in it has none. */
export function markOverrules(script: string, overrules: readonly LabelOverrule[]): OverruleMark[] {
  return overrules.flatMap(({ sentenceText, element, carries }) => {
    const start = script.indexOf(sentenceText);
    const word = WORDS.findIndex((said) => said.element === element && said.carries === carries);
    return start === -1 || sentenceText === '' ? [] : [[start, sentenceText.length, word] as const];
  });
}

/** The overrules that marks stand for; `null` where they cannot be those of this script. */
export function readMarks(script: string, marks: readonly OverruleMark[]): LabelOverrule[] | null {
  // A long passage marked over and over would unpack to far more than the link.
  const marked = marks.reduce((sum, [, length]) => sum + length, 0);
  if (marked > script.length * MOST_ABOUT_ONE) return null;
  const overrules: LabelOverrule[] = [];
  for (const [start, length, word] of marks) {
    const said = WORDS[word];
    if (!said || length === 0 || start + length > script.length) return null;
    overrules.push({ sentenceText: script.slice(start, start + length), ...said });
  }
  return overrules;
}
