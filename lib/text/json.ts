import { format, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { findBracket } from '@/lib/text/brackets';
import type { TextEdit } from '@/lib/text/edit';
import type { JsonMember, JsonNode, JsonObject } from '@/lib/text/json-node';
import { markOf, oddQuotesOf, sayErrors } from '@/lib/text/json-sentences';
import type { Parsed } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';
import { readStrictJson } from '@/lib/text/strict-json';
import { sayNumber } from '@/lib/text/wording';

// The one importer of jsonc-parser. Reading never fails: it gives what could be read, with places, and what was wrong.

export type { JsonArray, JsonMember, JsonNode, JsonObject, JsonScalar } from '@/lib/text/json-node';

/** Longest text that is read as JSON. The largest policy AWS stores has some 32,000 characters. */
export const MAX_JSON_LENGTH = 1_000_000;
/** Deepest nesting that is read. A policy has six levels, its wrappers a few more. */
const MAX_JSON_DEPTH = 64;

/**
 * Reads JSON as people paste it: with a byte-order mark, comments, trailing commas, typographic quotes, or half typed.
 * Ranges are those of the given text. `longest`: the answers of AWS's commands may be longer than any policy.
 */
export function parseJson(text: string, longest = MAX_JSON_LENGTH): Parsed<JsonNode | undefined> {
  if (text.length > longest) return refused('json-too-large', tooLarge(text.length));
  const faultless = readStrictJson(text, MAX_JSON_DEPTH);
  return faultless ? { value: faultless, problems: [] } : readFaulty(text);
}

function readFaulty(text: string): Parsed<JsonNode | undefined> {
  const zero = text.indexOf('\0');
  if (zero >= 0) return refused('json-binary', BINARY, { start: zero, end: zero + 1 });
  const deep = tooDeepAt(text);
  if (deep !== undefined) return refused('json-too-deep', TOO_DEEP, { start: deep, end: deep + 1 });

  const plain = withoutOddBlanks(text);
  const asTyped = read(plain);
  const straight = STRAIGHT_QUOTES.reduce((quoted, [odd, usual]) => quoted.replaceAll(odd, usual), plain);
  const repaired = asTyped.errors.length > 0 && straight !== plain ? read(straight) : undefined;
  if (repaired === undefined || repaired.errors.length >= asTyped.errors.length) {
    return {
      value: asTyped.root && convert(plain, asTyped.root),
      problems: [...markOf(text), ...sayErrors(plain, asTyped.errors)],
    };
  }
  return {
    value: repaired.root && convert(straight, repaired.root),
    problems: [...markOf(text), ...oddQuotesOf(plain), ...sayErrors(straight, repaired.errors)],
  };
}

/** The member of that name; the last one where the name is repeated, as AWS's own readers take it (R145). */
export function member(object: JsonObject, name: string): JsonMember | undefined {
  const { members } = object;
  for (let at = members.length - 1; at >= 0; at--) if (members[at]?.key.value === name) return members[at];
  return undefined;
}

/** What `parseJson` reads over: everything is read in spite of these problems. */
export const HARMLESS_PROBLEMS: readonly string[] = [
  'json-comment',
  'json-trailing-comma',
  'json-typographic-quotes',
  'json-byte-order-mark',
];

/** A JSON value as text, two blanks a level; what is still to be typed is left out. */
export function printJson(node: JsonNode, indent = ''): string {
  const deeper = `${indent}  `;
  switch (node.kind) {
    case 'object': {
      const members = node.members.flatMap(({ key, value }) =>
        value === undefined ? [] : [`${deeper}${JSON.stringify(key.value)}: ${printJson(value, deeper)}`],
      );
      return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
    }
    case 'array': {
      const items = node.items.map((item) => `${deeper}${printJson(item, deeper)}`);
      return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
    }
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
    case 'boolean':
    case 'null':
      return node.text;
  }
}

/**
 * Edits that lay a text out with two blanks a level, one entry a line. They change blanks alone, so comments and half-typed
 * text stay as they are; none for a text that is not read as JSON either.
 */
export function formatJson(text: string): readonly TextEdit[] {
  if (text.length > MAX_JSON_LENGTH || tooDeepAt(text) !== undefined) return [];
  return format(text, undefined, { tabSize: 2, insertSpaces: true }).map(({ offset, length, content }) => ({
    range: { start: offset, end: offset + length },
    text: content,
  }));
}

const BINARY =
  'This is no plain text: it holds zero bytes, as binary files and files in UTF-16 do. Open it in an editor and paste its text.';
const TOO_DEEP = `The text is nested more than ${MAX_JSON_DEPTH} levels deep. A policy has about six levels; check that you pasted a policy.`;

// Pairs of equal length, so that every place in the text stays where it is.
const STRAIGHT_QUOTES = [
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['″', '"'],
  ['«', '"'],
  ['»', '"'],
] as const;

function refused(code: string, message: string, range?: Range): Parsed<undefined> {
  return { value: undefined, problems: [{ code, severity: 'error', message, ...(range && { range }) }] };
}

function tooLarge(length: number): string {
  const characters = sayNumber(length);
  return `The text has ${characters} characters. No AWS policy is longer than about 32,000; paste the policy alone.`;
}

/** Where the nesting passes the limit. */
function tooDeepAt(text: string): number | undefined {
  return findBracket(text, (depth) => depth > MAX_JSON_DEPTH, { byLines: true });
}

/** A byte-order mark and blanks that are not JSON's own become plain blanks of the same length. */
function withoutOddBlanks(text: string): string {
  return /[\uFEFF\u00A0\u2007\u202F\u200B]/.test(text) ? blanksOutsideStrings(text) : text;
}

function blanksOutsideStrings(text: string): string {
  let out = '';
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (inString && character === '\\') {
      out += text.slice(i, i + 2);
      i++;
      continue;
    }
    if (character === '"') inString = !inString;
    out += !inString && /[\uFEFF\u00A0\u2007\u202F\u200B]/.test(character) ? ' ' : character;
  }
  return out;
}

function read(text: string): { readonly root: Node | undefined; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return { root, errors };
}

/** Behind an unfinished comment the parser's nodes end beyond the text. */
function rangeOf(text: string, node: Node): Range {
  return { start: Math.min(node.offset, text.length), end: Math.min(node.offset + node.length, text.length) };
}

function convert(text: string, node: Node): JsonNode {
  const range = rangeOf(text, node);
  switch (node.type) {
    case 'object':
      return { kind: 'object', range, members: (node.children ?? []).flatMap((child) => convertMember(text, child)) };
    case 'array':
      return { kind: 'array', range, items: (node.children ?? []).map((child) => convert(text, child)) };
    case 'string':
      return { kind: 'string', range, text: String(node.value) };
    case 'number':
    case 'boolean':
    case 'null':
    case 'property':
      return { kind: node.type === 'property' ? 'null' : node.type, range, text: text.slice(range.start, range.end) };
  }
}

function convertMember(text: string, property: Node): readonly JsonMember[] {
  const [key, value] = property.children ?? [];
  if (key === undefined) return [];
  const range = rangeOf(text, property);
  const located = { value: String(key.value), range: rangeOf(text, key) };
  return [{ key: located, range, ...(value && { value: convert(text, value) }) }];
}
