// Tables as query consoles export them: comma, semicolon or tab, fields in double quotes where they need it.
// https://www.rfc-editor.org/rfc/rfc4180

/** One row, and where it begins. The bytes are only lent. */
interface RowBytes {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

interface Listener {
  readonly row: (row: RowBytes) => void;
  readonly broken: (broken: { readonly offset: number; readonly why: 'large' | 'cut' }) => void;
}

const MOST_BYTES = 1_048_576;
const QUOTE = 34;
const NEWLINE = 10;

/**
 * Takes the bytes of a table in pieces of any size and tells of every row in it; empty lines are none.
 * INVARIANT: how the bytes are cut into pieces changes nothing.
 */
export class RowSplitter {
  readonly #listener: Listener;
  #held = new Uint8Array(0);
  #heldLength = 0;
  #base = 0;
  #inQuotes = false;
  #isLarge = false;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  push(piece: Uint8Array): void {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      // Doubled quotes inside a field leave it and enter it again.
      if (byte === QUOTE) this.#inQuotes = !this.#inQuotes;
      else if (byte === NEWLINE && (!this.#inQuotes || this.#heldLength + at - from > MOST_BYTES)) {
        this.#hold(piece.subarray(from, at));
        this.#finish(1);
        from = at + 1;
      }
    }
    this.#hold(piece.subarray(from));
  }

  end(): void {
    if (this.#inQuotes && !this.#isLarge) this.#listener.broken({ offset: this.#base, why: 'cut' });
    else this.#finish(0);
  }

  /** A quote that is never closed would swallow the rest of the file: the row is given up with its line. */
  #hold(bytes: Uint8Array): void {
    const length = this.#heldLength + bytes.length;
    if (length <= MOST_BYTES) {
      if (this.#held.length < length) {
        const larger = new Uint8Array(Math.max(length, this.#held.length * 2));
        larger.set(this.#held.subarray(0, this.#heldLength));
        this.#held = larger;
      }
      this.#held.set(bytes, this.#heldLength);
    } else if (!this.#isLarge) {
      this.#isLarge = true;
      this.#listener.broken({ offset: this.#base, why: 'large' });
    }
    this.#heldLength = length;
  }

  #finish(separator: number): void {
    const bytes = this.#held.subarray(0, this.#heldLength);
    if (!this.#isLarge && !isBlank(bytes)) this.#listener.row({ bytes, offset: this.#base });
    this.#base += this.#heldLength + separator;
    this.#heldLength = 0;
    this.#inQuotes = false;
    this.#isLarge = false;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 32);
}

/** The fields of one row. */
export function fieldsOf(row: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  const text = row.endsWith('\r') ? row.slice(0, -1) : row;
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text.charAt(at) === '"';
    const close = isQuoted ? closingQuote(text, at + 1) : at;
    const found = text.indexOf(delimiter, close);
    const end = found < 0 ? text.length : found;
    // What follows a closing quote is no part of a well-written field; it is kept as it stands.
    fields.push(
      isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') + text.slice(close + 1, end) : text.slice(at, end),
    );
    at = end + delimiter.length;
  }
  return fields;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** The delimiter of a table, from its first row: the sign that stands there most often. */
export function delimiterOf(header: string): string {
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
