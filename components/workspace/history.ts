import { type Content, keyedPolicies, type PolicyKey, patch, sameContent } from '@/components/workspace/content';

// One undo history for the whole document, as plain data. INVARIANT: contents share whatever did not change, so an entry
// costs what it changed.

interface Entry {
  /** What was changed: `request.action`, `text:KEY` … Typing in one field grows one entry. */
  readonly field: string;
  readonly before: Content;
  readonly after: Content;
  /** When it last grew, in milliseconds. */
  readonly time: number;
  /** Typing or deleting letter by letter; left out for everything that is an entry of its own. */
  readonly stroke?: Stroke;
  /** Characters it holds on to. */
  readonly cost: number;
}

export interface History {
  /** Oldest first. */
  readonly past: readonly Entry[];
  /** What can be redone; the next one is the last. */
  readonly future: readonly Entry[];
}

type Stroke = 'insert' | 'delete';

/** What an undo or redo changed, so that the page can show the place. */
export interface Undone {
  readonly field: string;
  readonly policyKey?: PolicyKey;
}

/** A single text before and after a change, for telling typing from pasting. */
export interface Typing {
  readonly before: string;
  readonly after: string;
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

const MAX_ENTRIES = 200;
const MAX_COST = 10_000_000;
// A longer pause begins a new entry.
const PAUSE = 800;
// A key press inserts a letter, with its closing bracket two, with an input method a word; a paste is longer.
const LONGEST_STROKE = 8;

/** Adds a change, or grows the last entry when the change continues typing there. A new change ends what can be redone. */
export function record(
  history: History,
  field: string,
  before: Content,
  after: Content,
  time: number,
  typing?: Typing,
): History {
  const stroke = typing && strokeOf(typing);
  const last = history.past.at(-1);
  if (
    last &&
    sameContent(last.after, before) &&
    last.field === field &&
    stroke?.kind === last.stroke &&
    continues(last, stroke, time)
  ) {
    return { past: history.past.with(-1, { ...last, after, time }), future: [] };
  }
  const cost = typing ? typing.after.length : 0;
  const entry: Entry = { field, before, after, time, cost, ...(stroke && { stroke: stroke.kind }) };
  return { past: bounded([...history.past, entry]), future: [] };
}

/** A history and content after an undo or redo; `undone` left out where there was nothing to do. */
export interface Travel {
  readonly history: History;
  readonly content: Content;
  readonly undone?: Undone;
}

export function undo(history: History, content: Content): Travel {
  return undoAt(history, content, history.past.length - 1);
}

export function redo(history: History, content: Content): Travel {
  return redoAt(history, content, history.future.length - 1);
}

/** Undoes the last change of one policy's text, also where later changes elsewhere follow it; else the last change of all. */
export function undoText(history: History, content: Content, key: PolicyKey): Travel {
  const own = history.past.findLastIndex((entry) => changesText(entry, key));
  return history.past[own]?.field === textField(key) ? undoAt(history, content, own) : undo(history, content);
}

export function redoText(history: History, content: Content, key: PolicyKey): Travel {
  const own = history.future.findLastIndex((entry) => changesText(entry, key));
  return history.future[own]?.field === textField(key) ? redoAt(history, content, own) : redo(history, content);
}

/** The name of changes that touch nothing but one policy's text. */
function textField(key: PolicyKey): string {
  return `text:${key}`;
}

/** Whether a change of a text is a single key press and not a paste, a cut or a replacement. */
export function isStroke(typing: Typing): boolean {
  return strokeOf(typing) !== undefined;
}

function undoAt(history: History, content: Content, place: number): Travel {
  const entry = history.past[place];
  if (entry === undefined) return { history, content };
  const past = history.past.toSpliced(place, 1);
  // What is undone last is redone first.
  const future = [...history.future, entry];
  return { history: { past, future }, content: patch(content, entry.after, entry.before), undone: undoneBy(entry) };
}

function redoAt(history: History, content: Content, place: number): Travel {
  const entry = history.future[place];
  if (entry === undefined) return { history, content };
  const future = history.future.toSpliced(place, 1);
  const past = [...history.past, { ...entry, time: 0 }];
  return { history: { past, future }, content: patch(content, entry.before, entry.after), undone: undoneBy(entry) };
}

function undoneBy(entry: Entry): Undone {
  const policyKey = /^[a-z]+:(.+)$/.exec(entry.field)?.[1];
  return { field: entry.field, ...(policyKey && { policyKey }) };
}

function changesText(entry: Entry, key: PolicyKey): boolean {
  return textIn(entry.before, key) !== textIn(entry.after, key);
}

function textIn(content: Content, key: PolicyKey): unknown {
  return keyedPolicies(content).find(([candidate]) => candidate === key)?.[1].document;
}

function continues(last: Entry, stroke: StrokeAt | undefined, time: number): boolean {
  return stroke !== undefined && time - last.time <= PAUSE && !stroke.startsWord;
}

interface StrokeAt {
  readonly kind: Stroke;
  /** Blanks after a word: what follows is the next thing to undo. */
  readonly startsWord: boolean;
}

/** The single stroke that leads from one text to the next; `undefined` for a paste, a cut or a replacement. */
function strokeOf({ before, after }: Typing): StrokeAt | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  const inserted = after.slice(start, after.length - end);
  const removed = before.length - end - start;
  if (inserted.length > LONGEST_STROKE || removed > LONGEST_STROKE || (inserted !== '' && removed > 0))
    return undefined;
  const startsWord = /^\s/.test(inserted) && /\S/.test(before.charAt(start - 1));
  return { kind: inserted === '' ? 'delete' : 'insert', startsWord };
}

function bounded(past: readonly Entry[]): readonly Entry[] {
  let cost = 0;
  let from = past.length;
  while (from > Math.max(0, past.length - MAX_ENTRIES)) {
    cost += past[from - 1]?.cost ?? 0;
    // The newest change can be undone whatever it weighs.
    if (cost > MAX_COST && from < past.length) break;
    from--;
  }
  return past.slice(from);
}
