import { normalizeText } from '../text/normalize';

/** A sentence in the form the patterns are written for, with the way back to what was typed. */
export interface FoldedSentence {
  text: string;
  /** For each UTF-16 unit of `text` the typed stretch it stands for, `[starts[i], ends[i])`. */
  starts: readonly number[];
  ends: readonly number[];
}

/** The normalised sentence without line breaks or blanks; a blank stays only between Latin letters or digits. */
export function foldSentence(sentence: string): FoldedSentence {
  const normalized = normalizeText(sentence);
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < normalized.text.length; i++) {
    const unit = normalized.text[i] ?? '';
    const apart = /[A-Za-z0-9]$/u.test(text) && /^[A-Za-z0-9]/u.test(normalized.text[i + 1] ?? '');
    if (unit === ' ' && !apart) continue;
    text += unit;
    starts.push(normalized.starts[i] ?? 0);
    ends.push(normalized.ends[i] ?? sentence.length);
  }
  return { text, starts, ends };
}
