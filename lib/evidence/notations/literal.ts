import {
  atEnd,
  atValueEnd,
  type Cursor,
  isQuote,
  skipBlanks,
  skipExpression,
  skipSpaces,
  skipToClosing,
} from '@/lib/evidence/notations/literal-cursor';
import { readHeredoc, readString } from '@/lib/evidence/notations/literal-text';
import { arrayNode, objectNode, textNode, wordNode } from '@/lib/evidence/notations/plain-node';
import { referenceText } from '@/lib/policy/open-references';
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

const MOST_LEVELS = 64;

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
  const text = value.kind === 'string' ? readTextsBeside(cursor, value.text) : undefined;
  skipSpaces(cursor);
  // TypeScript says what a literal is meant as.
  const meant = /^(?:as|satisfies)[ \t]{1,8}[\w.[\]]{1,80}/.exec(cursor.text.slice(cursor.at, cursor.at + 100))?.[0];
  cursor.at += meant?.length ?? 0;
  skipSpaces(cursor);
  if (atValueEnd(cursor)) return text === undefined ? value : textNode(text);
  if (text !== undefined && cursor.text.charAt(cursor.at) === '+') return readSum(cursor, text, depth);
  return readExpression(cursor, start);
}

/**
 * Python puts texts together that stand side by side, as it prints long ones. In a list a comma may be missing instead, and a text that
 * something is given to is the next member's name.
 */
function readTextsBeside(cursor: Cursor, first: string): string {
  let out = first;
  while (!cursor.isBroken && /^\s{0,20}[{[]|\s$/.test(out)) {
    const { at } = cursor;
    skipBlanks(cursor, '');
    const next = cursor.at > at && /['"]/.test(cursor.text.charAt(cursor.at)) ? readString(cursor, '') : undefined;
    const end = cursor.at;
    skipBlanks(cursor, '');
    if (next === undefined || /[:={]/.test(cursor.text.charAt(cursor.at))) {
      cursor.at = at;
      return out;
    }
    cursor.at = end;
    out += next;
  }
  return out;
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
  // YAML in one line has no quotes around them.
  Allow: textNode('Allow'),
  Deny: textNode('Deny'),
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
  if (heredoc) return textNode(readHeredoc(cursor, heredoc[0].length, heredoc[1] ?? ''));
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

/** What is no value: it stands as an open reference. */
function readExpression(cursor: Cursor, start: number): JsonNode {
  cursor.at = start;
  skipExpression(cursor);
  return textNode(referenceText(cursor.text.slice(start, cursor.at)));
}
