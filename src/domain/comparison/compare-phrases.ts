import { type Bunsetsu, leans } from '../reading/split-bunsetsu';
import type { Token } from '../reading/token';
import { alignInOrder, type Pair } from './align-in-order';

/** A stretch that both texts have, that only the text before has, or only the one after. */
export interface Edit {
  kind: 'same' | 'cut' | 'added';
  text: string;
}

/** A text with its phrases (文節) and words; without them, as long as it is not analysed, it is one piece. */
export interface DividedText {
  text: string;
  phrases: readonly Bunsetsu[];
  tokens: readonly Token[];
}

/**
 * What became of one text in the other: phrase by phrase, and where a phrase is not the same, word by word. A word is
 * kept only for what it says itself: a lone の or 、 between changes is changed with them. Never by letter. What is `same`
 * and `cut` gives the text before, `same` and `added` the one after; at least as much is kept as the best common
 * subsequence of phrases has.
 */
export function comparePhrases(before: DividedText, after: DividedText): Edit[] {
  const old = piecesOf(before.text, before.phrases);
  const now = piecesOf(after.text, after.phrases);
  const kept = alignInOrder(old.length, now.length, (i, j) => sameText(old[i], now[j]));
  const edits: Edit[] = [];
  weave(
    old,
    now,
    kept,
    (cut, added) => {
      if (cut.length === 0 || added.length === 0) {
        push(edits, 'cut', joined(cut));
        push(edits, 'added', joined(added));
      } else compareWords(wordsIn(before, cut), wordsIn(after, added), edits);
    },
    (same) => push(edits, 'same', same.text),
  );
  return edits;
}

interface Piece {
  text: string;
  start: number;
  end: number;
  token?: Token;
}

/** The pieces of a text that begin where the parts do; together the whole text. */
function piecesOf(text: string, parts: readonly { start: number }[], from = 0, to = text.length): Piece[] {
  const starts = [...new Set([from, ...parts.map(({ start }) => start)])].filter(
    (at) => at >= from && at < to,
  );
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? to;
    return { text: text.slice(start, end), start, end };
  });
}

function wordsIn({ text, tokens }: DividedText, phrases: readonly Piece[]): Piece[] {
  const from = phrases[0]?.start ?? 0;
  const to = phrases.at(-1)?.end ?? from;
  const within = tokens.filter(({ start }) => start >= from && start < to);
  return piecesOf(text, within, from, to).map((piece) => {
    const token = within.find(({ start }) => start === piece.start);
    return token ? { ...piece, token } : piece;
  });
}

function compareWords(old: readonly Piece[], now: readonly Piece[], edits: Edit[]): void {
  const speaks = (piece: Piece | undefined): boolean => piece?.token !== undefined && !leans(piece.token);
  const kept = alignInOrder(old.length, now.length, (i, j) =>
    speaks(old[i]) ? sameText(old[i], now[j]) : 0,
  );
  weave(
    old,
    now,
    extend(kept, old, now),
    (cut, added) => {
      push(edits, 'cut', joined(cut));
      push(edits, 'added', joined(added));
    },
    (same) => push(edits, 'same', same.text),
  );
}

/** Keeps with each kept word what is the same directly before and after it: its particles and its endings. */
function extend(kept: readonly Pair[], old: readonly Piece[], now: readonly Piece[]): Pair[] {
  const all: Pair[] = [];
  kept.forEach((pair, index) => {
    const previous = all.at(-1) ?? { before: -1, after: -1 };
    const next = kept[index + 1] ?? { before: old.length, after: now.length };
    const same = (step: number): boolean => sameText(old[pair.before + step], now[pair.after + step]) > 0;
    let back = 0;
    while (
      pair.before + back - 1 > previous.before &&
      pair.after + back - 1 > previous.after &&
      same(back - 1)
    )
      back -= 1;
    let on = 0;
    while (pair.before + on + 1 < next.before && pair.after + on + 1 < next.after && same(on + 1)) on += 1;
    for (let step = back; step <= on; step += 1)
      all.push({ before: pair.before + step, after: pair.after + step });
  });
  return all;
}

/** UTF-16 units that are kept by pairing the two; 0 where they differ. */
function sameText(a: Piece | undefined, b: Piece | undefined): number {
  return a !== undefined && a.text === b?.text ? a.text.length : 0;
}

/** Walks both lists at once: what lies between the pairs, and each pair. */
function weave(
  old: readonly Piece[],
  now: readonly Piece[],
  pairs: readonly Pair[],
  onGap: (cut: Piece[], added: Piece[]) => void,
  onPair: (same: Piece) => void,
): void {
  let i = 0;
  let j = 0;
  for (const pair of pairs) {
    onGap(old.slice(i, pair.before), now.slice(j, pair.after));
    onPair(old[pair.before] as Piece);
    i = pair.before + 1;
    j = pair.after + 1;
  }
  onGap(old.slice(i), now.slice(j));
}

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

function push(edits: Edit[], kind: Edit['kind'], text: string): void {
  if (text === '') return;
  const last = edits.at(-1);
  if (last?.kind === kind) last.text += text;
  else edits.push({ kind, text });
}
