/** Bytes per step: a multiple of 3, so that steps join without padding, and few enough for an argument list. */
const STEP_BYTES = 3 * 8192;

/** Base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += STEP_BYTES) {
    const step = bytes.subarray(offset, offset + STEP_BYTES);
    // A call with a list is as slow as its iterator; `apply` takes the array as it is.
    parts.push(btoa(Reflect.apply(String.fromCharCode, null, step)));
  }
  return parts.join('');
}

/** The bytes of padded base64, or `null` where `text` is not that. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  // `atob` alone would let white space and missing padding pass.
  if (text.length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(text)) return null;
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}
