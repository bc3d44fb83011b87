import type { Part } from './compose-take';
import type { Random } from './random';

/** How a take goes other than the script. */
export const PLANS = [
  'plain',
  'skipped',
  'repeated',
  'fillers',
  'skipped-and-repeated',
  'long-pauses',
] as const;
/** Rarer ways, for the stress sets. */
export const RARE_PLANS = [
  'self-correction',
  'words-added',
  'words-changed',
  'swapped',
  'cut-short',
  'chatter',
  'long-fillers',
] as const;
export type Plan = (typeof PLANS)[number] | (typeof RARE_PLANS)[number];

const FILLERS = ['えーと、', 'あのー、', 'まあ、', 'そうですね、', 'えー、', 'なんて言うか、'];
const LONG_FILLERS = [
  'えーと、なんでしたっけ、ちょっと待ってくださいね。',
  'あのー、すみません、どこまで話しましたか。',
  'そうですね、まあ、なんと言えばいいんでしょうか。',
];
const BEFORE = 'はい、では始めます。';
const AFTER = ['以上です、どうでしたか。', '今の、何秒でしたか。'];
const ADDED = ['、本当に、', '、これはですね、', '、皆さん、'];
/** Ways to say the same otherwise, first that fits. */
const CHANGES: [RegExp, string][] = [
  [/しています。$/u, 'しております。'],
  [/ます。$/u, 'ますね。'],
  [/です。$/u, 'なんですよね。'],
  [/ください。$/u, 'いただければと思います。'],
  [/。$/u, 'と思います。'],
];

/** What is said, in order, of the script's sentences; chance decides where the plan leaves it. */
export function planParts(sentences: readonly string[], plan: Plan, random: Random): Part[] {
  const count = sentences.length;
  const parts: Part[] = sentences.map((_, sentence) => ({ kind: 'sentence', sentence }));
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from));
  const oneOf = <T>(values: readonly T[]) => values[pick(0, values.length)]!;
  if (plan === 'repeated' || plan === 'skipped-and-repeated') {
    const at = pick(0, count - 2);
    // Said twice in a row, or begun again one sentence back.
    if (random() < 0.6) parts.splice(at, 0, { kind: 'sentence', sentence: at });
    else parts.splice(at + 2, 0, { kind: 'sentence', sentence: at }, { kind: 'sentence', sentence: at + 1 });
  }
  if (plan === 'skipped' || plan === 'skipped-and-repeated') {
    const once = parts.filter(
      (part) =>
        part.kind === 'sentence' &&
        parts.filter((other) => 'sentence' in other && other.sentence === part.sentence).length === 1,
    );
    const skipped = new Set<Part>([once[pick(0, once.length)]!]);
    if (plan === 'skipped' && count > 5) skipped.add(once[pick(0, once.length)]!);
    parts.forEach((part, i) => {
      if (skipped.has(part) && part.kind === 'sentence')
        parts[i] = { kind: 'skipped', sentence: part.sentence };
    });
  }
  if (plan === 'fillers' || plan === 'long-pauses') {
    for (let k = 0; k < 3; k++)
      parts.splice(pick(1, parts.length), 0, { kind: 'filler', text: oneOf(FILLERS) });
  }
  if (plan === 'long-fillers') {
    for (let k = 0; k < 2; k++)
      parts.splice(pick(1, parts.length), 0, { kind: 'filler', text: oneOf(LONG_FILLERS) });
  }
  if (plan === 'self-correction') {
    // A sentence is broken off at a third to two thirds, and begun again.
    const long = parts.filter((part) => part.kind === 'sentence' && sentences[part.sentence]!.length >= 18);
    for (const part of new Set([oneOf(long), oneOf(long)])) {
      const text = sentences[(part as { sentence: number }).sentence]!;
      const begun = text.slice(0, Math.round(text.length * (0.33 + 0.33 * random())));
      parts.splice(parts.indexOf(part), 0, { kind: 'filler', text: begun });
    }
  }
  if (plan === 'words-added' || plan === 'words-changed') {
    for (const part of parts) {
      if (part.kind !== 'sentence' || random() < 0.5) continue;
      const text = sentences[part.sentence]!;
      const change = CHANGES.find(([ending]) => ending.test(text));
      if (plan === 'words-added') part.saidAs = text.replace(/、/u, oneOf(ADDED));
      else if (change) part.saidAs = text.replace(...change);
    }
  }
  if (plan === 'swapped') {
    const at = pick(1, count - 2);
    parts.splice(at, 2, parts[at + 1]!, parts[at]!);
  }
  if (plan === 'cut-short') {
    const from = Math.ceil((2 * count) / 3);
    parts.splice(
      from,
      count - from,
      ...sentences.slice(from).map((_, k): Part => ({ kind: 'skipped', sentence: from + k })),
    );
  }
  if (plan === 'chatter') {
    parts.unshift({ kind: 'filler', text: BEFORE });
    for (const text of AFTER) parts.push({ kind: 'filler', text });
  }
  return parts;
}
