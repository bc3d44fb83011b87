import type { Token } from '../reading/token';

/** Words of hesitation (フィラー) in a text, `[start, end)` in UTF-16 offsets. */
export interface FillerRange {
  start: number;
  end: number;
}

/**
 * The fillers of spoken Japanese, most frequent first (エー, アノ, マー, エート and their kin make up about 70 %), as
 * recognisers write them. Several are also ordinary words (あの, その, まあ): whether one is a filler is decided by
 * whether the script has a place for it.
 */
const FILLER =
  /(?:え[ーえぇ〜～]*っ?と[ーぉ〜～]?|え[ーえぇ〜～]+|あのう|あの[ーぉ〜～]*|まあ|ま[ーぁ〜～]*|その[ーぉ〜～]*|う[ーぅ〜～]*ん|う[ーぅ〜～]+|ん[ーん〜～]+|あ[ーぁ〜～]+|なんか|なんて[いゆ]うか|こう|はい)/gu;

/** Where fillers may stand in a text: matches of the table that begin and end where tokens do. */
export function findFillers(text: string, tokens: readonly Token[]): FillerRange[] {
  const starts = new Set(tokens.map((token) => token.start));
  const ends = new Set(tokens.map((token) => token.start + token.surface.length));
  const hiragana = text.replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const fillers: FillerRange[] = [];
  for (const match of hiragana.matchAll(FILLER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (starts.has(start) && ends.has(end)) fillers.push({ start, end });
  }
  return fillers;
}
