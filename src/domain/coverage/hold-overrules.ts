import type { LabelOverrule } from '../pitch/pitch';
import { likenessOf, pairsOf } from '../text/likeness';
import type { Element } from './element';

/**
 * Likeness from which a changed sentence still counts as the sentence an overrule was spoken about.
 * At 0.6 a 30-character sentence may lose, gain or swap a word or two (about a third of its character
 * pairs); two sentences that merely share an ending (「〜をお手伝いしています。」) stay below it.
 */
export const SAME_SENTENCE_LIKENESS = 0.6;

/** Sets a person's word on one element of one sentence, in place of any earlier word on the same. */
export function overruleLabel(
  overrules: readonly LabelOverrule[],
  sentenceText: string,
  element: Element,
  carries: boolean,
): LabelOverrule[] {
  return [...withdrawOverrule(overrules, sentenceText, element), { sentenceText, element, carries }];
}

/** Takes a person's word on one element of one sentence back, so that the judge decides again. */
export function withdrawOverrule(
  overrules: readonly LabelOverrule[],
  sentenceText: string,
  element: Element,
): LabelOverrule[] {
  const key = sentenceKey(sentenceText);
  return overrules.filter(
    (overrule) => overrule.element !== element || sentenceKey(overrule.sentenceText) !== key,
  );
}

/**
 * For each sentence the overrules that hold for it. Exact texts come first (width of characters and outer
 * white space aside), wherever the sentence stands; what is left is paired one to one by likeness, the most
 * alike first. An overrule whose sentence is gone rests, and holds again when the sentence returns.
 */
export function overrulesBySentence(
  sentenceTexts: readonly string[],
  overrules: readonly LabelOverrule[],
): LabelOverrule[][] {
  const keys = sentenceTexts.map(sentenceKey);
  const byKey = new Map<string, LabelOverrule[]>();
  for (const overrule of overrules) {
    const key = sentenceKey(overrule.sentenceText);
    byKey.set(key, [...(byKey.get(key) ?? []), overrule]);
  }
  const held = keys.map((key) => byKey.get(key) ?? []);
  const free = keys.flatMap((key, index) => (byKey.has(key) || key === '' ? [] : [index]));
  const present = new Set(keys);
  const anchors = [...byKey.keys()].filter((key) => key !== '' && !present.has(key));
  for (const { anchor, at } of pairByLikeness(anchors, free, keys)) held[at] = byKey.get(anchor) ?? [];
  return held;
}

/**
 * Moves overrules along when the script is edited, so that a chain of small edits never loses them. Only a
 * sentence that is new or changed can take over an anchor. While a sentence only gets shorter the anchor
 * keeps its longer text: deleting a sentence and typing it again finds the overrule where it was.
 */
export function carryOverrules(
  overrules: readonly LabelOverrule[],
  oldSentences: readonly string[],
  newSentences: readonly string[],
): LabelOverrule[] {
  const before = new Set(oldSentences.map(sentenceKey));
  const keys = newSentences.map(sentenceKey);
  const present = new Set(keys);
  const changed = keys.flatMap((key, index) => (before.has(key) || key === '' ? [] : [index]));
  const anchors = [...new Set(overrules.map((overrule) => sentenceKey(overrule.sentenceText)))].filter(
    (key) => key !== '' && !present.has(key),
  );
  const moved = new Map<string, string>();
  for (const { anchor, at } of pairByLikeness(anchors, changed, keys)) {
    const text = newSentences[at];
    const key = keys[at];
    if (text !== undefined && key !== undefined && key.length >= anchor.length) moved.set(anchor, text);
  }
  return overrules.map((overrule) => {
    const sentenceText = moved.get(sentenceKey(overrule.sentenceText));
    return sentenceText === undefined ? overrule : { ...overrule, sentenceText };
  });
}

function pairByLikeness(
  anchors: readonly string[],
  places: readonly number[],
  keys: readonly string[],
): { anchor: string; at: number }[] {
  const made = places.map((at) => ({ at, pairs: pairsOf(keys[at] ?? '') }));
  const candidates = anchors
    .flatMap((anchor) => {
      const own = pairsOf(anchor);
      return made.map(({ at, pairs }) => ({ anchor, at, likeness: likenessOf(own, pairs) }));
    })
    .filter((pair) => pair.likeness >= SAME_SENTENCE_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at);
  const usedAnchors = new Set<string>();
  const usedPlaces = new Set<number>();
  return candidates.filter(({ anchor, at }) => {
    if (usedAnchors.has(anchor) || usedPlaces.has(at)) return false;
    usedAnchors.add(anchor);
    usedPlaces.add(at);
    return true;
  });
}

/** What makes two spellings the same sentence: outer white space and character width do not. */
function sentenceKey(text: string): string {
  return text.normalize('NFKC').trim();
}
