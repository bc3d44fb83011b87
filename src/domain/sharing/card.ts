import type { SentenceReport } from '../analysis/report-script';
import { cardWords, ownWords } from '../memorising/key-words';
import type { Preparation } from '../memorising/preparation';
import { sentenceHead } from '../rehearsal/sentence-head';

/** A card's measures in mm: its face, and the margin that stays free of words. */
export interface CardFormat {
  widthMm: number;
  heightMm: number;
  marginMm: number;
  /** Largest size of its letters, in points: beyond it a short text looks like a notice on a door. */
  largestPt: number;
}

export const CARD_SIZES = ['business', 'a6'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

export const CARD_FORMATS: Record<CardSize, CardFormat> = {
  /** The business card of Japan (名刺4号). */
  business: { widthMm: 91, heightMm: 55, marginMm: 5, largestPt: 13 },
  /** ISO 216; a postcard is 5 mm narrower. */
  a6: { widthMm: 105, heightMm: 148, marginMm: 9, largestPt: 18 },
};

/** Smallest letters that are printed, in points (2.3 mm). A choice without a source: smaller ones would hold more and be read by fewer. */
export const SMALLEST_PT = 6.5;
const STEP_PT = 0.25;

/** What stands on a card: the whole script, how its sentences begin, or the words that bring each back. */
export const CARD_CONTENTS = ['script', 'heads', 'key-words'] as const;
export type CardContent = (typeof CARD_CONTENTS)[number];

/**
 * The largest size in points, in steps of a quarter, for which `fits` holds; `null` where not even the smallest does.
 * Whatever fits is taken to fit when smaller.
 */
export function largestFitting(largestPt: number, fits: (sizePt: number) => boolean): number | null {
  let fitting = -1;
  let tooLarge = Math.floor((largestPt - SMALLEST_PT) / STEP_PT) + 1;
  while (tooLarge - fitting > 1) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (fits(SMALLEST_PT + middle * STEP_PT)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting < 0 ? null : SMALLEST_PT + fitting * STEP_PT;
}

/** One cue per sentence, in order: its first words, or the key words that the app or the person (`keyWords`) chose. */
export function cardCues(
  sentences: readonly SentenceReport[],
  content: Exclude<CardContent, 'script'>,
  keyWords: Preparation['keyWords'],
): string[] {
  return sentences.map(({ text, analysis }) => {
    const tokens = analysis?.tokens ?? null;
    if (content === 'heads') return `${sentenceHead(text, tokens)}…`;
    return cardWords(text, tokens, ownWords(keyWords, text)).join('・');
  });
}

/**
 * Smallest dot of a QR code on paper, in mm: four dots of a printer of 300 dpi, as its inventors ask for
 * (Denso Wave, qrcode.com, “Point for setting the module size”).
 */
const SMALLEST_MODULE_MM = 0.33;
/** Room for the line under the code, in mm. */
const CAPTION_MM = 5;

/** Side of the square that a card's back has for a QR code with its quiet zone, in mm. */
export function codeSideMm({ widthMm, heightMm, marginMm }: CardFormat): number {
  return Math.min(widthMm - 2 * marginMm, heightMm - 2 * marginMm - CAPTION_MM);
}

/** Whether a phone can read a code of so many modules a side, its quiet zone included, off the card's back. */
export function isReadableOn(format: CardFormat, modules: number): boolean {
  return codeSideMm(format) / modules >= SMALLEST_MODULE_MM;
}
