import { readLiteral } from '@/lib/evidence/notations/literal';
import { objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import type { JsonNode } from '@/lib/text/json';
import type { Range } from '@/lib/text/range';

// Policies, events and decoded messages in the source or the output of a program: found by a member that only they have, and read from the
// brace around it.

// An event or a decoded message as Python prints it has single quotes around its keys.
const STATEMENT =
  /(?:\bStatement|(?<=['"`:])Statement)['"`]?\s{0,20}(?:=>|[:=])|'(?:eventSource|CloudTrailEvent|DecodedMessage|explicitDeny)'\s{0,8}:/g;
const MOST_PIECES = 100;
// How far the brace may be from the first statement.
const MOST_BEFORE = 20_000;

export interface LiteralPiece extends Range {
  readonly node: JsonNode;
}

/**
 * Every object around such a member that closes: whole where it was printed, else with the member or call that holds it; none within
 * `others`.
 */
export function literalPieces(text: string, others: readonly Range[]): readonly LiteralPiece[] {
  const printed = printedPieces(text, others);
  const known = [...others, ...printed].sort((one, other) => one.start - other.start);
  return [...printed, ...heldPieces(text, known)].sort((one, other) => one.start - other.start);
}

const PRINTED = /^[ \t]{0,8}(?=[{[]\s{0,40}['"A-Za-z{[])/gm;
// How often what begins a line and does not close is stepped over.
const MOST_STEPS = 5;

/** Objects and lists that begin a line, as Python and Node.js print answers: their other members tell whose policy it is. */
function printedPieces(text: string, others: readonly Range[]): readonly LiteralPiece[] {
  if (text.search(STATEMENT) < 0) return [];
  const pieces: LiteralPiece[] = [];
  const beginning = new RegExp(PRINTED);
  let steps = 0;
  let other = 0;
  for (let match = beginning.exec(text); match && steps < MOST_STEPS; match = beginning.exec(text)) {
    const start = match.index + match[0].length;
    beginning.lastIndex = start + 1;
    while (other < others.length && (others[other]?.end ?? 0) <= start) other++;
    if ((others[other]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const literal = readLiteral(text, start);
    if (literal === undefined) steps += 1;
    else if (text.slice(start, literal.end).search(STATEMENT) >= 0) {
      pieces.push({ start, end: literal.end, node: literal.node });
      beginning.lastIndex = literal.end;
    }
  }
  return pieces;
}

function heldPieces(text: string, others: readonly Range[]): readonly LiteralPiece[] {
  const pieces: LiteralPiece[] = [];
  const statement = new RegExp(STATEMENT);
  let tries = 0;
  let other = 0;
  for (let match = statement.exec(text); match && tries < MOST_PIECES; match = statement.exec(text)) {
    while (other < others.length && (others[other]?.end ?? 0) <= match.index) other++;
    const around = others[other];
    if (around && around.start <= match.index) {
      statement.lastIndex = around.end;
      continue;
    }
    tries += 1;
    const start = openingBefore(text, match.index, pieces.at(-1)?.end ?? 0);
    const literal = start === undefined ? undefined : readLiteral(text, start);
    if (start === undefined || literal === undefined) continue;
    pieces.push({ start, end: literal.end, node: held(text.slice(Math.max(0, start - 400), start), literal.node) });
    statement.lastIndex = Math.max(statement.lastIndex, literal.end);
  }
  return pieces;
}

/** The brace that is still open at a place, or the parenthesis of `dict(…)`. */
function openingBefore(text: string, at: number, from: number): number | undefined {
  let depth = 0;
  for (let place = at - 1; place >= Math.max(from, at - MOST_BEFORE); place--) {
    const character = text.charAt(place);
    if ('}])'.includes(character)) depth++;
    else if ('{[('.includes(character) && depth-- === 0) return character === '{' ? place : undefined;
  }
  return undefined;
}

const HOLDER = /([A-Za-z_]\w{0,60})['"]?\s{0,20}(?:=>|[:=])\s{0,20}(?:(?:new\s{1,8})?[\w.$]{1,80}\(\s{0,20}){0,2}$/;
const NAMED = /\b((?:Policy|Role|User|Group)Name)['"]?\s{0,20}(?:=>|[:=])\s{0,20}['"`]([\w+=,.@/-]{1,128})['"`]/g;

/** The value as a member of what holds it: `AssumeRolePolicyDocument: {…}`, or a call with `PolicyName="…"` beside it. */
function held(before: string, value: JsonNode): JsonNode {
  const key = HOLDER.exec(before)?.[1];
  const call = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}'), before.lastIndexOf(')')) + 1);
  const names = Array.from(call.matchAll(NAMED), ([, name = '', text = '']) => [name, textNode(text)] as const);
  return key === undefined ? value : objectNode([...names, [key, value]]);
}
