import { findBracket } from '@/lib/text/brackets';
import { HARMLESS_PROBLEMS, type JsonNode, MAX_JSON_LENGTH, parseJson } from '@/lib/text/json';

/** A JSON value found in a text, with the text it was cut from. */
export interface JsonPiece {
  readonly text: string;
  readonly node: JsonNode;
  readonly start: number;
  readonly end: number;
  /** Nothing is missing in it; at most it has comments and commas that JSON does not know. */
  readonly isWhole: boolean;
}

const MOST_PIECES = 2000;
// The details of an account have some millions of characters.
const MAX_PIECE = 5_000_000;
// How often a brace that does not close, or closes too far away, is stepped over to look behind it.
const MOST_STEPS = 20;

/**
 * Every JSON object or list of a text that stands by itself, in its order. Linear: each character is looked at once, but for a
 * bounded number of steps into what is too large or does not close.
 */
export function jsonPieces(text: string): readonly JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let at = 0;
  let steps = 0;
  while (pieces.length < MOST_PIECES) {
    const start = nextOpening(text, at);
    if (start < 0) return pieces;
    const end = closingOf(text, start);
    const piece = end === undefined || end - start <= MAX_PIECE ? pieceAt(text, start, end) : undefined;
    if (piece) pieces.push(piece);
    const isStep = piece === undefined && (end === undefined || end - start > MAX_PIECE) && steps++ < MOST_STEPS;
    at = isStep ? start + 1 : (end ?? text.length);
  }
  return pieces;
}

/** Braces of prose and of programs are no JSON; a policy that is half typed still is, and an event that was cut. */
function pieceAt(text: string, start: number, end: number | undefined): JsonPiece | undefined {
  // What does not close is tried at several places, so it has to be short.
  if ((end ?? text.length) - start > (end === undefined ? MAX_JSON_LENGTH : MAX_PIECE)) return undefined;
  const cut = end === undefined ? withoutCutValue(text.slice(start)) : text.slice(start, end);
  const { value, problems } = parseJson(cut, MAX_PIECE);
  const isBroken = problems.some((problem) => problem.severity === 'error');
  if (value === undefined || (isBroken && !isWorthReading(cut))) return undefined;
  const isWhole = end !== undefined && problems.every(({ code }) => HARMLESS_PROBLEMS.includes(code));
  return { text: cut, node: value, start, end: end ?? text.length, isWhole };
}

// Sentences and events say what they say as far as they go.
const READ_AS_FAR = /"(?:errorMessage|CloudTrailEvent|DecodedMessage)"\s{0,8}:\s{0,8}$/;

/** An event that ends within a text loses that text: the beginning of an address or a name is another one. */
function withoutCutValue(text: string): string {
  if (!/"event(?:Name|Source)"|"CloudTrailEvent"/.test(text)) return text;
  let opened = -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === 34) opened = opened < 0 ? i : -1;
  }
  return opened < 0 || READ_AS_FAR.test(text.slice(Math.max(0, opened - 60), opened)) ? text : text.slice(0, opened);
}

function nextOpening(text: string, from: number): number {
  const opening = /\{\s{0,200}["“”„‟″«»}]|\[\s{0,200}[{["]/g;
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** Behind the bracket that closes the one at `start`; `undefined` where none does. */
export function closingOf(text: string, start: number): number | undefined {
  const closing = findBracket(text, (depth) => depth === 0, { from: start });
  return closing === undefined ? undefined : closing + 1;
}

function isWorthReading(text: string): boolean {
  return (
    (/["“”„]Statement["“”]/.test(text) && /["“”„]Effect["“”]/.test(text)) ||
    (/"event(?:Name|Source)"/.test(text) && /"event(?:Version|Time)"|"(?:userIdentity|errorCode)"/.test(text)) ||
    /"CloudTrailEvent"|"DecodedMessage"|"(?:explicitDeny|matchedStatements)"/.test(text)
  );
}
