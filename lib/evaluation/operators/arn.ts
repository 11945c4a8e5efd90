import type { Comparer, Operand, Operator } from '@/lib/evaluation/operators/operator';
import { splitArn } from '@/lib/iam/arn';
import { matchesPartial, type PartialValue } from '@/lib/request/context';
import { type Pattern, type PatternToken, textMatcher } from '@/lib/text/wildcard';

/** Six parts, each compared as a pattern (C75 to C79); `ArnEquals` and `ArnLike` are one operator (C77). */
function prepare(operand: Operand): Comparer | undefined {
  // A star that a variable brought is no wildcard (C139).
  if (operand.text === '*' && operand.pattern[0]?.kind === 'any')
    return { compare: (value) => isSixParts(value) || 'malformed', comparePartial: isArnInPart, fitsAll: false };
  const pattern = withinParts(operand);
  if (pattern === undefined) return undefined;
  const matches = operand.openAt === undefined ? partByPart(operand.pattern) : textMatcher(pattern);
  return {
    compare: (value) => (isSixParts(value) ? matches(value) : 'malformed'),
    comparePartial: (value) => isArnInPart(value) && matchesPartial(pattern, value),
    fitsAll: false,
  };
}

/** The same as the whole pattern with its wildcards kept inside their parts, in linear time. */
function partByPart(pattern: Pattern): (value: string) => boolean {
  const parts = splitPattern(pattern).map(textMatcher);
  return (value) => splitArn(value).every((part, place) => parts[place]?.(part));
}

/** Splits a pattern at its first five colons. */
function splitPattern(pattern: Pattern): readonly Pattern[] {
  const parts: PatternToken[][] = [[]];
  for (const token of pattern) {
    const pieces = token.kind === 'text' && parts.length < 6 ? splitUpTo(token.text, 7 - parts.length) : [];
    if (pieces.length === 0) parts.at(-1)?.push(token);
    for (const [place, text] of pieces.entries()) {
      if (place > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ kind: 'text', text });
    }
  }
  return parts;
}

/** Splits a text at its colons into at most so many pieces; the last one keeps all further colons. */
function splitUpTo(text: string, most: number): readonly string[] {
  const pieces = text.split(':');
  return [...pieces.slice(0, most - 1), ...(pieces.length < most ? [] : [pieces.slice(most - 1).join(':')])];
}

/** Whether what is known of a value makes it an ARN: `aws:userid` is none, whatever its ID (C78). */
function isArnInPart({ forms }: PartialValue): boolean {
  return forms.every(([first]) => first?.kind === 'text' && isSixParts(first.text));
}

function isSixParts(value: string): boolean {
  const parts = splitArn(value);
  return parts.length === 6 && parts[0] === 'arn';
}

/**
 * Keeps `*` and `?` of the first five parts inside their part (C76). `undefined` for fewer than six parts (C78). An unknown
 * variable may stand for several parts, so behind one no part can be told any more (C79).
 */
function withinParts({ pattern, openAt }: Operand): Pattern | undefined {
  let colons = 0;
  const tokens = pattern.map((token, place): PatternToken => {
    if (token.kind === 'text') colons += token.text.split(':').length - 1;
    if (colons >= 5 || (openAt !== undefined && place >= openAt)) return token;
    if (token.kind === 'any') return { kind: 'notColons' };
    return token.kind === 'one' ? { kind: 'notColon' } : token;
  });
  return colons >= 5 || openAt !== undefined ? tokens : undefined;
}

export const ARN_OPERATORS: readonly Operator[] = [
  { name: 'ArnEquals', negatedName: 'ArnNotEquals', variables: true, wildcards: true, prepare },
  { name: 'ArnLike', negatedName: 'ArnNotLike', variables: true, wildcards: true, prepare },
];
