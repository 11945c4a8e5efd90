import type { Range } from '@/lib/text/range';

/** A token of JSON, or of what people write in its place. */
export interface JsonToken {
  readonly kind:
    | 'punctuation'
    | 'string'
    | 'singleString'
    | 'curlyString'
    | 'unclosedString'
    | 'number'
    | 'word'
    | 'comment'
    /** A blank that is none of JSON's, such as a no-break space. */
    | 'blank'
    | 'odd'
    | 'end';
  readonly range: Range;
  /** The first character that JSON cannot read. */
  readonly at: number;
  /** The token as JSON, where it is none and has one reading. */
  readonly mended?: string;
}

/** The token at or behind a place. White space of JSON's is skipped. */
export function nextToken(text: string, from: number): JsonToken {
  let start = from;
  while (' \t\n\r'.includes(text.charAt(start)) && start < text.length) start++;
  if (start >= text.length) return token('end', text.length, text.length);
  const first = text.charAt(start);
  if ('{}[]:,'.includes(first)) return token('punctuation', start, start + 1);
  if (first === '"') return straightString(text, start);
  if (first === "'") return quotedOtherwise(text, start, 'singleString', "'");
  if (DOUBLE.includes(first)) return quotedOtherwise(text, start, 'curlyString', `${DOUBLE}"`);
  if (SINGLE.includes(first)) return quotedOtherwise(text, start, 'curlyString', `${SINGLE}'`);
  if (first === '#' || text.startsWith('//', start)) return token('comment', start, lineEnd(text, start));
  if (text.startsWith('/*', start)) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? token('odd', start, start + 1) : token('comment', start, close + 2);
  }
  if (ODD_BLANKS.includes(first)) return token('blank', start, start + 1);
  return numberOrWord(text, start);
}

// Typographic quotes as word processors and web pages make them.
const DOUBLE = '“”„‟';
const SINGLE = '‘’‚‛';
const ODD_BLANKS = '\u00A0\u2007\u202F\u200B\u2028\u2029\uFEFF';

function token(kind: JsonToken['kind'], start: number, end: number, at = start, mended?: string): JsonToken {
  return { kind, range: { start, end }, at, ...(mended !== undefined && { mended }) };
}

function lineEnd(text: string, from: number): number {
  const rest = /[\r\n]/.exec(text.slice(from, from + 10_000));
  return rest ? from + rest.index : Math.min(text.length, from + 10_000);
}

/** A string in straight quotes: closed, not closed on its line, or closed by a typographic quote. */
function straightString(text: string, start: number): JsonToken {
  let at = start + 1;
  let tab = -1;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') break;
    if (character === '\\') {
      const length = escapeLength(text, at);
      if (length === 0) return token('odd', start, at + 1, at);
      at += length - 1;
    } else if (character === '\t' && tab < 0) tab = at;
    else if (text.charCodeAt(at) < 0x20 && character !== '\t') {
      return curlyEnd(text, start, at) ?? token('unclosedString', start, at, at);
    }
  }
  if (at >= text.length) return curlyEnd(text, start, at) ?? token('unclosedString', start, at, at);
  const end = at + 1;
  const curly = followsOddly(text, end) ? curlyEnd(text, start, at) : undefined;
  if (curly) return curly;
  if (tab < 0) return token('string', start, end);
  return token('string', start, end, tab, text.slice(start, end).replaceAll('\t', '\\t'));
}

/** Whether behind a string stands what cannot stand there, so that it probably ended before. */
function followsOddly(text: string, end: number): boolean {
  const next = text
    .slice(end, end + 200)
    .trimStart()
    .charAt(0);
  return next !== '' && !',:]}"'.includes(next);
}

/** A string that begins with a straight quote and ends with a typographic one before what may follow a string. */
function curlyEnd(text: string, start: number, limit: number): JsonToken | undefined {
  for (let at = start + 1; at < limit; at++) {
    if (!DOUBLE.includes(text.charAt(at)) || !/^\s{0,200}(?:[,:\]}]|$)/.test(text.slice(at + 1, at + 202))) continue;
    return token('curlyString', start, at + 1, at, `"${text.slice(start + 1, at)}"`);
  }
  return undefined;
}

/** A string in other quotes, which ends at the next of them. */
function quotedOtherwise(text: string, start: number, kind: JsonToken['kind'], closing: string): JsonToken {
  let content = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (closing.includes(character)) return token(kind, start, at + 1, start, `"${content}"`);
    if (character === '\n' || character === '\r') return token('odd', start, start + 1);
    if (character === '\\' && text.charAt(at + 1) === "'") {
      content += "'";
      at++;
    } else if (character === '\\') {
      const length = Math.max(1, escapeLength(text, at));
      content += length > 1 ? text.slice(at, at + length) : '\\\\';
      at += length - 1;
    } else content += character === '"' ? '\\"' : character === '\t' ? '\\t' : character;
  }
  return token('unclosedString', start, text.length, start);
}

/** The length of an escape that JSON knows, 0 for another one. */
function escapeLength(text: string, at: number): number {
  const letter = text.charAt(at + 1);
  if (letter === 'u') return /^[0-9A-Fa-f]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return letter !== '' && '"\\/bfnrt'.includes(letter) ? 2 : 0;
}

// No number and no name of an element is longer.
const LONGEST_WORD = 200;

function numberOrWord(text: string, start: number): JsonToken {
  const piece = text.slice(start, start + LONGEST_WORD);
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/.exec(piece)?.[0];
  if (number !== undefined) return token('number', start, start + number.length);
  const word = /^[A-Za-z_$][\w$.-]*/.exec(piece)?.[0];
  if (word !== undefined) return token('word', start, start + word.length);
  return token('odd', start, start + 1);
}
