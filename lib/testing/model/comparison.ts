import { isOpen, literal, lower, meet, type Pattern, wild } from '@/lib/testing/model/pattern';
import type { Truth } from '@/lib/testing/model/truth';
import {
  compare,
  contains,
  readBinary,
  readBool,
  readDate,
  readNetwork,
  readNumber,
  writeSeconds,
} from '@/lib/testing/model/values';
import { type Lookup, substitute } from '@/lib/testing/model/variables';

// One policy value against one request value (C30).

/** The base operators without their negated forms, which are the exact opposite (C31). */
export type Base =
  | 'StringEquals'
  | 'StringEqualsIgnoreCase'
  | 'StringLike'
  | 'NumericEquals'
  | 'NumericLessThan'
  | 'NumericLessThanEquals'
  | 'NumericGreaterThan'
  | 'NumericGreaterThanEquals'
  | 'DateEquals'
  | 'DateLessThan'
  | 'DateLessThanEquals'
  | 'DateGreaterThan'
  | 'DateGreaterThanEquals'
  | 'Bool'
  | 'BinaryEquals'
  | 'IpAddress'
  | 'Arn'
  | 'Null';

/** A policy value, and what its place in the policy adds to it. */
export interface Value {
  readonly text: string;
  readonly version: string;
  readonly lookup: Lookup;
}

/** What a request value is: a text, or a pattern where it is known in part. */
export interface Compared {
  readonly key: string;
  readonly text: string | undefined;
  readonly pattern: Pattern;
}

export function known(key: string, text: string): Compared {
  return { key, text, pattern: literal(text) };
}

/** Whether the value matches; U where an unknown variable decides (C166). */
export function compareOne(base: Base, policy: Value, request: Compared): Truth {
  switch (base) {
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
    case 'StringLike':
      return compareText(base, policy, request);
    case 'Arn':
      return compareArn(policy, request);
    case 'Bool':
      return compareBool(policy, request);
    default:
      return request.text !== undefined && comparePlain(base, policy.text, request.text, request.key) ? 'T' : 'F';
  }
}

/** Fits for sure, may fit because of something unknown, or cannot fit. */
function outcomeOf(policy: Pattern, request: Pattern, arn = false): Truth {
  if (!meet(policy, request, arn)) return 'F';
  return isOpen(policy) || isOpen(request) ? 'U' : 'T';
}

/** C35, C36, C37. */
function compareText(base: Base, policy: Value, request: Compared): Truth {
  const pattern = substitute(policy.text, policy.version, policy.lookup, base === 'StringLike');
  if (pattern === undefined) return 'F'; // C143
  if (base === 'StringEqualsIgnoreCase') return outcomeOf(lower(pattern), lower(request.pattern));
  return outcomeOf(pattern, request.pattern);
}

/** C75 to C79. */
function compareArn(policy: Value, request: Compared): Truth {
  const pattern = substitute(policy.text, policy.version, policy.lookup, true);
  if (pattern === undefined || !isArn(request.pattern)) return 'F';
  const lone = policy.text === '*';
  return outcomeOf(lone ? wild('*') : pattern, request.pattern, !lone);
}

/** C78: six parts, of which the first is `arn`. */
function isArn(pattern: Pattern): boolean {
  const before = pattern.findIndex((piece) => typeof piece === 'string');
  const text = pattern
    .slice(0, before < 0 ? undefined : before)
    .map((piece) => (typeof piece === 'string' ? '' : piece.char));
  return /^arn:([^:]*:){4}/.test(text.join(''));
}

/** C55, C61. */
function compareBool(policy: Value, request: Compared): Truth {
  const pattern = substitute(policy.text, policy.version, policy.lookup, false);
  const given = request.text === undefined ? undefined : readBool(request.text);
  if (pattern === undefined || given === undefined) return 'F';
  return outcomeOf(lower(pattern), literal(given));
}

function comparePlain(base: Base, policy: string, request: string, key: string): boolean {
  if (base === 'BinaryEquals') return readBinary(policy) !== undefined && policy === request;
  if (base === 'IpAddress') {
    const [outer, inner] = [readNetwork(policy), readNetwork(request)];
    return outer !== undefined && inner !== undefined && contains(outer, inner);
  }
  const numeric = base.startsWith('Numeric');
  const [v, r] = numeric
    ? [readNumber(policy), readNumber(number(request, key))]
    : [readDate(policy), readDate(request)];
  if (v === undefined || r === undefined) return false; // C33
  const order = compare(r, v);
  if (base.endsWith('LessThan')) return order < 0;
  if (base.endsWith('LessThanEquals')) return order <= 0;
  if (base.endsWith('GreaterThan')) return order > 0;
  if (base.endsWith('GreaterThanEquals')) return order >= 0;
  return order === 0;
}

/** C46: only `aws:EpochTime` in ISO form has a number of its own. */
function number(request: string, key: string): string {
  if (key.toLowerCase() !== 'aws:epochtime' || readNumber(request) !== undefined) return request;
  const instant = readDate(request);
  return instant === undefined ? request : writeSeconds(instant);
}

/** Whether a value can match nothing at all: malformed (C33), or without value (C143). */
export function matchesNothing(base: Base, policy: Value): boolean {
  const textual = base.startsWith('String') || base === 'Arn' || base === 'Bool';
  const pattern = textual ? substitute(policy.text, policy.version, policy.lookup, base !== 'StringEquals') : [];
  if (pattern === undefined) return true;
  if (base.startsWith('String')) return false;
  if (base === 'Arn') {
    const colons = pattern.filter((piece) => typeof piece !== 'string' && piece.char === ':').length;
    return policy.text !== '*' && colons < 5 && !pattern.includes('gap');
  }
  if (base === 'Bool') return !isOpen(pattern) && readBool(join(pattern)) === undefined;
  if (base === 'BinaryEquals') return readBinary(policy.text) === undefined;
  if (base === 'IpAddress') return readNetwork(policy.text) === undefined;
  return (base.startsWith('Numeric') ? readNumber(policy.text) : readDate(policy.text)) === undefined;
}

function join(pattern: Pattern): string {
  return pattern.map((piece) => (typeof piece === 'string' ? '' : piece.char)).join('');
}

/** Whether a list of values matches whatever the request may hold (C163). */
export function matchesAll(base: Base, policies: readonly Value[]): boolean {
  if (base === 'StringLike') {
    const patterns = policies.map(({ text, version, lookup }) => substitute(text, version, lookup, true) ?? []);
    return patterns.some((pattern) => pattern.length > 0 && pattern.every((piece) => piece === 'run'));
  }
  if (base !== 'Bool') return false;
  const words = policies.map((policy) => readBool(policy.text));
  return words.includes('true') && words.includes('false');
}
