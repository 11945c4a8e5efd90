// RFC 4648, section 5: letters that no address, mail or chat program changes. Written out because lib has no `btoa`.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter.charCodeAt(0), value]));
// Some programs rewrite to the common alphabet.
VALUES.set(43, 62).set(47, 63);

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let place = 0; place < letters; place++) text += LETTERS.charAt((group >> (18 - 6 * place)) & 63);
  }
  return text;
}

/** The bytes of a text; whatever is no letter of the alphabet is skipped: line breaks, quote marks, invisible characters. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let filled = 0;
  let group = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES.get(text.charCodeAt(at));
    if (value === undefined) continue;
    group = ((group << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled++] = (group >> bits) & 0xff;
  }
  return bytes.subarray(0, filled);
}
