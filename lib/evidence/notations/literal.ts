import { arrayNode, objectNode, textNode, wordNode } from '@/lib/evidence/notations/plain-node';
import { openReferences, referenceText } from '@/lib/policy/open-references';
import type { JsonNode } from '@/lib/text/json';

// Objects as programs and Terraform write them: keys without quotes, single quotes, `=` and `=>`, comments, commas or line ends between
// members, True and None, heredocs. What is no value but an expression stands as `${expression}`.

/** A value that was read, and where it ends. */
export interface Literal {
  readonly node: JsonNode;
  readonly end: number;
}

/** Reads the object or list that begins at `start`; `undefined` where it does not close. Linear in what it reads. */
export function readLiteral(text: string, start: number): Literal | undefined {
  const cursor: Cursor = { text, at: start, isBroken: false };
  const node = readBrackets(cursor, 0);
  return node === undefined || cursor.isBroken ? undefined : { node, end: cursor.at };
}

interface Cursor {
  readonly text: string;
  at: number;
  /** Nothing that follows can be told. */
  isBroken: boolean;
}

const MOST_LEVELS = 64;
const LONGEST_EXPRESSION = 4000;

function readBrackets(cursor: Cursor, depth: number): JsonNode | undefined {
  if (depth > MOST_LEVELS) cursor.isBroken = true;
  if (cursor.isBroken) return undefined;
  if (cursor.text.charAt(cursor.at) === '{') return readObject(cursor, '}', depth);
  return cursor.text.charAt(cursor.at) === '[' ? readArray(cursor, depth) : undefined;
}

type Member = readonly [key: string, value: JsonNode];

function readObject(cursor: Cursor, close: '}' | ')' | ']', depth: number): JsonNode {
  cursor.at += 1;
  const members: Member[] = [];
  while (!cursor.isBroken) {
    skipBlanks(cursor, ',;');
    if (atEnd(cursor)) break;
    if (cursor.text.charAt(cursor.at) === close) {
      cursor.at += 1;
      return objectNode(members);
    }
    const member = readMember(cursor, depth);
    if (member) members.push(member);
  }
  cursor.isBroken = true;
  return objectNode(members);
}

function readMember(cursor: Cursor, depth: number): Member | undefined {
  const before = cursor.at;
  const key = readKey(cursor);
  if (key === undefined) {
    // Members of another object, a method: nothing that a policy has.
    skipExpression(cursor);
    if (cursor.at === before) cursor.isBroken = true;
    return undefined;
  }
  skipBlanks(cursor, '');
  const sign = /^(?:=>|[:=])/.exec(cursor.text.slice(cursor.at, cursor.at + 2))?.[0];
  if (sign !== undefined) {
    cursor.at += sign.length;
    skipBlanks(cursor, '');
    return [key, readValue(cursor, depth + 1)];
  }
  return readBlock(cursor, key, depth) ?? [key, textNode(referenceText(key))];
}

/** Terraform's blocks: `principals { … }`, `inline_policy "name" { … }`. */
function readBlock(cursor: Cursor, key: string, depth: number): Member | undefined {
  const labels = /^(?:"[^"\n]{1,200}"[ \t]{0,20}){0,3}(?=\{)/.exec(cursor.text.slice(cursor.at, cursor.at + 700))?.[0];
  if (labels === undefined) return undefined;
  cursor.at += labels.length;
  const block = readBrackets(cursor, depth + 1);
  return block && [key, block];
}

const BARE_KEY = /^[\p{L}_$@][\p{L}\d_$.@-]{0,200}/u;

function readKey(cursor: Cursor): string | undefined {
  const character = cursor.text.charAt(cursor.at);
  if (isQuote(character)) return readString(cursor, '');
  const bare = BARE_KEY.exec(cursor.text.slice(cursor.at, cursor.at + 202))?.[0];
  if (bare === undefined) return undefined;
  cursor.at += bare.length;
  return bare;
}

function readArray(cursor: Cursor, depth: number): JsonNode {
  const before = cursor.at;
  cursor.at += 1;
  const items: JsonNode[] = [];
  while (!cursor.isBroken) {
    skipBlanks(cursor, ',;');
    if (atEnd(cursor)) break;
    if (cursor.text.charAt(cursor.at) === ']') {
      cursor.at += 1;
      return arrayNode(items);
    }
    const at = cursor.at;
    items.push(readValue(cursor, depth + 1));
    skipSpaces(cursor);
    // PHP writes objects in square brackets.
    if (items.length === 1 && cursor.text.startsWith('=>', cursor.at)) {
      cursor.at = before;
      return readObject(cursor, ']', depth);
    }
    if (cursor.at === at) break;
  }
  cursor.isBroken = true;
  return arrayNode(items);
}

function readValue(cursor: Cursor, depth: number): JsonNode {
  const start = cursor.at;
  const value = readTerm(cursor, depth);
  if (value === undefined || cursor.isBroken) return value ?? readExpression(cursor, start);
  skipSpaces(cursor);
  // TypeScript says what a literal is meant as.
  const meant = /^(?:as|satisfies)[ \t]{1,8}[\w.[\]]{1,80}/.exec(cursor.text.slice(cursor.at, cursor.at + 100))?.[0];
  cursor.at += meant?.length ?? 0;
  skipSpaces(cursor);
  if (atValueEnd(cursor)) return value;
  if (value.kind === 'string' && cursor.text.charAt(cursor.at) === '+') return readSum(cursor, value.text, depth);
  return readExpression(cursor, start);
}

/** Texts that are put together from several. */
function readSum(cursor: Cursor, first: string, depth: number): JsonNode {
  let text = first;
  while (cursor.text.charAt(cursor.at) === '+' && !cursor.isBroken) {
    cursor.at += 1;
    skipBlanks(cursor, '');
    const start = cursor.at;
    const next = isQuote(cursor.text.charAt(start)) ? readTerm(cursor, depth) : undefined;
    if (next?.kind === 'string') text += next.text;
    else text += referenceText(skippedOperand(cursor));
    skipSpaces(cursor);
  }
  return textNode(text);
}

function skippedOperand(cursor: Cursor): string {
  const operand = /^[\w.$[\]()]{1,200}/.exec(cursor.text.slice(cursor.at, cursor.at + 200))?.[0] ?? '';
  if (operand === '') cursor.isBroken = true;
  cursor.at += operand.length;
  return operand;
}

const WORDS: Readonly<Record<string, JsonNode>> = {
  true: wordNode('boolean', 'true'),
  True: wordNode('boolean', 'true'),
  false: wordNode('boolean', 'false'),
  False: wordNode('boolean', 'false'),
  null: wordNode('null', 'null'),
  None: wordNode('null', 'null'),
  nil: wordNode('null', 'null'),
  undefined: wordNode('null', 'null'),
};

// Calls whose argument is the value.
const WRAPPERS =
  /^(?:new[ \t]{1,8})?(?:[\w$]{1,60}\.){0,6}(?:jsonencode|stringify|dumps|fromJson|fromJSON|jsonStringify|tolist|toset|tomap|try|json_encode|to_json)\s{0,20}\(\s{0,200}/;

function readTerm(cursor: Cursor, depth: number): JsonNode | undefined {
  if (depth > MOST_LEVELS) cursor.isBroken = true;
  if (cursor.isBroken) return undefined;
  const character = cursor.text.charAt(cursor.at);
  if (character === '{' || character === '[') return readBrackets(cursor, depth);
  if (character === '(') return readGroup(cursor, depth);
  const near = cursor.text.slice(cursor.at, cursor.at + 400);
  const [, prefix = ''] = /^([fFrRbBuU]{0,2})(?=["'])/.exec(near) ?? [];
  if (isQuote(character) || prefix !== '') {
    cursor.at += prefix.length;
    return textNode(readString(cursor, prefix.toLowerCase()));
  }
  const heredoc = /^<<[-~]?["']?([A-Za-z_]\w{0,60})["']?[^\n]{0,80}\n/.exec(near);
  if (heredoc) return readHeredoc(cursor, heredoc[0].length, heredoc[1] ?? '');
  const number = /^-?\d{1,40}(?:\.\d{1,40})?(?![\w.])/.exec(near)?.[0];
  if (number !== undefined) {
    cursor.at += number.length;
    return wordNode('number', number);
  }
  const word = /^[A-Za-z]{1,12}(?![\w.([])/.exec(near)?.[0] ?? '';
  if (Object.hasOwn(WORDS, word)) {
    cursor.at += word.length;
    return WORDS[word];
  }
  return readCall(cursor, near, depth);
}

function readCall(cursor: Cursor, near: string, depth: number): JsonNode | undefined {
  if (/^dict\s{0,20}\(/.test(near)) {
    cursor.at += near.indexOf('(');
    return readObject(cursor, ')', depth);
  }
  const wrapper = WRAPPERS.exec(near)?.[0];
  if (wrapper === undefined) return undefined;
  cursor.at += wrapper.length;
  const value = readValue(cursor, depth + 1);
  skipToClosing(cursor);
  return value;
}

/** Parentheses around a value; Python puts texts together that stand side by side in them. */
function readGroup(cursor: Cursor, depth: number): JsonNode {
  cursor.at += 1;
  const items: JsonNode[] = [];
  let isList = false;
  while (!cursor.isBroken) {
    skipBlanks(cursor, '');
    if (atEnd(cursor)) break;
    const character = cursor.text.charAt(cursor.at);
    if (character === ')') {
      cursor.at += 1;
      if (isList || items.length === 0) return arrayNode(items);
      const texts = items.flatMap((item) => (item.kind === 'string' ? [item.text] : []));
      return items.length === texts.length ? textNode(texts.join('')) : (items[0] ?? arrayNode([]));
    }
    if (character === ',') {
      isList = true;
      cursor.at += 1;
      continue;
    }
    const at = cursor.at;
    const item = readTerm(cursor, depth + 1);
    items.push(item ?? readExpression(cursor, at));
    if (cursor.at === at) break;
  }
  cursor.isBroken = true;
  return arrayNode(items);
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\n': '' };

/** A text in quotes, also three of them; `prefix`: Python's letters before it. */
function readString(cursor: Cursor, prefix: string): string {
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

/** `${…}` of templates and of Terraform, `{…}` of Python's f-strings. Policy variables stay what they are. */
function readInsertion(cursor: Cursor, prefix: string): string | undefined {
  const { text, at } = cursor;
  if (text.startsWith('$${', at)) {
    cursor.at += 3;
    return '${';
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

function readHeredoc(cursor: Cursor, head: number, word: string): JsonNode {
  const start = cursor.at + head;
  const end = new RegExp(`^[ \\t]*${word}(?!\\w)`, 'm');
  const found = end.exec(cursor.text.slice(start));
  if (found === null) cursor.isBroken = true;
  cursor.at = found === null ? cursor.text.length : start + found.index + found[0].length;
  return textNode(cursor.text.slice(start, start + (found?.index ?? 0)));
}

/** What is no value: it stands as an open reference. */
function readExpression(cursor: Cursor, start: number): JsonNode {
  cursor.at = start;
  skipExpression(cursor);
  return textNode(referenceText(cursor.text.slice(start, cursor.at)));
}

/** To the end of an expression: a comma, a closing bracket, or the end of a line that does not ask for more. */
function skipExpression(cursor: Cursor): void {
  const { text } = cursor;
  const stop = Math.min(text.length, cursor.at + LONGEST_EXPRESSION);
  let depth = 0;
  let quote = '';
  let last = '';
  for (; cursor.at < stop; cursor.at++) {
    const character = text.charAt(cursor.at);
    if (quote !== '') {
      if (character === '\\') cursor.at++;
      else if (character === quote) quote = '';
      continue;
    }
    if (isQuote(character)) quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) return;
    else if (depth === 0 && (',;'.includes(character) || (character === '\n' && !'+-*/.?:=&|'.includes(last || ' '))))
      return;
    if (character.trim() !== '') last = character;
  }
  if (cursor.at >= stop) cursor.isBroken = true;
}

/** Behind the parenthesis that ends a call. */
function skipToClosing(cursor: Cursor): void {
  skipBlanks(cursor, ',');
  while (!cursor.isBroken && cursor.text.charAt(cursor.at) !== ')') {
    const before = cursor.at;
    skipExpression(cursor);
    skipBlanks(cursor, ',;');
    if (cursor.at === before) cursor.isBroken = true;
  }
  cursor.at += 1;
}

function atEnd({ text, at }: Cursor): boolean {
  return at >= text.length;
}

function atValueEnd({ text, at }: Cursor): boolean {
  const character = text.charAt(at);
  return character === '' || ',;}])\r\n#'.includes(character) || text.startsWith('//', at) || text.startsWith('=>', at);
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text.charAt(cursor.at) === ' ' || cursor.text.charAt(cursor.at) === '\t') cursor.at++;
}

/** Blanks, line ends and comments, and the signs that are named. */
function skipBlanks(cursor: Cursor, signs: string): void {
  const { text } = cursor;
  for (;;) {
    const character = text.charAt(cursor.at);
    if (character === '') return;
    if (character.trim() === '' || signs.includes(character)) cursor.at += 1;
    else if (character === '#' || text.startsWith('//', cursor.at)) cursor.at = endOr(text, '\n', cursor.at);
    else if (text.startsWith('/*', cursor.at)) cursor.at = endOr(text, '*/', cursor.at) + 2;
    else return;
  }
}

function endOr(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end < 0 ? text.length : end;
}
