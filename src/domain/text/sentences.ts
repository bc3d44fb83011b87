import { findBracketed, isClosingBracket } from './brackets';
import { hangsOn, isCompleteUnit, lineBreakEndsUnit, mayEndUnit } from './line-ends';
import { findStageCues, withoutStageCues } from './stage-cues';

/** A stretch of the script, `[start, end)` in UTF-16 offsets; white space after a sentence belongs to it. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

const ENDERS = /[。｡！？!?‼⁇⁈⁉]/u;
/** What may follow an ending and still belong to it: more marks, closing brackets, …, ♪ and pictures. */
const AFTER_END =
  /^(?:[。｡！？!?‼⁇⁈⁉…‥♪♫♡♥☆★〜～]|\uFE0E|\uFE0F|[（(]笑[）)]|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*|\p{Regional_Indicator}{2})/u;
const PICTURE =
  /^(?:[♪♫♡♥☆★]|[（(]笑[）)]|(?![0-9#*©®™])\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*|\p{Regional_Indicator}{2})/u;
const EXTENDS_GRAPHEME = /^[\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]/u;
const ADDRESS = /(?:https?:\/\/|www\.)[\w\-./?!%&=#~:@+,;$]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Names that carry a mark of their own. */
const NAMES_WITH_MARKS =
  /(?:Yahoo|YAHOO|ヤフー|Bebe)[!！](?=\s?[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}])/gu;
/** Where something else than the dot of a number or an abbreviation goes on. */
const LATIN_STOP = /^\.(?=\s+[A-Z\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\s*$)/u;
const ABBREVIATION = /(?:^|[^A-Za-z])(?:No|Mr|Mrs|Ms|Dr|St|vs|etc|Co|Ltd|Inc|Vol|Ver|Tel|Fax|[A-Za-z])$/iu;

/**
 * Splits a script into sentences; joined again they give the script exactly. A sentence ends at 。！？!? outside
 * brackets and quotes, at a picture or ♪ after a complete form, at a blank line, and at a line break that ends a unit
 * (see `lineBreakEndsUnit`). Closing marks and white space after it belong to it. A script of white space alone is
 * one sentence; an empty one has none.
 */
export function splitSentences(script: string): Sentence[] {
  const sheltered = findSheltered(script);
  const usesFullStops = marksSentenceEnds(script);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end <= start) return;
    sentences.push({ text: script.slice(start, end), start, end });
    start = end;
  };
  let i = skipSpace(script, 0);
  while (i < script.length) {
    const end = sheltered[i] ? undefined : findEnd(script, start, i, usesFullStops);
    if (end === undefined) {
      i += 1;
      continue;
    }
    if (end.closes) close(end.at);
    i = Math.max(end.at, i + 1);
  }
  if (start < script.length) closeRest(script, start, sentences);
  return sentences;
}

/** A script with more lines to each 。 than this is a list of lines, whatever few of them are marked. */
const MOST_LINES_PER_STOP = 6;

/** Whether a script marks its sentence ends with 。 more often than it leaves a complete line unmarked. */
function marksSentenceEnds(script: string): boolean {
  const marked = script.match(/[。｡．]/gu)?.length ?? 0;
  if (marked === 0) return false;
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  return lines.length <= marked * MOST_LINES_PER_STOP && marked >= lines.filter(isCompleteUnit).length;
}

/** A rest without a letter (a lone picture, a rule of dashes) joins the sentence before it. */
function closeRest(script: string, start: number, sentences: Sentence[]): void {
  const last = sentences.at(-1);
  const rest = script.slice(start);
  if (last && !/[\p{L}\p{N}]/u.test(rest)) {
    last.text += rest;
    last.end = script.length;
  } else sentences.push({ text: rest, start, end: script.length });
}

interface End {
  at: number;
  closes: boolean;
}

function findEnd(script: string, start: number, i: number, usesFullStops: boolean): End | undefined {
  const character = script[i] as string;
  if (ENDERS.test(character) || endsAtDot(script, i)) return endAfterMark(script, i);
  if (character === '\n') return endAtLineBreak(script, start, i, usesFullStops);
  const picture = PICTURE.exec(script.slice(i, i + 32))?.[0];
  if (picture !== undefined && pictureEnds(script, start, i, picture)) {
    const end = endAfterMark(script, i);
    const following = script.slice(end.at);
    const goesOn =
      /^(?:[がけのかしとでには、，,」』）)]|って)/u.test(following) && script[end.at - 1] !== '\n';
    return { at: end.at, closes: end.closes && !goesOn };
  }
  return undefined;
}

/** A picture ends what is complete, and before a space what may be. */
function pictureEnds(script: string, start: number, i: number, picture: string): boolean {
  const before = script.slice(start, i);
  return (
    isCompleteUnit(before) || (/^[ \u3000]/u.test(script.slice(i + picture.length)) && mayEndUnit(before))
  );
}

function endsAtDot(script: string, i: number): boolean {
  const character = script[i];
  if (character === '．')
    return (
      !/[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/u.test(script[i + 1] ?? '') && !/[0-9０-９]/u.test(script[i - 1] ?? '')
    );
  if (character !== '.' || !LATIN_STOP.test(script.slice(i, i + 40))) return false;
  const before = script.slice(Math.max(0, i - 12), i);
  return /[\p{L}]$/u.test(before) && !ABBREVIATION.test(before);
}

/** The end after a mark at `i`: its run of marks and closing brackets, then white space. */
function endAfterMark(script: string, i: number): End {
  let at = i;
  for (;;) {
    const rest = script.slice(at, at + 48);
    const mark = at === i ? (PICTURE.exec(rest)?.[0] ?? (script[at] as string)) : AFTER_END.exec(rest)?.[0];
    if (mark !== undefined) at += mark.length;
    else if (isClosingBracket(script[at] ?? '') || EXTENDS_GRAPHEME.test(rest)) at += 1;
    else break;
  }
  const end = skipSpace(script, at);
  if (hangsOn(script.slice(at, at + 12))) return { at, closes: false };
  return { at: skipPictureLine(script, end), closes: true };
}

function endAtLineBreak(script: string, start: number, i: number, usesFullStops: boolean): End {
  const at = skipSpace(script, i);
  const said = withoutStageCues(script.slice(start, i)).trimEnd();
  // A cue on a line of its own opens the sentence that follows.
  if (said.trim() === '') return { at, closes: false };
  const gap = script.slice(i, at);
  if (gap.indexOf('\n', 1) !== -1) return { at, closes: true };
  const following = withoutStageCues(script.slice(at, at + 400)).trimStart();
  const next = following.split('\n', 1)[0] ?? '';
  if (next === '') return { at, closes: true };
  const line = said.slice(said.lastIndexOf('\n') + 1);
  return { at, closes: lineBreakEndsUnit(line, next, { usesFullStops, breathing: /\n/u.test(said.trim()) }) };
}

/** Steps over lines that hold only pictures or rules: they belong to the sentence before. */
function skipPictureLine(script: string, from: number): number {
  if (script[from - 1] !== '\n') return from;
  const line = /^[^\p{L}\p{N}\n]*\n/u.exec(script.slice(from))?.[0];
  if (line === undefined || /[「『（([【［]/u.test(line)) return from;
  return skipSpace(script, from + line.length);
}

function skipSpace(script: string, from: number): number {
  let at = from;
  while (at < script.length && /[\s\u200B\uFEFF]/u.test(script[at] as string)) at += 1;
  return at;
}

/** Offsets where no sentence can end: inside brackets, stage cues, addresses, names with marks. */
function findSheltered(script: string): boolean[] {
  const sheltered = findBracketed(script);
  for (const cue of findStageCues(script)) sheltered.fill(true, cue.start, cue.end);
  for (const pattern of [ADDRESS, NAMES_WITH_MARKS]) {
    for (const match of script.matchAll(pattern))
      sheltered.fill(true, match.index, match.index + match[0].length);
  }
  return sheltered;
}
