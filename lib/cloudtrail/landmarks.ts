// Byte sequences that are looked for in records before anything is parsed.

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;
const LETTER_U = 117;
const DIGIT_0 = 48;

/** The bytes of an ASCII text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** What is known of bytes that are not all there yet. */
export type Known = 'yes' | 'no' | 'open';

// Names of what tells of a failure, as they begin: `errorCode`, `error_message`, `message` in a service's answer, `sample` in the result of
// a query that counts. Collectors put names of their own before them, with a dot.
const NAMES = ['error', 'message', 'sample'].map(bytesOf);
const LOWER_CASE = 0x20;
// Tables and collectors write blanks and underscores as they like.
const FILLERS = [32, 95];
const MOST_FILLERS = 8;
// Most strings begin otherwise, and are told by their first byte.
const MAY_BEGIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  FILLERS.includes(byte) || NAMES.some(([first]) => first === (byte | LOWER_CASE)) ? 1 : 0,
);

/**
 * Whether what stands behind a quote, a dot or a backslash at `at` begins such a name, in either case, or may hide one: behind an escape
 * the quote of JSON in a string, or a letter written by its number. CloudTrail itself escapes signs by number, never letters.
 */
export function tellsOfError(data: Uint8Array, at: number, end: number): Known {
  if (data[at] !== BACKSLASH)
    return MAY_BEGIN[data[at + 1] ?? 0] === 0 && at + 1 < end ? 'no' : beginsName(data, at + 1, end);
  if (at + 1 >= end) return 'open';
  if (data[at + 1] === QUOTE) return beginsName(data, at + 2, end);
  if (data[at + 1] !== LETTER_U) return 'no';
  if (at + 4 >= end) return 'open';
  const digit = data[at + 4] ?? 0;
  // \u0040 to \u007f
  const isLetter = data[at + 2] === DIGIT_0 && data[at + 3] === DIGIT_0 && digit >= DIGIT_0 + 4 && digit <= DIGIT_0 + 7;
  return isLetter ? 'yes' : 'no';
}

function beginsName(data: Uint8Array, from: number, end: number): Known {
  let name: Uint8Array | undefined;
  let place = 0;
  let fillers = 0;
  for (let at = from; at < end; at++) {
    const byte = data[at] ?? 0;
    if (FILLERS.includes(byte)) {
      if (++fillers > MOST_FILLERS) return 'yes';
      continue;
    }
    const letter = byte | LOWER_CASE;
    name ??= NAMES.find(([first]) => first === letter);
    if (name?.[place] !== letter) return 'no';
    if (++place === name.length) return 'yes';
  }
  return 'open';
}

// Every event begins with its version, and CloudTrail writes no blanks.
const EVENT = bytesOf('{"eventVersion"');
// What may stand before an event that is not part of another value.
const BEFORE_EVENT = bytesOf(',[}]\n\r');

/** Where the next event begins that is no member of another value; -1 without one. */
export function nextEvent(data: Uint8Array, from: number, end: number): number {
  const [first = 0] = EVENT;
  for (let at = data.indexOf(first, from); at >= 0 && at + EVENT.length <= end; at = data.indexOf(first, at + 1)) {
    if (startsWith(data, at, EVENT) && BEFORE_EVENT.includes(data[at - 1] ?? 0)) return at;
  }
  return -1;
}

function startsWith(data: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (data[at + i] !== wanted[i]) return false;
  return true;
}

/** Farthest that a name is looked for in front of its value. */
export const MOST_NAME_BYTES = 1024;

/** Whether the string at `at` is this name, with nothing but a colon and blanks between it and its value at `value`. */
export function isNameOf(data: Uint8Array, at: number, value: number, name: Uint8Array): boolean {
  if (value - at > MOST_NAME_BYTES) return false;
  if (!startsWith(data, at + 1, name) || data[at + 1 + name.length] !== QUOTE) return false;
  let colons = 0;
  for (let i = at + 2 + name.length; i < value; i++) {
    const byte = data[i] ?? 0;
    if (byte === COLON) colons++;
    else if (byte > 32) return false;
  }
  return colons === 1;
}
