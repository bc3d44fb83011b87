/** Shortest and longest piece, in characters: a word cut in two is heard wrong, and one in fifty words is enough. */
const SHORTEST_PIECE = 40;
const LONGEST_PIECE = 80;

/** Where a word is likely to begin: after a mark, or at kanji, katakana, Latin or a digit after hiragana. */
const LIKELY_WORD_START =
  /[\s\p{P}](?=[^\s\p{P}])|[\p{Script=Hiragana}](?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}])/gu;

/**
 * Cuts what a recogniser has heard into pieces to be read one by one. Where a text only grows at its end, all pieces
 * but the last stay the same, however long it gets: those need no second reading. Joined they are the text.
 */
export function splitHeard(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_PIECE) {
    const cut = [...rest.slice(0, LONGEST_PIECE + 1).matchAll(LIKELY_WORD_START)].find(
      ({ index }) => index + 1 >= SHORTEST_PIECE,
    );
    const end = cut ? cut.index + 1 : LONGEST_PIECE;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}
