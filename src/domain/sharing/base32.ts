/**
 * Base32 (RFC 4648, section 6) without padding. Capitals and digits alone: a QR code holds them in 5.5 bits each where
 * base64 takes 8, and no program that finds links in a message takes the last one for punctuation.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += DIGITS[(held >>> heldBits) & 31];
    }
    held &= (1 << heldBits) - 1;
  }
  if (heldBits > 0) text += DIGITS[(held << (5 - heldBits)) & 31];
  return text;
}

/** The bytes, small letters taken for capitals; `null` where a character is none of base32. */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let at = 0;
  let held = 0;
  let heldBits = 0;
  for (const character of text.toUpperCase()) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) return null;
    held = (held << 5) | digit;
    heldBits += 5;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[at++] = held >>> heldBits;
    held &= (1 << heldBits) - 1;
  }
  return bytes;
}
