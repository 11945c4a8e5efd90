import type { Comparer, Operand, Operator } from '@/lib/evaluation/operators/operator';
import { splitArn } from '@/lib/iam/arn';
import { matchesPartial } from '@/lib/request/context';
import { matchesPattern, type Pattern, type PatternToken } from '@/lib/text/wildcard';

/** Six parts, each compared as a pattern (C75 to C79); `ArnEquals` and `ArnLike` are one operator (C77). */
function prepare(operand: Operand): Comparer | undefined {
  if (operand.text === '*')
    return { compare: (value) => isSixParts(value) || 'malformed', comparePartial: () => true, fitsAll: false };
  const pattern = withinParts(operand);
  if (pattern === undefined) return undefined;
  return {
    compare: (value) => (isSixParts(value) ? matchesPattern(pattern, value) : 'malformed'),
    comparePartial: (value) => matchesPartial(pattern, value),
    fitsAll: false,
  };
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
