import { HeldBytes } from '@/lib/cloudtrail/held-bytes';
import { MOST_NAME_BYTES, nextEvent, tellsOfError } from '@/lib/cloudtrail/landmarks';
import { hasRows, isHolderAt, type ListName, listNamedAt } from '@/lib/cloudtrail/record-lists';

// Finds the records of a CloudTrail file in its bytes, whatever it is wrapped in, without parsing it: it knows strings, escapes and
// brackets, and nothing else of JSON. Every byte is looked at once, and at most once more behind what is broken.

/** One record. Its bytes are only lent: they are overwritten after the call. */
export interface RecordBytes {
  readonly bytes: Uint8Array;
  /** Where it begins, in bytes of the unpacked file. */
  readonly offset: number;
  /** The member that lists it; `undefined` for a record of a bare list, on a line, or by itself. */
  readonly list: ListName | undefined;
  /** Whether one of its names may be that of an error or a message. Where this is false it records no failure. */
  readonly mayTellError: boolean;
}

/** What could not be read, and where it begins. */
interface BrokenBytes {
  readonly offset: number;
  /** `cut`: the file, or its line, ends in its midst. `broken`: it is no JSON. `large`: it is longer than any record. */
  readonly why: 'cut' | 'broken' | 'large';
}

interface Listener {
  readonly record: (record: RecordBytes) => void;
  readonly broken: (broken: BrokenBytes) => void;
}

/** An event has at most 256 KB; as JSON in a string it may be twice as long. */
const MOST_BYTES = 1_048_576;
const MOST_LISTS = 16;

const QUOTE = 34;
const NEWLINE = 10;
const BACKSLASH = 92;
const DOT = 46;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;

// Where scanning a string, or what stands between strings, has to stop.
const IN_STRING = stopsAt(QUOTE, BACKSLASH, NEWLINE, DOT);
const BETWEEN = stopsAt(QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, NEWLINE);

function stopsAt(...bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

interface Enclosing {
  readonly listDepth: number;
  readonly list: ListName | undefined;
}

/**
 * Takes the bytes of one file in pieces of any size and tells of every record in it.
 * INVARIANT: how the bytes are cut into pieces changes nothing.
 */
export class RecordSplitter {
  readonly #listener: Listener;
  /** The open record, or a name that may turn out to be a list's. */
  readonly #held = new HeldBytes();
  /** Offset in the file of the first byte at hand. */
  #base = 0;
  /** How many brackets are open. */
  #depth = 0;
  /** How many are open where a record begins, and the list that it then belongs to. */
  #listDepth = 0;
  #list: ListName | undefined;
  readonly #enclosing: Enclosing[] = [];
  #inString = false;
  /** The last piece ended behind a backslash. */
  #isEscaped = false;
  #isLineStart = true;
  /** Where the open record begins, and the last string that may name one of its members; -1 without one. */
  #start = -1;
  #name = -1;
  /** The open record has no blank behind its bracket, so it should end with its line. */
  #isCompact = false;
  #mayTellError = false;
  /** A string, a dot or an escape behind which too little is there to tell whether an error is named; -1 without one. */
  #unsure = -1;
  #records = 0;
  #hasList = false;
  /** How many bytes were looked at again. */
  #repeated = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  push(piece: Uint8Array): void {
    const from = this.#held.length;
    this.#scan(this.#held.with(piece), from, from + piece.length);
  }

  /** There is a list of records so far, and nothing in it: what CloudTrail answers where nothing happened. */
  get isEmptyList(): boolean {
    return this.#hasList && this.#records === 0;
  }

  /** The file is over. */
  end(): void {
    while (this.#start >= 0) {
      const { bytes, length } = this.#held;
      const offset = this.#base + this.#start;
      const next = this.#giveUp(bytes, length);
      this.#listener.broken({ offset, why: next < 0 ? 'cut' : 'broken' });
      if (next < 0) return;
      this.#scan(bytes, next, length);
    }
    if (this.#depth > 0) this.#listener.broken({ offset: this.#base + this.#held.length, why: 'cut' });
  }

  /** Reads on at `from`. */
  #scan(data: Uint8Array, from: number, end: number): void {
    if (this.#unsure >= 0) this.#look(data, this.#unsure, end);
    let at = this.#isEscaped ? from + 1 : from;
    while (at < end) {
      const to = this.#start < 0 ? end : Math.min(end, this.#start + MOST_BYTES);
      if (at >= to) at = this.#skipLarge(data, at);
      else at = this.#inString ? this.#scanString(data, at, to) : this.#scanBetween(data, at, to);
    }
    this.#isEscaped = at > end;
    this.#keep(data, end);
  }

  #scanString(data: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end) {
      while (at < end && IN_STRING[data[at] ?? 0] === 0) at++;
      if (at >= end) break;
      const byte = data[at];
      if (byte === QUOTE || byte === NEWLINE) {
        this.#inString = false;
        if (byte === NEWLINE) this.#breakLine();
        return at + 1;
      }
      if (!this.#mayTellError) this.#look(data, at, end);
      at += byte === BACKSLASH ? 2 : 1;
    }
    return at;
  }

  /** No string of JSON holds a line's end: a quote is lost, or the rest of the line. */
  #breakLine(): void {
    this.#isLineStart = true;
    // So that it is parsed, and found to be broken.
    this.#mayTellError = true;
    // Where every line is a record, the next line is the next one.
    if (this.#listDepth === 0 && this.#depth > 0) this.#drop();
  }

  #scanBetween(data: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end && BETWEEN[data[at] ?? 0] === 0) at++;
    if (at > from) this.#isLineStart = false;
    if (at >= end) return at;
    const byte = data[at];
    if (byte === QUOTE) {
      // Outside of everything stands prose, whose quotes need not be pairs.
      if (this.#depth > 0) this.#openString(data, at, end);
    } else if (byte === OPEN || byte === OPEN_LIST) this.#open(data, at, byte === OPEN_LIST);
    else if (byte !== NEWLINE) this.#close(data, at);
    this.#isLineStart = byte === NEWLINE;
    return at + 1;
  }

  #openString(data: Uint8Array, at: number, end: number): void {
    this.#inString = true;
    if (this.#depth === this.#listDepth + 1) {
      this.#name = at;
      if (at === this.#start + 1) this.#isCompact = true;
    }
    if (!this.#mayTellError) this.#look(data, at, end);
  }

  #look(data: Uint8Array, at: number, end: number): void {
    if (this.#start < 0) return;
    const known = tellsOfError(data, at, end);
    if (known === 'yes') this.#mayTellError = true;
    this.#unsure = known === 'open' ? at : -1;
  }

  #open(data: Uint8Array, at: number, isList: boolean): void {
    // A record that should have ended with its line did not.
    if (this.#isLineStart && this.#listDepth === 0 && this.#depth > 0 && this.#isCompact && !isList) this.#drop();
    if (this.#depth === this.#listDepth) this.#begin(at, isList);
    else if (this.#depth === this.#listDepth + 1 && this.#name >= 0) this.#lookInto(data, at, isList);
    this.#depth++;
  }

  /** A record, or a list of records. */
  #begin(at: number, isList: boolean): void {
    if (isList && !hasRows(this.#list) && this.#enclosing.length < MOST_LISTS) {
      this.#enter(this.#list, this.#depth + 1);
      return;
    }
    this.#start = at;
    this.#name = -1;
    this.#isCompact = false;
    this.#mayTellError = false;
    this.#unsure = -1;
  }

  /** A record that holds a list of records is but their wrapper. */
  #lookInto(data: Uint8Array, at: number, isList: boolean): void {
    if (this.#enclosing.length >= MOST_LISTS) return;
    if (isList) {
      const list = listNamedAt(data, this.#name, at);
      if (list === undefined) return;
      this.#hasList = true;
      this.#enter(list, this.#depth + 1);
    } else if (isHolderAt(data, this.#name, at)) {
      this.#enter(undefined, this.#depth);
      this.#begin(at, false);
    }
  }

  #enter(list: ListName | undefined, listDepth: number): void {
    this.#enclosing.push({ listDepth: this.#listDepth, list: this.#list });
    this.#listDepth = listDepth;
    this.#list = list;
    this.#start = -1;
    this.#name = -1;
  }

  /** A bracket of the wrong kind closes as well: what it closes is then found to be no JSON. */
  #close(data: Uint8Array, at: number): void {
    if (this.#depth === 0) return;
    if (this.#depth === this.#listDepth) this.#leave();
    if (this.#depth === this.#listDepth + 1) this.#finish(data, at + 1);
    this.#depth--;
  }

  #leave(): void {
    const { listDepth = 0, list } = this.#enclosing.pop() ?? {};
    this.#listDepth = listDepth;
    this.#list = list;
    this.#start = -1;
    this.#name = -1;
  }

  #finish(data: Uint8Array, end: number): void {
    if (this.#start >= 0) {
      this.#records++;
      this.#listener.record({
        bytes: data.subarray(this.#start, end),
        offset: this.#base + this.#start,
        list: this.#list,
        mayTellError: this.#mayTellError,
      });
    }
    this.#start = -1;
    this.#name = -1;
  }

  /** Leaves the open record for what comes next. */
  #drop(): void {
    if (this.#start >= 0) this.#listener.broken({ offset: this.#base + this.#start, why: 'cut' });
    this.#depth = this.#listDepth;
    this.#start = -1;
    this.#name = -1;
    this.#isCompact = false;
  }

  /** A record that grows too long is broken where another event begins in it, else it really is that long. Gives where to read on. */
  #skipLarge(data: Uint8Array, at: number): number {
    const offset = this.#base + this.#start;
    const next = this.#giveUp(data, this.#start + MOST_BYTES);
    this.#listener.broken({ offset, why: next < 0 ? 'large' : 'broken' });
    return next < 0 ? at : next;
  }

  /** Gives the open record up. Where the next event begins before `end`, ready to be read, or -1: then it goes on being skipped. */
  #giveUp(data: Uint8Array, end: number): number {
    const next = nextEvent(data, this.#start + 1, end);
    this.#start = -1;
    // INVARIANT: no more is read again than was read, so hostile input takes twice its length at most.
    if (next < 0 || this.#repeated + end - next > this.#base + end) return -1;
    this.#repeated += end - next;
    this.#depth = this.#listDepth;
    this.#inString = false;
    this.#isEscaped = false;
    this.#name = -1;
    return next;
  }

  /** Holds what the next piece needs: the open record, else a name that is not over or not followed by its value yet. */
  #keep(data: Uint8Array, end: number): void {
    if (this.#start < 0 && end - this.#name > MOST_NAME_BYTES) this.#name = -1;
    const from = this.#start >= 0 ? this.#start : this.#name >= 0 ? this.#name : end;
    this.#held.keep(data, from, end);
    this.#base += from;
    this.#unsure = this.#start < 0 || this.#unsure < 0 ? -1 : this.#unsure - from;
    this.#start = this.#start < 0 ? -1 : 0;
    this.#name = this.#name < 0 ? -1 : this.#name - from;
  }
}
