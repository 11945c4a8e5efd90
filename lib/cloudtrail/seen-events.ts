const MOST = 50_000;

/**
 * Remembers which events were counted: folders overlap, and CloudTrail delivers some events twice. Of very many denials it knows the
 * latest, 50,000 at least.
 */
export class SeenEvents {
  #now = new Set<string>();
  #before = new Set<string>();

  /** Whether an event was seen before. One without an ID never was. */
  isRepeated(id: unknown): boolean {
    if (typeof id !== 'string' || id === '' || id.length > 64) return false;
    if (this.#now.has(id) || this.#before.has(id)) return true;
    if (this.#now.size >= MOST) {
      this.#before = this.#now;
      this.#now = new Set();
    }
    this.#now.add(id);
    return false;
  }
}
