import { MAX_JSON_LENGTH } from '@/lib/text/json';
import type { Range } from '@/lib/text/range';

// JSON while it is being typed. `json.ts` says what is wrong with a text; this reader says what a text is on its way to be:
// brackets close the nearest one of their kind, commas and colons may be missing, and strings may lack their end.

/** A string, or a bare word such as `true`, `12` or an element's name without its quotes. */
export interface LooseScalar {
  readonly kind: 'string' | 'word';
  readonly range: Range;
  /** Decoded; for a word as written. */
  readonly text: string;
  /** A string that has its closing quote; words are always closed. */
  readonly closed: boolean;
}

interface LooseMember {
  readonly key: LooseScalar;
  readonly value?: LooseNode;
}

export interface LooseObject {
  readonly kind: 'object';
  /** Up to behind the closing brace; without one, to where the object was left or the text ends. */
  readonly range: Range;
  readonly closed: boolean;
  readonly members: readonly LooseMember[];
}

export interface LooseArray {
  readonly kind: 'array';
  readonly range: Range;
  readonly closed: boolean;
  readonly items: readonly LooseNode[];
}

export type LooseNode = LooseObject | LooseArray | LooseScalar;

export type LooseToken =
  | { readonly kind: '{' | '}' | '[' | ']' | ',' | ':'; readonly range: Range }
  | { readonly kind: 'scalar'; readonly range: Range; readonly scalar: LooseScalar; readonly isKey: boolean };

export interface LooseJson {
  /** Left out where the text holds nothing. */
  readonly root?: LooseNode;
  /** In the order of the text, without comments. */
  readonly tokens: readonly LooseToken[];
  readonly comments: readonly Range[];
}

/**
 * Reads a text as far as it goes; linear, without recursion. A string without its closing quote ends with its line, and at
 * the cursor where the rest of the line makes sense only that way. `undefined` for texts longer than any policy.
 */
export function readLooseJson(text: string, cursor?: number): LooseJson | undefined {
  if (text.length > MAX_JSON_LENGTH) return undefined;
  const tree = new Tree();
  const { tokens, comments } = scan(text, cursor);
  for (const [index, token] of tokens.entries()) tree.take(token, tokens[index + 1]?.kind === ':');
  const root = tree.finish(text.length);
  return { tokens, comments, ...(root && { root }) };
}

/** The value of a member; of a repeated name the last one counts, as for AWS. */
export function looseMember(object: LooseObject, name: string): LooseNode | undefined {
  return object.members.findLast((candidate) => candidate.key.text === name)?.value;
}

/** The texts of a string, or of a list of strings. */
export function looseTexts(node: LooseNode | undefined): readonly LooseScalar[] {
  if (node === undefined || node.kind === 'object') return [];
  return (node.kind === 'array' ? node.items : [node]).flatMap((item) => (item.kind === 'string' ? [item] : []));
}

/** A token whose place in the tree is not known yet. */
type Loose<Token> = { -readonly [Key in keyof Token]: Token[Key] };
type ScalarToken = Extract<LooseToken, { readonly kind: 'scalar' }>;
type RawToken = Exclude<LooseToken, ScalarToken> | Loose<ScalarToken>;

function scan(text: string, cursor: number | undefined) {
  const tokens: RawToken[] = [];
  const comments: Range[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const start = at;
    switch (character) {
      case '{':
      case '}':
      case '[':
      case ']':
      case ',':
      case ':':
        at++;
        tokens.push({ kind: character, range: { start, end: at } });
        continue;
      case '"': {
        const { end, closed } = stringEnd(text, start, cursor);
        at = end;
        const inner = text.slice(start + 1, closed ? end - 1 : end);
        const range = { start, end };
        tokens.push({
          kind: 'scalar',
          range,
          scalar: { kind: 'string', range, text: decode(inner), closed },
          isKey: false,
        });
        continue;
      }
      case '/':
        at = commentEnd(text, start);
        if (at > start + 1) comments.push({ start, end: at });
        continue;
      default:
    }
    at++;
    if (character <= ' ' || BLANK.test(character)) continue;
    while (at < text.length && !WORD_END.test(text.charAt(at))) at++;
    const range = { start, end: at };
    const word: LooseScalar = { kind: 'word', range, text: text.slice(start, at), closed: true };
    tokens.push({ kind: 'scalar', range, scalar: word, isKey: false });
  }
  return { tokens, comments };
}

// Control characters below the blank are taken as blanks before this is asked.
const BLANK = /[\s\uFEFF]/;
const WORD_END = /[\s{}[\],:"]/;

function stringEnd(text: string, start: number, cursor: number | undefined): { end: number; closed: boolean } {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 10 || unit === 13) break;
    else if (unit === 34) {
      const closed = { end: at + 1, closed: true };
      const inside = cursor !== undefined && start < cursor && cursor <= at;
      return inside && opensAnother(text, cursor) ? { end: wordEnd(text, cursor), closed: false } : closed;
    }
    at++;
  }
  const end = Math.min(at, text.length);
  return cursor !== undefined && start < cursor && cursor <= end
    ? { end: wordEnd(text, cursor), closed: false }
    : { end, closed: false };
}

/** Whether the next quote behind the cursor opens a string, because all quotes on the line come in pairs without it. */
function opensAnother(text: string, cursor: number): boolean {
  let quotes = 0;
  for (let at = cursor; at < text.length && text.charAt(at) !== '\n'; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') quotes++;
  }
  return quotes % 2 === 0;
}

function wordEnd(text: string, cursor: number): number {
  let at = cursor;
  while (at < text.length && !/[\s{}[\],"]/.test(text.charAt(at))) at++;
  return at;
}

function commentEnd(text: string, start: number): number {
  const kind = text.slice(start, start + 2);
  if (kind !== '//' && kind !== '/*') return start + 1;
  const end = kind === '//' ? text.indexOf('\n', start) : text.indexOf('*/', start + 2) + 2;
  return end > start ? end : text.length;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function decode(inner: string): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(u[\dA-Fa-f]{4}|[^u])/g, (_all, escaped: string) =>
    escaped.length > 1 ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16)) : (ESCAPES[escaped] ?? escaped),
  );
}

interface Draft {
  readonly kind: 'object' | 'array';
  range: { readonly start: number; end: number };
  closed: boolean;
  members: { key: LooseScalar; value?: LooseNode }[];
  items: LooseNode[];
  /** In an object, behind the colon of its last member. */
  awaitsValue: boolean;
}

/** Puts tokens together; every bracket that is still open stands on the stack. */
class Tree {
  private root: LooseNode | undefined;
  private readonly open: Draft[] = [];
  /** How many of each stand on the stack: a bracket that closes nothing must not search it. */
  private readonly depth = { object: 0, array: 0 };

  take(token: RawToken, beforeColon: boolean): void {
    const { kind, range } = token;
    const top = this.open.at(-1);
    switch (kind) {
      case '{':
        this.begin('object', range.start);
        return;
      case '[':
        this.begin('array', range.start);
        return;
      case '}':
        this.end('object', range.end);
        return;
      case ']':
        this.end('array', range.end);
        return;
      case ':':
        if (top?.members.length) top.awaitsValue = true;
        return;
      case ',':
        if (top) top.awaitsValue = false;
        return;
      case 'scalar':
        token.isKey = this.scalar(token.scalar, beforeColon);
    }
  }

  finish(end: number): LooseNode | undefined {
    while (this.open.length > 0) this.leave(end, false);
    return this.root;
  }

  private scalar(scalar: LooseScalar, beforeColon: boolean): boolean {
    // A name in a list: the list was left without its bracket.
    if (beforeColon && this.depth.object > 0) {
      while (this.open.at(-1)?.kind === 'array') this.leave(scalar.range.start, false);
    }
    const top = this.open.at(-1);
    if (top?.kind === 'object' && (beforeColon || !top.awaitsValue)) {
      top.members.push({ key: scalar });
      top.awaitsValue = false;
      return true;
    }
    this.put(scalar);
    return false;
  }

  private begin(kind: Draft['kind'], start: number): void {
    const draft: Draft = {
      kind,
      range: { start, end: start + 1 },
      closed: false,
      members: [],
      items: [],
      awaitsValue: false,
    };
    this.put(draft);
    this.open.push(draft);
    this.depth[kind]++;
  }

  private end(kind: Draft['kind'], end: number): void {
    if (this.depth[kind] === 0) return;
    while (this.open.at(-1)?.kind !== kind) this.leave(end - 1, false);
    this.leave(end, true);
  }

  private leave(end: number, closed: boolean): void {
    const draft = this.open.pop();
    if (draft === undefined) return;
    this.depth[draft.kind]--;
    draft.range.end = end;
    draft.closed = closed;
  }

  private put(node: LooseNode): void {
    const top = this.open.at(-1);
    if (top === undefined) this.root ??= node;
    else if (top.kind === 'array') top.items.push(node);
    else {
      const last = top.members.at(-1);
      if (last && last.value === undefined) last.value = node;
      top.awaitsValue = false;
    }
  }
}
