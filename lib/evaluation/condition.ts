import { type CompiledKey, compileKey, decideKey } from '@/lib/evaluation/condition-key';
import { certain, dependsOn, distinct, every, match } from '@/lib/evaluation/match';
import { readOperator } from '@/lib/evaluation/operators';
import type { Comparison, ElementTrace, Match, Unknown } from '@/lib/evaluation/verdict';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionElement, ConditionOperator, PolicyVersion } from '@/lib/policy/document';
import { type Certainty, type KeyState, type RequestContext, withKeys } from '@/lib/request/context';
import type { Located, Range } from '@/lib/text/range';

/** A Condition, ready to be compared. */
export interface CompiledCondition {
  readonly range: Range;
  /** `unreadable`: no part of it can be told (C2). */
  readonly operators: readonly CompiledOperator[] | 'unreadable';
}

interface CompiledOperator {
  readonly operator: Located<string>;
  readonly range: Range;
  /** `unreadable`: an unknown operator, or no object of keys; it may restrict, so it never holds and never fails (C2, C10). */
  readonly keys: readonly CompiledKey[] | 'unreadable';
}

export function compileCondition({ range, operators }: ConditionElement, version: PolicyVersion): CompiledCondition {
  if (operators === 'unreadable') return { range, operators };
  return { range, operators: operators.map((operator) => compileOperator(operator, version)) };
}

function compileOperator({ operator, range, keys }: ConditionOperator, version: PolicyVersion): CompiledOperator {
  const written = readOperator(operator.value);
  if (keys === 'unreadable' || written === undefined) return { operator, range, keys: 'unreadable' };
  return { operator, range, keys: keys.map((key) => compileKey(written, key, version)) };
}

/** Says of a part of a policy that could not be read where it stands. */
type Unreadable = (range: Range) => Unknown;

/**
 * A statement's Condition: every operator and every key must hold (C3, C4). An unknown key in several places is one fact, so
 * an outcome that is the same with and without it is certain (C165).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function traceConditions(
  conditions: readonly CompiledCondition[],
  unreadable: Unreadable,
  context: RequestContext,
): readonly ElementTrace[] {
  const traces = conditions.map((condition) => traceCondition(condition, unreadable, context));
  const whole = every(traces.map((trace) => trace.match));
  if (whole.outcome !== 'dependsOn') return traces;
  const settled = decideByCases(conditions, context, whole.unknowns);
  return settled === undefined ? traces : traces.map((trace) => ({ ...trace, match: certain(settled) }));
}

function traceCondition(condition: CompiledCondition, unreadable: Unreadable, context: RequestContext): ElementTrace {
  const of = (comparisons: readonly Comparison[], whole: Match): ElementTrace => ({
    element: 'Condition',
    range: condition.range,
    match: whole,
    comparisons,
  });
  if (condition.operators === 'unreadable') return of([], dependsOn(unreadable(condition.range)));
  const comparisons = condition.operators.flatMap((operator) => traceOperator(operator, unreadable, context));
  return of(comparisons, every(comparisons.map((comparison) => comparison.match)));
}

function traceOperator(
  { operator, keys, range }: CompiledOperator,
  unreadable: Unreadable,
  context: RequestContext,
): readonly Comparison[] {
  if (keys === 'unreadable') {
    const match = dependsOn(unreadable(operator.range));
    return [{ range, wanted: [], given: [], match, reason: 'unknownOperator', operator: operator.value }];
  }
  return keys.map((key) => {
    const { certainty, unknownKeys, reason, wanted, given } = decideKey(key, context);
    const unknowns = distinct(unknownKeys.map((name): Unknown => ({ kind: 'contextKey', key: name })));
    return {
      range: key.condition.range,
      wanted,
      given,
      match: match(certainty, unknowns),
      reason,
      operator: operator.value,
      key: key.condition.key.value,
    };
  });
}

// Beyond this many unknown keys at once the cases are too many; the outcome stays open.
const MAX_CASES = 6;
const ABSENT: KeyState = { state: 'absent', source: 'assumed' };
const PRESENT: KeyState = { state: 'presentUnknown' };

function decideByCases(
  conditions: readonly CompiledCondition[],
  context: RequestContext,
  unknowns: readonly Unknown[],
): boolean | undefined {
  const open = unknowns.flatMap((unknown) => (unknown.kind === 'contextKey' ? [keyId(unknown.key)] : []));
  const keys = [...new Set(open)].filter((key) => context.lookup(key).state === 'unknown');
  if (keys.length === 0 || keys.length > MAX_CASES) return undefined;
  const parts = conditions.flatMap((condition) => partsOf(condition, context, keys));
  let settled: boolean | undefined;
  for (let bits = 0; bits < 2 ** keys.length; bits++) {
    const outcomes = parts.map((part) => part(bits));
    const holds = outcomes.includes(false) ? false : outcomes.includes(undefined) ? undefined : true;
    if (holds === undefined || (settled !== undefined && settled !== holds)) return undefined;
    settled = holds;
  }
  return settled;
}

/** How one comparison comes out in a case; bit N of the case says whether the Nth open key is in the request. */
type Part = (bits: number) => Certainty;

function partsOf(condition: CompiledCondition, context: RequestContext, open: readonly string[]): readonly Part[] {
  if (condition.operators === 'unreadable') return [() => undefined];
  return condition.operators.flatMap(({ keys }): readonly Part[] =>
    keys === 'unreadable' ? [() => undefined] : keys.map((key) => partOf(key, context, open)),
  );
}

/** A comparison turns only on the open keys that it mentions, so cases that agree on those are decided once. */
function partOf(key: CompiledKey, context: RequestContext, open: readonly string[]): Part {
  const { certainty, unknownKeys } = decideKey(key, context);
  if (certainty !== undefined) return () => certainty;
  const mentioned = new Set(unknownKeys.map(keyId));
  const mask = open.reduce((bits, name, place) => (mentioned.has(name) ? bits | (1 << place) : bits), 0);
  const known = new Map<number, Certainty>();
  return (bits) => {
    const own = bits & mask;
    if (!known.has(own)) known.set(own, decideKey(key, withKeys(context, statesIn(own, open))).certainty);
    return known.get(own);
  };
}

function statesIn(bits: number, open: readonly string[]): ReadonlyMap<string, KeyState> {
  return new Map(open.map((key, place) => [key, (bits >> place) & 1 ? PRESENT : ABSENT]));
}
