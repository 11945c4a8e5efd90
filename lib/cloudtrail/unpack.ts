import { Gunzip, strFromU8 } from 'fflate';

/** Why the rest of a file could not be unpacked. */
export type UnpackFault =
  /** Its compression ends too early. */
  | 'cut'
  /** Its compressed data is damaged, or followed by something else. */
  | 'damaged'
  /** It is packed in another way than by gzip. */
  | 'packed';

interface Listener {
  readonly bytes: (bytes: Uint8Array) => void;
  readonly fault: (fault: UnpackFault) => void;
}

// How many packed bytes are unpacked at once: it bounds memory, and what is lost with damaged data.
const SLICE = 32_768;
const GZIP = [0x1f, 0x8b];
// zip, zstd, xz, bzip2, Parquet.
const OTHERS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x42, 0x5a, 0x68],
  [0x50, 0x41, 0x52, 0x31],
];
const LONGEST_MARK = 4;

/** Passes on the bytes of a file in pieces of any size, unpacked where it begins as gzip does. Several members follow each other. */
export class Unpacker {
  readonly #listener: Listener;
  /** The first bytes, until there are enough to tell what the file is. */
  #begin: Uint8Array | undefined = new Uint8Array(0);
  #gunzip: Gunzip | undefined;
  #failed = false;
  /** Unpacked bytes of the current member, and the last four packed bytes: gzip ends with its length. */
  #memberLength = 0;
  #tail = new Uint8Array(0);

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  push(piece: Uint8Array): void {
    if (this.#begin === undefined) this.#pass(piece);
    else {
      this.#begin = joined(this.#begin, piece);
      if (this.#begin.length >= LONGEST_MARK) this.#decide(this.#begin);
    }
  }

  end(): void {
    if (this.#begin) this.#decide(this.#begin);
    if (this.#gunzip === undefined || this.#failed) return;
    if (this.#unpack(new Uint8Array(0), true) && lengthIn(this.#tail) !== this.#memberLength % 2 ** 32) {
      this.#fail('cut');
    }
  }

  #decide(begin: Uint8Array): void {
    this.#begin = undefined;
    if (beginsWith(begin, GZIP)) {
      this.#gunzip = new Gunzip((bytes) => {
        this.#memberLength += bytes.length;
        if (bytes.length > 0) this.#listener.bytes(bytes);
      });
      this.#gunzip.onmember = () => {
        this.#memberLength = 0;
      };
    } else if (OTHERS.some((mark) => beginsWith(begin, mark))) this.#fail('packed');
    this.#pass(begin);
  }

  #pass(piece: Uint8Array): void {
    if (this.#failed) return;
    if (this.#gunzip === undefined) {
      if (piece.length > 0) this.#listener.bytes(piece);
      return;
    }
    this.#tail = joined(this.#tail, piece.slice(-LONGEST_MARK)).slice(-LONGEST_MARK);
    for (let at = 0; at < piece.length && !this.#failed; at += SLICE) {
      this.#unpack(piece.subarray(at, at + SLICE), false);
    }
  }

  #unpack(piece: Uint8Array, isLast: boolean): boolean {
    try {
      this.#gunzip?.push(piece, isLast);
      return true;
    } catch {
      this.#fail(isLast ? 'cut' : 'damaged');
      return false;
    }
  }

  #fail(fault: UnpackFault): void {
    this.#failed = true;
    this.#listener.fault(fault);
  }
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[place] === byte);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other.slice();
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function lengthIn(tail: Uint8Array): number {
  return tail.reduceRight((length, byte) => length * 256 + byte, 0);
}

/** A text from its bytes; what is no UTF-8 becomes replacement characters. */
export function textOf(bytes: Uint8Array): string {
  return strFromU8(bytes);
}
