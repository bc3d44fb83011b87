import { withoutStageCues } from './stage-cues';

/** How many characters (graphemes) a reader sees, with and without punctuation. */
export interface CharacterCount {
  all: number;
  withoutPunctuation: number;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** White space, controls, and format characters that draw nothing (U+200B, U+FEFF, a variation selector alone). */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+$/u;

/** Brackets and quotes (＜＞ and ≪≫ serve as brackets in Japanese), dashes, and connectors drawn as dashes. */
const BRACKET_OR_DASH = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}"'`´＂＇｀<>＜＞≪≫−─━]/u;

/** Commas, full stops, middle dots, colons, marks of exclamation and question, leaders, waves, slashes, bars. */
const STOP_OR_LINE = /^[、。，．,.､｡・･·•‧∙⋅:;：；!?！？‼⁇⁈⁉¡¿…‥⋯〜～~˜/／\\＼⁄∕|｜¦￤‖∥│┃]/u;

/** Marks that become a picture with a variation selector (‼️ 〰️): emoji, not punctuation. */
const EMOJI_PRESENTATION = /\uFE0F/u;

/** The visible graphemes (UAX #29) of a text, stage cues left out. */
export function visibleGraphemes(text: string): string[] {
  const visible: string[] = [];
  for (const { segment } of graphemes.segment(withoutStageCues(text))) {
    if (!INVISIBLE.test(segment)) visible.push(segment);
  }
  return visible;
}

/**
 * Whether a grapheme is punctuation (約物). The long vowel ー, the repetition 々, and symbols that are read aloud
 * (%, &, +, ¥, ㎡, ㈱, ①) are not, and neither is any emoji.
 */
export function isPunctuation(grapheme: string): boolean {
  if (EMOJI_PRESENTATION.test(grapheme)) return false;
  return BRACKET_OR_DASH.test(grapheme) || STOP_OR_LINE.test(grapheme);
}

/**
 * Counts characters as a Japanese reader does: every visible grapheme, punctuation in, because a reader breathes
 * there. White space, line breaks, invisible format characters and stage cues in square brackets are not counted.
 */
export function countCharacters(text: string): CharacterCount {
  const visible = visibleGraphemes(text);
  const punctuation = visible.filter(isPunctuation).length;
  return { all: visible.length, withoutPunctuation: visible.length - punctuation };
}
