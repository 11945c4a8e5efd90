import { delimiterOf, fieldsOf } from '@/lib/cloudtrail/csv';
import { isEventTable } from '@/lib/cloudtrail/event-rows';
import { textOf } from '@/lib/cloudtrail/unpack';

const MOST_BYTES = 65_536;
const NEWLINE = 10;

/** The beginning of a text, until it tells whether a table or JSON follows. */
export class TextStart {
  #bytes = new Uint8Array(0);

  /** Everything that came so far. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Takes the next bytes. Whether enough are there to decide. */
  push(piece: Uint8Array): boolean {
    const both = new Uint8Array(this.#bytes.length + piece.length);
    both.set(this.#bytes);
    both.set(piece, this.#bytes.length);
    this.#bytes = both;
    const begin = both.find((byte) => byte > 32);
    return begin !== undefined && (isOpening(begin) || both.includes(NEWLINE) || both.length >= MOST_BYTES);
  }

  /** A table begins with the names of its columns. */
  get isTable(): boolean {
    const begin = this.#bytes.findIndex((byte) => byte > 32);
    if (begin < 0 || isOpening(this.#bytes[begin] ?? 0)) return false;
    const end = this.#bytes.indexOf(NEWLINE, begin);
    const line = textOf(this.#bytes.subarray(begin, Math.min(end < 0 ? this.#bytes.length : end, MOST_BYTES)));
    return isEventTable(fieldsOf(line, delimiterOf(line)));
  }
}

function isOpening(byte: number): boolean {
  return byte === 123 || byte === 91;
}
