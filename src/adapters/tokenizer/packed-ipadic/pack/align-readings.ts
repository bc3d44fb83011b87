/**
 * Splits the pronunciation of each word over its characters (北海道 → ホッ・カイ・ドー), so that a word can be stored
 * as one small number per character: the rank of the piece among the readings of that character. Words that do not
 * split naturally (大人 → オトナ) are split all the same, with readings that occur once or with empty ones.
 */
export interface AlignedReadings {
  /** Readings of each character, most frequent first. */
  readings: Map<string, string[]>;
  /** Per pair, per character of the surface: the rank of its reading. */
  ranks: Uint8Array[];
}

export interface SurfaceReading {
  /** With 々 replaced by the character it repeats: see `expandIterationMarks`. */
  surface: string;
  reading: string;
}

const ROUNDS = 7;
/** Longest piece considered; longer only where a word could not be split otherwise. */
const MAX_PIECE = 6;

/**
 * Costs are sixteenths of a bit. Binary logarithm with straight lines between powers of two: no `Math.log2`, whose last
 * digits differ between engines, so that every machine packs the same bytes.
 */
function log2Sixteenths(x: number): number {
  const power = 31 - Math.clz32(x);
  return 16 * power + Math.floor((16 * (x - 2 ** power)) / 2 ** power);
}

/** Katakana of a hiragana character, any other as it is. */
function toKatakana(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0x3041 && code <= 0x3096 ? String.fromCharCode(code + 0x60) : character;
}

/** Cost of a piece not seen yet: storing it, and its rarity. Kana stand for themselves, kanji for two kana or so. */
function novelCost(character: string, piece: string): number {
  if (piece === toKatakana(character)) return 16;
  const kana = /[ぁ-ゖァ-ー]/.test(character);
  if (kana && piece === 'ー') return 48;
  return (kana ? 224 : 160) + 48 * Math.abs(piece.length - 2) + (piece === '' ? 64 : 0);
}

class ReadingCounts {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly totals = new Map<string, number>();

  add(character: string, piece: string): void {
    let pieces = this.counts.get(character);
    if (!pieces) {
      pieces = new Map();
      this.counts.set(character, pieces);
    }
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    this.totals.set(character, (this.totals.get(character) ?? 0) + 1);
  }

  of(character: string): { pieces: Map<string, number> | undefined; total: number } {
    return { pieces: this.counts.get(character), total: this.totals.get(character) ?? 0 };
  }

  sorted(): Map<string, string[]> {
    const sorted = new Map<string, string[]>();
    for (const [character, pieces] of this.counts) {
      const order = [...pieces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      sorted.set(
        character,
        order.map(([piece]) => piece),
      );
    }
    return sorted;
  }
}

/** Cheapest split of `reading` over the characters of `surface`: end of each character's piece. */
function split({ surface, reading }: SurfaceReading, counts: ReadingCounts): number[] {
  const width = reading.length + 1;
  const best = new Float64Array((surface.length + 1) * width).fill(Infinity);
  const from = new Int32Array(best.length);
  best[0] = 0;
  for (let i = 0; i < surface.length; i++) {
    const character = surface.charAt(i);
    const { pieces, total } = counts.of(character);
    const logTotal = log2Sixteenths(total + 16);
    for (let start = 0; start <= reading.length; start++) {
      const cost = best[i * width + start] ?? Infinity;
      if (cost === Infinity) continue;
      const limit = Math.min(reading.length, surface.length === 1 ? reading.length : start + MAX_PIECE);
      for (let end = start; end <= limit; end++) {
        const piece = reading.slice(start, end);
        const count = pieces?.get(piece) ?? 0;
        const novel = novelCost(character, piece);
        // A reading seen only once or twice may be this very word's: it is not yet cheaper than it should be.
        const seen = count > 0 ? logTotal - log2Sixteenths(count) + Math.floor(novel / count) : Infinity;
        const next = cost + Math.min(seen, novel + Math.max(0, logTotal - 16 * 4));
        const at = (i + 1) * width + end;
        if (next < (best[at] ?? Infinity)) {
          best[at] = next;
          from[at] = start;
        }
      }
    }
  }
  const ends: number[] = [];
  let end = reading.length;
  for (let i = surface.length; i > 0; i--) {
    ends.unshift(end);
    end = from[i * width + end] ?? 0;
  }
  return ends;
}

/** A reading too long for its surface is put on the first character whole. */
function splitAll(pairs: readonly SurfaceReading[], counts: ReadingCounts): number[][] {
  return pairs.map((pair) =>
    pair.reading.length > pair.surface.length * MAX_PIECE
      ? [...pair.surface].map(() => pair.reading.length)
      : split(pair, counts),
  );
}

/** Splits every pair by the readings that explain all of them most cheaply (hard expectation–maximisation). */
export function alignReadings(pairs: readonly SurfaceReading[]): AlignedReadings {
  let counts = new ReadingCounts();
  let splits: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    splits = splitAll(pairs, counts);
    counts = new ReadingCounts();
    pairs.forEach(({ surface, reading }, pair) => {
      for (let i = 0, start = 0; i < surface.length; i++) {
        const end = splits[pair]?.[i] ?? start;
        counts.add(surface.charAt(i), reading.slice(start, end));
        start = end;
      }
    });
  }
  const readings = counts.sorted();
  const rankOf = new Map<string, Map<string, number>>();
  for (const [character, pieces] of readings) {
    if (pieces.length > 256) throw new Error(`${character} has ${pieces.length} readings`);
    rankOf.set(character, new Map(pieces.map((piece, rank) => [piece, rank])));
  }
  const ranks = pairs.map(({ surface, reading }, pair) => {
    let start = 0;
    return Uint8Array.from(surface, (character, i) => {
      const end = splits[pair]?.[i] ?? start;
      const rank = rankOf.get(character)?.get(reading.slice(start, end)) ?? 0;
      start = end;
      return rank;
    });
  });
  return { readings, ranks };
}
