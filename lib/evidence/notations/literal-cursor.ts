// A place that moves through the source of a program: what is passed over between values.

/** A text and the place up to which it was read. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Nothing that follows can be told. */
  isBroken: boolean;
}

export function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === '`';
}

export function atEnd({ text, at }: Cursor): boolean {
  return at >= text.length;
}

export function atValueEnd({ text, at }: Cursor): boolean {
  const character = text.charAt(at);
  return character === '' || ',;}])\r\n#'.includes(character) || text.startsWith('//', at) || text.startsWith('=>', at);
}

export function skipSpaces(cursor: Cursor): void {
  while (cursor.text.charAt(cursor.at) === ' ' || cursor.text.charAt(cursor.at) === '\t') cursor.at++;
}

/** Blanks, line ends and comments, and the signs that are named. */
export function skipBlanks(cursor: Cursor, signs: string): void {
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

const LONGEST_EXPRESSION = 4000;

/** To the end of an expression: a comma, a closing bracket, or the end of a line that does not ask for more. */
export function skipExpression(cursor: Cursor): void {
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
export function skipToClosing(cursor: Cursor): void {
  skipBlanks(cursor, ',');
  while (!cursor.isBroken && cursor.text.charAt(cursor.at) !== ')') {
    const before = cursor.at;
    skipExpression(cursor);
    skipBlanks(cursor, ',;');
    if (cursor.at === before) cursor.isBroken = true;
  }
  cursor.at += 1;
}
