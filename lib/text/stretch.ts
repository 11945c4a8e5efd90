// The parts of a pattern between its runs, and where they fit.

/** Told how many characters were looked at; for tests that count them. Nothing is left of it where nobody listens. */
export type Look = (characters: number) => void;

/** What stands before a stretch and takes any number of characters: all, all but colons, or all but colons and slashes. */
export type Run = 'any' | 'notColons' | 'names';

const ENDS: Readonly<Record<Exclude<Run, 'any'>, RegExp>> = { notColons: /:/, names: /[:/]/ };

/** Whether a stretch of text has a character that the run does not take. */
export function isEnded(run: Run, text: string, from: number, to: number): boolean {
  return run !== 'any' && ENDS[run].test(text.slice(from, to));
}

/** What stands between two runs of a pattern: characters, each literal or any one. */
export interface Stretch {
  /** Where it ends when it begins there, or -1. */
  fitsAt(text: string, start: number, look: Look): number;
  /** Where it begins when it ends with the text, or -1. */
  fitsBefore(text: string, look: Look): number;
  /** Where it ends when it begins as early as the run before it lets it; -1 where it fits nowhere before the end. */
  firstFit(text: string, within: Within, look: Look): number;
}

interface Within {
  /** What takes the characters before the stretch, from the first one on. */
  readonly run: Run;
  readonly from: number;
  readonly end: number;
}

/** Characters that are all literal. */
export class LiteralStretch implements Stretch {
  readonly #literal: string;

  constructor(literal: string) {
    this.#literal = literal;
  }

  fitsAt(text: string, start: number, look: Look): number {
    look(this.#literal.length);
    return text.startsWith(this.#literal, start) ? start + this.#literal.length : -1;
  }

  fitsBefore(text: string, look: Look): number {
    look(this.#literal.length);
    return text.endsWith(this.#literal) ? text.length - this.#literal.length : -1;
  }

  firstFit(text: string, { run, from, end }: Within, look: Look): number {
    const found = text.indexOf(this.#literal, from);
    const behind = found + this.#literal.length;
    look((found < 0 ? end : found) - from + this.#literal.length);
    if (found < 0 || behind > end) return -1;
    return isEnded(run, text, from, found) ? -1 : behind;
  }
}

const COLON = 58;
const SLASH = 47;
/** In place of a code point: any character. */
export const ANY_ONE = -1;
/** In place of a code point: any character but a colon. */
export const NO_COLON = -2;
/** In place of a code point: any character but a colon or a slash. */
export const IN_NAME = -3;
/** What a run takes, one at a time. */
const OF_RUN: Readonly<Record<Exclude<Run, 'any'>, number>> = { notColons: NO_COLON, names: IN_NAME };
/** A character that stands in no pattern. */
const OTHER = -4;

/** Characters that are literal or any one, as code points. */
export class MixedStretch implements Stretch {
  readonly #places: readonly number[];
  #reach: Reach | undefined;

  constructor(places: readonly number[]) {
    this.#places = places;
  }

  fitsAt(text: string, start: number, look: Look): number {
    let at = start;
    for (const place of this.#places) {
      look(1);
      if (at >= text.length || !takes(place, text.codePointAt(at) ?? 0)) return -1;
      at = next(text, at);
    }
    return at;
  }

  fitsBefore(text: string, look: Look): number {
    let at = text.length;
    for (let place = this.#places.length - 1; place >= 0; place--) {
      look(1);
      if (at <= 0) return -1;
      at = previous(text, at);
      if (!takes(this.#places[place] ?? 0, text.codePointAt(at) ?? 0)) return -1;
    }
    return at;
  }

  firstFit(text: string, { run, from, end }: Within, look: Look): number {
    this.#reach ??= reachOf(this.#places);
    const reached = this.#reach.begin();
    let mayBegin = true;
    for (let at = from, behind = next(text, from); behind <= end; at = behind, behind = next(text, at)) {
      const character = text.codePointAt(at) ?? 0;
      look(reached.length);
      if (this.#reach.take(reached, character, mayBegin)) return behind;
      if (run !== 'any' && !takes(OF_RUN[run], character)) mayBegin = false;
    }
    return -1;
  }
}

function takes(place: number, character: number): boolean {
  if (place >= 0) return place === character;
  return place === ANY_ONE || (character !== COLON && (place === NO_COLON || character !== SLASH));
}

const BITS = 32;
const ASCII = 128;
// A text of more different characters is slower, but takes no more memory.
const MOST_KNOWN = 256;

interface Reach {
  begin(): Int32Array;
  /** Takes one more character; `true` once the last place is reached. */
  take(reached: Int32Array, character: number, mayBegin: boolean): boolean;
}

/**
 * Which places of a stretch have been reached, from every beginning at once: a bit for each place, so that a character costs
 * one step for 32 places.
 */
function reachOf(places: readonly number[]): Reach {
  const words = Math.ceil(places.length / BITS);
  const bitsFor = (character: number) => {
    const bits = new Int32Array(words);
    for (const [at, place] of places.entries()) {
      if (takes(place, character)) bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at % BITS));
    }
    return bits;
  };
  // A place of its own for each character that policies are mostly written in; looking others up takes longer.
  const ascii: (Int32Array | undefined)[] = Array.from({ length: ASCII }, () => undefined);
  const known = new Map<number, Int32Array>();
  // All other characters that stand nowhere in the stretch are alike.
  const ofOthers = bitsFor(OTHER);
  const own = new Set(places);
  const last = 1 << ((places.length - 1) % BITS);
  const bitsOf = (character: number) => {
    if (character < ASCII) {
      ascii[character] ??= bitsFor(character);
      return ascii[character];
    }
    if (!own.has(character)) return ofOthers;
    const bits = known.get(character) ?? bitsFor(character);
    if (known.size < MOST_KNOWN) known.set(character, bits);
    return bits;
  };
  return {
    begin: () => new Int32Array(words),
    take: (reached, character, mayBegin) => {
      const bits = bitsOf(character);
      let carried = mayBegin ? 1 : 0;
      for (let word = 0; word < words; word++) {
        const before = reached[word] ?? 0;
        reached[word] = ((before << 1) | carried) & (bits[word] ?? 0);
        carried = before >>> 31;
      }
      return ((reached[words - 1] ?? 0) & last) !== 0;
    },
  };
}

/** Behind the character that begins there. */
function next(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? at + 2 : at + 1;
}

/** Where the character begins that ends there. */
function previous(text: string, at: number): number {
  return at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? at - 2 : at - 1;
}
