import { overrulesBySentence } from '../coverage/hold-overrules';
import type { LabelOverrule } from '../pitch/pitch';
import type { FittedSentence, Fitting } from './fitting';
import type { Clause } from './split-clauses';

/** What ends a sentence, with the white space after it. */
const END = /[。｡．！？!?‼⁇⁈⁉…♪]+[」』）)】〉》”’]*\s*$/u;
const QUESTION = /[？?⁇⁈⁉]/u;

/**
 * A sentence without the clauses left out. Where the last clause is among them, the clause that is last then loses its
 * joining particle and comma and takes the sentence's own end: 「～していますが、～です。」→「～しています。」; a question's end
 * becomes 。, for what asked is gone.
 */
export function composeSentence(clauses: readonly Clause[], left: readonly number[]): string {
  const kept = clauses.filter((_, index) => !left.includes(index));
  const last = kept.at(-1);
  if (!last) return '';
  const whole = kept.map(({ text }) => text).join('');
  const ending = clauses.at(-1);
  if (!ending || last === ending || last.endsAt === null) return whole;
  const mark = END.exec(ending.text)?.[0] ?? ending.text.slice(ending.text.trimEnd().length);
  const said = whole.slice(0, whole.length - (last.end - last.endsAt));
  return said + (QUESTION.test(mark) ? `。${mark.slice(mark.trimEnd().length)}` : mark);
}

/** One sentence of the result and the sentence of the script it comes from. */
export interface ComposedSentence {
  index: number;
  text: string;
}

/** The sentences that are said, in their order. */
export function composeSentences(fitting: Fitting, sentences: readonly FittedSentence[]): ComposedSentence[] {
  return fitting.choices.flatMap(({ index, on, left }) => {
    const sentence = sentences[index];
    return on && sentence ? [{ index, text: composeSentence(sentence.clauses, left) }] : [];
  });
}

/**
 * The text that the choices leave of a script of `count` sentences. A sentence takes the white space after it along (its line, its paragraph); one
 * without an end mark that comes before another gets a line of its own, or the two would run together; outer white space
 * is the script's own where its first or last sentence stands there. With everything on, in order, it is the script.
 */
export function composeScript(sentences: readonly ComposedSentence[], count: number): string {
  const pieces = sentences.map(({ index, text }, place) => {
    let piece = text;
    if (place === 0 ? index !== 0 : index === 0) piece = piece.trimStart();
    const isLast = place === sentences.length - 1;
    if (isLast) return index === count - 1 ? piece : piece.trimEnd();
    // Where it was the last of the script there was no need to set it apart.
    return index === count - 1 && piece === piece.trimEnd() && !END.test(piece) ? `${piece}\n` : piece;
  });
  return pieces.join('');
}

/** The person's words on the labels, held to the sentences as they are now; those on sentences left out rest. */
export function carryToFitting(
  overrules: readonly LabelOverrule[],
  sentences: readonly FittedSentence[],
  composed: readonly ComposedSentence[],
): LabelOverrule[] {
  const held = overrulesBySentence(
    sentences.map(({ text }) => text),
    overrules,
  );
  const moved = composed.flatMap(({ index, text }) =>
    (held[index] ?? []).map((overrule) => ({ ...overrule, sentenceText: text })),
  );
  const used = new Set(composed.flatMap(({ index }) => held[index] ?? []));
  return [...overrules.filter((overrule) => !used.has(overrule)), ...moved];
}
