/** How many characters (graphemes) a reader sees, with and without punctuation. */
export interface CharacterCount {
  all: number;
  withoutPunctuation: number;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Counts visible graphemes (UAX #29); white space and stage cues in square brackets are not counted. */
export function countCharacters(text: string): CharacterCount {
  let all = 0;
  let withoutPunctuation = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (/^\s+$/u.test(segment)) continue;
    all += 1;
    if (!/^\p{P}/u.test(segment)) withoutPunctuation += 1;
  }
  return { all, withoutPunctuation };
}
