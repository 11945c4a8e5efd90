import { type Cursor, isQuote } from '@/lib/evidence/notations/literal-cursor';
import { openReferences, referenceText } from '@/lib/policy/open-references';

// Texts as programs and Terraform write them: in quotes of every kind, and as heredocs.

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/** A text in quotes, also three of them; `prefix`: Python's letters before it. */
export function readString(cursor: Cursor, prefix: string): string {
  const quote = cursor.text.charAt(cursor.at);
  const isTriple = cursor.text.startsWith(quote.repeat(3), cursor.at) && quote !== '`';
  const close = isTriple ? quote.repeat(3) : quote;
  cursor.at += close.length;
  let out = '';
  for (;;) {
    const character = cursor.text.charAt(cursor.at);
    if (character === '' || (character === '\n' && !isTriple && quote !== '`')) {
      cursor.isBroken = true;
      return out;
    }
    if (cursor.text.startsWith(close, cursor.at)) {
      cursor.at += close.length;
      return out;
    }
    if (character === '\\' && !prefix.includes('r')) {
      out += readEscape(cursor);
      continue;
    }
    const inserted = readInsertion(cursor, prefix);
    out += inserted ?? character;
    if (inserted === undefined) cursor.at += 1;
  }
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const [unit] = /^[0-9a-fA-F]{4}/.exec(cursor.text.slice(cursor.at + 2, cursor.at + 6)) ?? [];
  if (letter === 'u' && unit !== undefined) {
    cursor.at += 6;
    return String.fromCharCode(Number.parseInt(unit, 16));
  }
  cursor.at += 2;
  return Object.hasOwn(CONTROL, letter) ? (CONTROL[letter] ?? '') : letter;
}

// Terraform's `$${` and `%%{` stand for `${` and `%{`.
const ESCAPED_INSERTION = /^(?:\$\$|%%)\{/;

/** `${…}` of templates and of Terraform, `{…}` of Python's f-strings. Policy variables stay what they are. */
function readInsertion(cursor: Cursor, prefix: string): string | undefined {
  const { text, at } = cursor;
  if (ESCAPED_INSERTION.test(text.slice(at, at + 3))) {
    cursor.at += 3;
    return text.slice(at + 1, at + 3);
  }
  const isFormat = prefix.includes('f') && text.charAt(at) === '{';
  if (isFormat && text.charAt(at + 1) === '{') {
    cursor.at += 2;
    return '{';
  }
  if (prefix.includes('f') && text.startsWith('}}', at)) {
    cursor.at += 2;
    return '}';
  }
  const open = isFormat ? at + 1 : text.startsWith('${', at) ? at + 2 : undefined;
  const end = open === undefined ? undefined : insertionEnd(text, open);
  if (open === undefined || end === undefined) return undefined;
  cursor.at = end + 1;
  const whole = `\${${text.slice(open, end)}}`;
  const isVariable = !isFormat && openReferences(whole).length === 0 && /^\$\{[^{}"]+\}$/.test(whole);
  return isVariable ? whole : referenceText(text.slice(open, end));
}

/** The brace that ends an insertion; texts within it may hold braces of their own. */
function insertionEnd(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length && at - from < 500; at++) {
    const character = text.charAt(at);
    if (character === '\n') return undefined;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (isQuote(character)) quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return undefined;
}

/** The lines up to the one that begins with `word`; `head`: how long the line is that opens them. */
export function readHeredoc(cursor: Cursor, head: number, word: string): string {
  const start = cursor.at + head;
  const end = new RegExp(`^[ \\t]*${word}(?!\\w)`, 'm');
  const found = end.exec(cursor.text.slice(start));
  if (found === null) cursor.isBroken = true;
  cursor.at = found === null ? cursor.text.length : start + found.index + found[0].length;
  return cursor.text.slice(start, start + (found?.index ?? 0)).replace(/\$(?=\$\{)|%(?=%\{)/g, '');
}
