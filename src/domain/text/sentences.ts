/** A stretch of the script, `[start, end)` in UTF-16 offsets; white space after a sentence belongs to it. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Splits a script into sentences; joined again they give the script exactly. */
export function splitSentences(script: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of script.matchAll(/[^。！？!?\n]*[。！？!?\n]*\s*/gu)) {
    if (match[0] === '') continue;
    sentences.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return sentences;
}
