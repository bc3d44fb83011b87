/** A sentence in the form the patterns are written for, with the way back to its own characters. */
export interface FoldedSentence {
  text: string;
  /** For each UTF-16 unit of `text` the offset in the sentence where its source begins. */
  startOf: readonly number[];
  /** For each UTF-16 unit of `text` the offset in the sentence where its source ends. */
  endOf: readonly number[];
}

const VOICED = /[\uFF66-\uFF9D][\uFF9E\uFF9F]?|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]/gu;

/** Folds character width (NFKC), drops line breaks and outer white space, runs of blanks become one. */
export function foldSentence(sentence: string): FoldedSentence {
  let text = '';
  const startOf: number[] = [];
  const endOf: number[] = [];
  for (const match of sentence.matchAll(VOICED)) {
    const source = match[0];
    let folded = source.normalize('NFKC');
    if (/^\s*$/u.test(folded)) {
      // A break inside a sentence marks a breath; a blank only keeps words of Latin script apart.
      if (folded === '\n' || folded === '\r' || text === '' || text.endsWith(' ')) continue;
      folded = ' ';
    }
    for (let i = 0; i < folded.length; i++) {
      startOf.push(match.index);
      endOf.push(match.index + source.length);
    }
    text += folded;
  }
  const end = text.trimEnd().length;
  return { text: text.slice(0, end), startOf: startOf.slice(0, end), endOf: endOf.slice(0, end) };
}
