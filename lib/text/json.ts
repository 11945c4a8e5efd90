import { format, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { findBracket } from '@/lib/text/brackets';
import type { TextEdit } from '@/lib/text/edit';
import type { JsonMember, JsonNode, JsonObject } from '@/lib/text/json-node';
import { lineEnd } from '@/lib/text/lines';
import type { Parsed, Problem } from '@/lib/text/problem';
import type { Range } from '@/lib/text/range';
import { readStrictJson } from '@/lib/text/strict-json';
import { code, sayNumber } from '@/lib/text/wording';

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

function rangeOf(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}

function convert(text: string, node: Node): JsonNode {
  const range = rangeOf(node);
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
  const range = rangeOf(property);
  const located = { value: String(key.value), range: rangeOf(key) };
  return [{ key: located, range, ...(value && { value: convert(text, value) }) }];
}

function markOf(text: string): readonly Problem[] {
  if (!text.startsWith('\uFEFF')) return [];
  const message = 'The text begins with an invisible byte-order mark. It was skipped; AWS may refuse it.';
  return [{ code: 'json-byte-order-mark', severity: 'warning', message, range: { start: 0, end: 1 } }];
}

function oddQuotesOf(text: string): readonly Problem[] {
  const start = text.search(/[“”„‟″«»]/);
  const message =
    'These are typographic quotes, as web pages and word processors make them. They were read as straight quotes; replace them with `"` before you save the policy.';
  return [{ code: 'json-typographic-quotes', severity: 'error', message, range: { start, end: start + 1 } }];
}

/**
 * One sentence per error of jsonc-parser; of several at one place the first alone, the rest follow from it. So do those behind
 * a wrong symbol on the same line.
 */
function sayErrors(text: string, errors: readonly ParseError[]): readonly Problem[] {
  const problems: Problem[] = [];
  let spoiltTo = -1;
  for (const error of errors) {
    if (error.offset <= spoiltTo) continue;
    spoiltTo = error.error === WRONG_SYMBOL ? lineEnd(text, error.offset) : error.offset;
    problems.push(sayError(text, error));
    if (problems.length === 20) break;
  }
  return problems;
}

const WRONG_SYMBOL = 1;

function sayError(text: string, error: ParseError): Problem {
  const end = Math.min(text.length, error.offset + Math.max(1, error.length));
  const range = { start: Math.min(error.offset, text.length), end };
  const [code, message] = sentenceFor(text, error);
  const severity = code === 'json-comment' ? 'warning' : 'error';
  return { code, severity, message, range };
}

// The numbers are jsonc-parser’s `ParseErrorCode`, a const enum, which files that are compiled one by one cannot use.
function sentenceFor(text: string, error: ParseError): readonly [code: string, message: string] {
  const found = shown(text.slice(error.offset, error.offset + error.length));
  const before = previousToken(text, error.offset);
  switch (error.error) {
    case WRONG_SYMBOL:
      return ['json-symbol', `${found} is not JSON. Names and values are written in straight double quotes.`];
    case 2:
    case 13:
      return ['json-number', `${found} is not a number as JSON writes it.`];
    case 3:
      return before === ','
        ? TRAILING_COMMA
        : ['json-name', 'The name of an element is expected here, in double quotes.'];
    case 4:
      return before === ',' ? TRAILING_COMMA : ['json-value', `A value is missing after ${shown(before)}.`];
    case 5:
      return ['json-colon', `A colon is missing after ${shown(before)}.`];
    case 6:
      return ['json-comma', `A comma is missing after ${shown(before)}.`];
    case 7:
      return ['json-brace', 'A closing brace `}` is missing. The text seems to end too early.'];
    case 8:
      return ['json-bracket', 'A closing bracket `]` is missing. The text seems to end too early.'];
    case 9:
      return [
        'json-rest',
        'The policy ends before this place. Remove what follows, or paste it as a policy of its own.',
      ];
    case 10:
      return ['json-comment', 'JSON has no comments. This one was skipped; AWS would refuse the policy.'];
    case 12:
      return ['json-string-end', 'A closing double quote is missing at the end of this text.'];
    case 14:
    case 15:
      return [
        'json-escape',
        `${found} has a wrong escape. After a backslash JSON knows only \`" \\ / b f n r t\` and \`u\` with four digits.`,
      ];
    default:
      return ['json-character', 'A control character stands inside this text. Remove it, or write it as an escape.'];
  }
}

const TRAILING_COMMA = ['json-trailing-comma', 'The comma before this place has nothing after it. Remove it.'] as const;

function shown(found: string): string {
  const short = found.length > 40 ? `${found.slice(0, 40)}…` : found;
  return short.trim() === '' ? 'this place' : code(short);
}

/** The last word, string or sign before an offset, for "a comma is missing after …". */
function previousToken(text: string, offset: number): string {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  if (end === 0) return '';
  const last = text.charAt(end - 1);
  if (last === '"') {
    const open = text.lastIndexOf('"', end - 2);
    return open < 0 || end - open > 200 ? last : text.slice(open, end);
  }
  if (/[{}[\],:]/.test(last)) return last;
  let start = end - 1;
  while (start > 0 && end - start < 60 && /[\w.+-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}
