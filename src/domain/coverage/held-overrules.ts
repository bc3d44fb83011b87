import type { LabelOverrule } from '../pitch/pitch';
import { splitSentences } from '../text/sentences';
import { overrulesBySentence } from './hold-overrules';

/**
 * The overrules that hold for a script, each once and said of its sentence as it stands now. What rests, with the words of
 * sentences that are gone, is not among them: it is nobody's but the writer's.
 */
export function heldOverrules(script: string, overrules: readonly LabelOverrule[]): LabelOverrule[] {
  const texts = splitSentences(script).map(({ text }) => text);
  const held = overrulesBySentence(texts, overrules).flatMap((own, index) =>
    own.map((overrule) => ({ ...overrule, sentenceText: texts[index] ?? '' })),
  );
  return [
    ...new Map(held.map((overrule) => [`${overrule.element} ${overrule.sentenceText}`, overrule])).values(),
  ];
}
