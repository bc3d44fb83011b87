/** A stretch of text `[start, end)` in UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

const BLANK_LINE = /\n[^\S\n]*(?:\n[^\S\n]*)+/gu;

/**
 * Finds the stage cues (ト書き) of a text: ［…］ or […], brackets included, whichever width closes them. Nested cues
 * count as one. A bracket that is never closed before the next blank line is an ordinary character, so that a cue
 * being typed does not swallow the rest of the script.
 */
export function findStageCues(text: string): TextRange[] {
  if (!/[[［]/u.test(text)) return [];
  const cues: TextRange[] = [];
  let from = 0;
  for (const gap of text.matchAll(BLANK_LINE)) {
    collectCues(text, from, gap.index, cues);
    from = gap.index + gap[0].length;
  }
  collectCues(text, from, text.length, cues);
  return cues;
}

function collectCues(text: string, from: number, to: number, cues: TextRange[]): void {
  const open: number[] = [];
  let found: TextRange[] = [];
  for (let i = from; i < to; i += 1) {
    const character = text[i];
    if (character === '[' || character === '［') open.push(i);
    else if (character === ']' || character === '］') {
      const start = open.pop();
      if (start === undefined) continue;
      found = found.filter((cue) => cue.start < start);
      found.push({ start, end: i + 1 });
    }
  }
  cues.push(...found);
}

/** The text with its stage cues cut out. */
export function withoutStageCues(text: string): string {
  let kept = '';
  let from = 0;
  for (const cue of findStageCues(text)) {
    kept += text.slice(from, cue.start);
    from = cue.end;
  }
  return kept + text.slice(from);
}
