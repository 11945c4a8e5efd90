/** Bytes of earlier pieces that are still needed, in front of those of the newest one. The room for them is used again and again. */
export class HeldBytes {
  #bytes = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What is held, and behind it room that says nothing. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Everything at hand: what is held with the piece behind it, or the piece itself where nothing is. */
  with(piece: Uint8Array): Uint8Array {
    if (this.#length === 0) return piece;
    this.#reserve(this.#length + piece.length);
    this.#bytes.set(piece, this.#length);
    return this.#bytes;
  }

  /** Holds these bytes of what `with` gave, and nothing else. */
  keep(data: Uint8Array, from: number, end: number): void {
    if (data === this.#bytes) this.#bytes.copyWithin(0, from, end);
    else if (end > from) {
      this.#length = 0;
      this.#reserve(end - from);
      this.#bytes.set(data.subarray(from, end));
    }
    this.#length = end - from;
  }

  #reserve(length: number): void {
    if (this.#bytes.length >= length) return;
    const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
