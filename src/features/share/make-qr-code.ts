import { correction, generate } from 'lean-qr';

/** A QR code (ISO/IEC 18004) as an outline on a grid of modules, its quiet zone included. */
export interface QrCode {
  /** Modules a side. */
  modules: number;
  /** The dark modules, as the `d` of an SVG path with one unit a module. */
  outline: string;
}

/** Clear modules around a code, which the standard asks for. */
const QUIET_MODULES = 4;

/** The code of a text, with as much error correction as its size has room for; `null` where no code holds so much. */
export function makeQrCode(text: string): QrCode | null {
  let bitmap: ReturnType<typeof generate>;
  try {
    bitmap = generate(text, { minCorrectionLevel: correction.L });
  } catch {
    // The library has no other failure than too much text.
    return null;
  }
  let outline = '';
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (!bitmap.get(x, y)) continue;
      const start = x;
      while (bitmap.get(x + 1, y)) x += 1;
      const width = x + 1 - start;
      outline += `M${start + QUIET_MODULES} ${y + QUIET_MODULES}h${width}v1h-${width}z`;
    }
  }
  return { modules: bitmap.size + 2 * QUIET_MODULES, outline };
}
