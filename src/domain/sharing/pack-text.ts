import { ONE, type Predictor, startPredictor, UNIT_BITS } from './text-model';

/*
 * Packs text of any UTF-16 units, half surrogates included, into few bytes and back, so that a script in a link stays
 * short enough for a QR code that a phone can read off paper: half of what deflate makes of a one-minute script. Every
 * bit costs as much as it surprises the model (arithmetic coding); the model has read a primer before, so that it knows
 * ordinary Japanese when the text begins.
 */

function primed(primer: string): Predictor {
  const predictor = startPredictor();
  for (let place = 0; place < primer.length; place += 1) {
    const unit = primer.charCodeAt(place);
    for (let shift = UNIT_BITS - 1; shift >= 0; shift -= 1) {
      predictor.predict();
      predictor.learn((unit >>> shift) & 1);
    }
  }
  return predictor;
}

/** Where within [low, high] a probability splits. */
function split(low: number, high: number, chance: number): number {
  return low + Math.floor(((high - low) * chance) / ONE);
}

/** The text's bytes; `unpackText` needs the text's length in UTF-16 units and the same primer. */
export function packText(text: string, primer: string): Uint8Array {
  const predictor = primed(primer);
  const bytes: number[] = [];
  let low = 0;
  let high = 0xffff_ffff;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    for (let shift = UNIT_BITS - 1; shift >= 0; shift -= 1) {
      const bit = (unit >>> shift) & 1;
      const middle = split(low, high, predictor.predict());
      if (bit === 1) high = middle;
      else low = middle + 1;
      predictor.learn(bit);
      while ((low ^ high) >>> 24 === 0) {
        bytes.push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 0xff) >>> 0;
      }
    }
  }
  // The fewest bytes that lie within what is left, whatever is read after them.
  for (let kept = 1; kept <= 4 && text.length > 0; kept += 1) {
    const below = 2 ** (32 - 8 * kept);
    const start = Math.ceil(low / below) * below;
    if (start + below - 1 > high) continue;
    for (let byte = 0; byte < kept; byte += 1) bytes.push((start >>> (24 - 8 * byte)) & 0xff);
    break;
  }
  return Uint8Array.from(bytes);
}

/** The text of `length` UTF-16 units that was packed; some text for bytes that were not. */
export function unpackText(bytes: Uint8Array, length: number, primer: string): string {
  const predictor = primed(primer);
  let low = 0;
  let high = 0xffff_ffff;
  let next = 0;
  const take = (): number => bytes[next++] ?? 0;
  let code = ((take() << 24) | (take() << 16) | (take() << 8) | take()) >>> 0;
  let text = '';
  for (let place = 0; place < length; place += 1) {
    let unit = 0;
    for (let bitPlace = 0; bitPlace < UNIT_BITS; bitPlace += 1) {
      const middle = split(low, high, predictor.predict());
      const bit = code <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      predictor.learn(bit);
      unit = unit * 2 + bit;
      while ((low ^ high) >>> 24 === 0) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 0xff) >>> 0;
        code = ((code << 8) | take()) >>> 0;
      }
    }
    text += String.fromCharCode(unit);
  }
  return text;
}
