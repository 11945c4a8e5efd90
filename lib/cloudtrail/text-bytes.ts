// The encodings in which files arrive: UTF-8, with or without a mark, and UTF-16, which PowerShell writes.

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

interface Listener {
  readonly bytes: (bytes: Uint8Array) => void;
  readonly notText: () => void;
}

const LONGEST_MARK = 4;

/** Passes a text on in UTF-8 and without its mark, in pieces of any size; tells when it is no text. */
export class TextBytes {
  readonly #listener: Listener;
  #begin: number[] | undefined = [];
  #encoding: Encoding | 'none' = 'utf-8';
  /** Half a unit of UTF-16, and half a pair of them. */
  #half: number | undefined;
  #high: number | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  push(piece: Uint8Array): void {
    if (this.#begin === undefined) {
      this.#pass(piece);
      return;
    }
    const missing = LONGEST_MARK - this.#begin.length;
    this.#begin.push(...piece.subarray(0, missing));
    if (this.#begin.length < LONGEST_MARK) return;
    this.#decide(this.#begin);
    this.#pass(piece.subarray(missing));
  }

  end(): void {
    if (this.#begin) this.#decide(this.#begin);
  }

  #decide(begin: readonly number[]): void {
    this.#begin = undefined;
    const { encoding, mark } = encodingOf(begin);
    this.#encoding = encoding;
    if (encoding === 'none') this.#listener.notText();
    this.#pass(Uint8Array.from(begin.slice(mark)));
  }

  #pass(piece: Uint8Array): void {
    if (piece.length === 0 || this.#encoding === 'none') return;
    this.#listener.bytes(this.#encoding === 'utf-8' ? piece : this.#fromUtf16(piece, this.#encoding === 'utf-16le'));
  }

  #fromUtf16(piece: Uint8Array, isLittle: boolean): Uint8Array {
    // Two bytes become at most three.
    const out = new Uint8Array(Math.ceil(piece.length / 2) * 3 + 6);
    let length = 0;
    for (const byte of piece) {
      if (this.#half === undefined) {
        this.#half = byte;
        continue;
      }
      const unit = isLittle ? this.#half | (byte << 8) : (this.#half << 8) | byte;
      this.#half = undefined;
      if (unit >= 0xd800 && unit < 0xdc00) {
        this.#high = unit;
        continue;
      }
      length = writeUtf8(out, length, this.#codePoint(unit));
      this.#high = undefined;
    }
    return out.subarray(0, length);
  }

  #codePoint(unit: number): number {
    const isLow = unit >= 0xdc00 && unit < 0xe000;
    if (!isLow) return unit;
    return this.#high === undefined ? 0xfffd : 0x10000 + ((this.#high - 0xd800) << 10) + (unit - 0xdc00);
  }
}

function encodingOf([a, b, c, d]: readonly number[]): { readonly encoding: Encoding | 'none'; readonly mark: number } {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  // Without a mark: text begins with signs of ASCII, whose other byte is zero.
  if (b === 0 && d === 0 && a !== 0) return { encoding: 'utf-16le', mark: 0 };
  if (a === 0 && c === 0 && b !== 0) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: [a, b, c, d].includes(0) ? 'none' : 'utf-8', mark: 0 };
}

function writeUtf8(out: Uint8Array, at: number, point: number): number {
  let end = at;
  if (point < 0x80) out[end++] = point;
  else if (point < 0x800) out[end++] = 0xc0 | (point >> 6);
  else if (point < 0x10000) {
    out[end++] = 0xe0 | (point >> 12);
    out[end++] = 0x80 | ((point >> 6) & 0x3f);
  } else {
    out[end++] = 0xf0 | (point >> 18);
    out[end++] = 0x80 | ((point >> 12) & 0x3f);
    out[end++] = 0x80 | ((point >> 6) & 0x3f);
  }
  if (point >= 0x80) out[end++] = 0x80 | (point & 0x3f);
  return end;
}
