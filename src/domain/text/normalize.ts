import { foldKanjiVariant } from './kanji-variants';
import { findStageCues } from './stage-cues';

/**
 * A text in the form analysis works on, with the way back to what was typed: the unit at offset `i` (UTF-16) of `text`
 * stands for the typed characters `[starts[i], ends[i])`.
 */
export interface NormalizedText {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** Stands for a picture: a symbol the dictionary knows, because the analyser loses its place after emoji. */
export const PICTURE_MARK = '☆';
/** Stands for a character outside the dictionary and the basic plane. */
export const UNKNOWN_MARK = '〓';

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const PICTURE =
  /^(?:\p{Regional_Indicator}|(?![0-9#*])\p{Emoji_Presentation}|.\uFE0F|.\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier}))/u;
/** Width variants, compatibility ideographs, radicals and mathematical letters: same character, other code. */
const SAME_CHARACTER = /^[\uFF01-\uFFEE\uF900-\uFAFF\u2E80-\u2FDF\u{1D400}-\u{1D7FF}\u{2F800}-\u{2FA1F}]/u;

/**
 * Folds what only differs in code, not in sound: full-width Latin and digits to ASCII, half-width kana to full, か +
 * U+3099 to が, variant kanji to common ones (髙→高), white space to single spaces. Emoji become one mark each; stage
 * cues and invisible characters are left out. Every typed grapheme gives at most one unit, so a stretch of the result
 * always stands for whole typed characters.
 */
export function normalizeText(typed: string): NormalizedText {
  const cues = findStageCues(typed);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let cue = 0;
  for (const { segment, index } of graphemes.segment(typed)) {
    while (cue < cues.length && (cues[cue] as { end: number }).end <= index) cue += 1;
    const within = cues[cue];
    if (within && index >= within.start) continue;
    const folded = foldGrapheme(segment);
    if (folded === '') continue;
    text += folded;
    starts.push(index);
    ends.push(index + segment.length);
  }
  return { text, starts, ends };
}

/** The typed stretch that `[start, end)` of the normalised text stands for. */
export function typedRange(
  normalized: NormalizedText,
  start: number,
  end: number,
): { start: number; end: number } {
  const typedStart = normalized.starts[start] ?? normalized.ends.at(-1) ?? 0;
  return { start: typedStart, end: end > start ? (normalized.ends[end - 1] ?? typedStart) : typedStart };
}

/** One UTF-16 unit for a grapheme, or none for what is invisible. */
function foldGrapheme(grapheme: string): string {
  if (grapheme.length === 1 && /[\u3041-\u30FF\u4E00-\u9FFF]/u.test(grapheme))
    return foldKanjiVariant(grapheme);
  if (/^\s+$/u.test(grapheme)) return ' ';
  if (INVISIBLE.test(grapheme)) return '';
  if (PICTURE.test(grapheme)) return PICTURE_MARK;
  const composed = SAME_CHARACTER.test(grapheme) ? grapheme.normalize('NFKC') : grapheme.normalize('NFC');
  const first = foldKanjiVariant([...composed][0] ?? '');
  return first.length === 1 && !/[\uD800-\uDFFF]/u.test(first) ? first : UNKNOWN_MARK;
}
