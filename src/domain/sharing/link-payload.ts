import { decodeBase32, encodeBase32 } from './base32';
import { crc32 } from './crc-32';
import { markOverrules } from './overrule-marks';
import { packText, unpackText } from './pack-text';
import { PRIMER } from './primer';
import { type LinkError, LONGEST_NAME, LONGEST_SCRIPT, type SharedVariant } from './shared-variant';

/**
 * A payload is the version's digit and, in base32: 4 bytes of CRC-32 over all that follows, 2 bytes saying how many
 * bytes of packed text come, 2 bytes saying how many UTF-16 units they unpack to, and the packed text, a JSON array.
 * Version 2 has the marks of overrules at the array's end. A link without any is of version 1, which an app that has not
 * been brought up to date reads as well; of the other it says that it is too new for it.
 */
const VERSIONS = ['1', '2'] as const;
type Version = (typeof VERSIONS)[number];
const CRC_BYTES = 4;
const HEAD_BYTES = CRC_BYTES + 2 + 2;
/** Most that 2 bytes can say: a script of the longest kind fits unless most of it are signs that JSON writes out. */
const LARGEST_LENGTH = 0xffff;

/**
 * Longest link that is handed out, in characters. RFC 9110 (section 4.1) asks everyone who handles addresses for 8,000;
 * browsers take far more (Safari 80,000, Firefox 65,536, Chrome 2 million), LINE 10,000 in a message.
 */
export const LONGEST_LINK = 8000;

export type MadeLink = { ok: true; link: string } | { ok: false; error: 'too-long' };

/** The link that carries a variant; `address` is the app's own, up to and with the screen that receives. */
export function makeLink(address: string, shared: SharedVariant): MadeLink {
  const names = [shared.title, shared.pitchTitle, shared.audience];
  if (shared.script.length > LONGEST_SCRIPT || names.some((name) => name.length > LONGEST_NAME))
    return { ok: false, error: 'too-long' };
  const { title, pitchTitle, audience, medium, timeBudget, characterTarget, script } = shared;
  const target = characterTarget && [characterTarget.min, characterTarget.max];
  const content = [title, pitchTitle, audience, medium, timeBudget, target, script];
  const marks = markOverrules(script, shared.overrules);
  const payload = marks.length === 0 ? encodePayload('1', content) : encodePayload('2', [...content, marks]);
  if (payload === null || address.length + payload.length > LONGEST_LINK)
    return { ok: false, error: 'too-long' };
  return { ok: true, link: address + payload };
}

/** A link's last part; `null` where the content is too long for one. */
export function encodePayload(version: Version, content: unknown): string | null {
  const text = JSON.stringify(content);
  if (text.length > LARGEST_LENGTH) return null;
  const packed = packText(text, PRIMER);
  if (packed.length > LARGEST_LENGTH) return null;
  const bytes = new Uint8Array(HEAD_BYTES + packed.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(CRC_BYTES, packed.length);
  view.setUint16(CRC_BYTES + 2, text.length);
  bytes.set(packed, HEAD_BYTES);
  view.setUint32(0, crc32(bytes.subarray(CRC_BYTES)));
  return version + encodeBase32(bytes);
}

/** What a payload holds, of any shape: whoever reads it checks it. Never throws. */
export function decodePayload(
  payload: string,
): { ok: true; content: unknown } | { ok: false; error: LinkError } {
  const version = payload.charAt(0);
  if (payload === '') return { ok: false, error: 'truncated' };
  if (!/^[1-9]$/.test(version)) return { ok: false, error: 'not-a-link' };
  if (!VERSIONS.some((known) => known === version)) return { ok: false, error: 'newer-version' };
  const bytes = decodeBase32(payload.slice(1));
  if (!bytes) return { ok: false, error: 'damaged' };
  if (bytes.length < HEAD_BYTES) return { ok: false, error: 'truncated' };
  const view = new DataView(bytes.buffer);
  const packedLength = view.getUint16(CRC_BYTES);
  if (bytes.length < HEAD_BYTES + packedLength) return { ok: false, error: 'truncated' };
  // Before anything is unpacked: what a faulty byte unpacks to is anything at all.
  if (bytes.length > HEAD_BYTES + packedLength || crc32(bytes.subarray(CRC_BYTES)) !== view.getUint32(0))
    return { ok: false, error: 'damaged' };
  const text = unpackText(bytes.subarray(HEAD_BYTES), view.getUint16(CRC_BYTES + 2), PRIMER);
  try {
    return { ok: true, content: JSON.parse(text) };
  } catch {
    return { ok: false, error: 'damaged' };
  }
}
