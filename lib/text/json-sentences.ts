import { lineEnd } from '@/lib/text/lines';
import type { Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

// What is wrong with a text that should be JSON, in sentences.

/** An error as jsonc-parser tells it: its number, and where. */
interface JsonError {
  readonly error: number;
  readonly offset: number;
  readonly length: number;
}

/** A byte-order mark, which is read over. */
export function markOf(text: string): readonly Problem[] {
  if (!text.startsWith('\uFEFF')) return [];
  const message = 'The text begins with an invisible byte-order mark. It was skipped; AWS may refuse it.';
  return [{ code: 'json-byte-order-mark', severity: 'warning', message, range: { start: 0, end: 1 } }];
}

/** The first typographic quote; there is one where they were read as straight ones. */
export function oddQuotesOf(text: string): readonly Problem[] {
  const start = text.search(/[“”„‟″«»]/);
  const message =
    'These are typographic quotes, as web pages and word processors make them. They were read as straight quotes; replace them with `"` before you save the policy.';
  return [{ code: 'json-typographic-quotes', severity: 'error', message, range: { start, end: start + 1 } }];
}

/**
 * One sentence per error; of several at one place the first alone, the rest follow from it. So do those behind
 * a wrong symbol on the same line.
 */
export function sayErrors(text: string, errors: readonly JsonError[]): readonly Problem[] {
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

function sayError(text: string, error: JsonError): Problem {
  const end = Math.min(text.length, error.offset + Math.max(1, error.length));
  const range = { start: Math.min(error.offset, text.length), end };
  const [code, message] = sentenceFor(text, error);
  const severity = code === 'json-comment' ? 'warning' : 'error';
  return { code, severity, message, range };
}

// The numbers are jsonc-parser’s `ParseErrorCode`, a const enum, which files that are compiled one by one cannot use.
function sentenceFor(text: string, error: JsonError): readonly [code: string, message: string] {
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
