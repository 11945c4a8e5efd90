import { decideKey, type KeyOutcome } from '@/lib/evaluation/condition-key';
import { certain, dependsOn, distinct, every, match } from '@/lib/evaluation/match';
import { readOperator } from '@/lib/evaluation/operators';
import type { Comparison, ElementTrace, Match, Unknown } from '@/lib/evaluation/verdict';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionElement, ConditionOperator, PolicyVersion } from '@/lib/policy/document';
import { type Certainty, type KeyState, type RequestContext, withKeys } from '@/lib/request/context';
import type { Range } from '@/lib/text/range';

/** Where a Condition stands: for saying which part of which policy could not be read. */
export interface ConditionPlace {
  readonly version: PolicyVersion;
  unreadable(range: Range): Unknown;
}

/**
 * A statement's Condition: every operator and every key must hold (C3, C4). An unknown key in several places is one fact, so
 * an outcome that is the same with and without it is certain (C165).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function traceConditions(
  conditions: readonly ConditionElement[],
  place: ConditionPlace,
  context: RequestContext,
): readonly ElementTrace[] {
  const traces = conditions.map((condition) => traceCondition(condition, place, context));
  const whole = every(traces.map((trace) => trace.match));
  if (whole.outcome !== 'dependsOn') return traces;
  const settled = decideByCases(conditions, place, context, whole.unknowns);
  return settled === undefined ? traces : traces.map((trace) => ({ ...trace, match: certain(settled) }));
}

function traceCondition(condition: ConditionElement, place: ConditionPlace, context: RequestContext): ElementTrace {
  const of = (comparisons: readonly Comparison[], whole: Match): ElementTrace => ({
    element: 'Condition',
    range: condition.range,
    match: whole,
    comparisons,
  });
  if (condition.operators === 'unreadable') return of([], dependsOn(place.unreadable(condition.range)));
  const comparisons = condition.operators.flatMap((operator) => traceOperator(operator, place, context));
  return of(comparisons, every(comparisons.map((comparison) => comparison.match)));
}

function traceOperator(
  { operator, keys, range }: ConditionOperator,
  place: ConditionPlace,
  context: RequestContext,
): readonly Comparison[] {
  const written = readOperator(operator.value);
  if (keys === 'unreadable' || written === undefined) {
    // Unknown operators and misshapen ones may restrict: never fulfilled, never failed (C2, C10).
    const unreadable = dependsOn(place.unreadable(operator.range));
    return [{ range, wanted: [], given: [], match: unreadable, reason: 'unknownOperator', operator: operator.value }];
  }
  return keys.map((key) => {
    const { certainty, unknownKeys, ...shown } = decideKey(written, key, place.version, context);
    const unknowns = distinct(unknownKeys.map((name): Unknown => ({ kind: 'contextKey', key: name })));
    return {
      ...shown,
      range: key.range,
      match: match(certainty, unknowns),
      operator: operator.value,
      key: key.key.value,
    };
  });
}

// Beyond this many unknown keys at once the cases are too many; the outcome stays open.
const MAX_CASES = 6;
const ABSENT: KeyState = { state: 'absent', source: 'assumed' };
const PRESENT: KeyState = { state: 'presentUnknown' };

function decideByCases(
  conditions: readonly ConditionElement[],
  place: ConditionPlace,
  context: RequestContext,
  unknowns: readonly Unknown[],
): boolean | undefined {
  const open = unknowns.flatMap((unknown) => (unknown.kind === 'contextKey' ? [keyId(unknown.key)] : []));
  const keys = [...new Set(open)].filter((key) => context.lookup(key).state === 'unknown');
  if (keys.length === 0 || keys.length > MAX_CASES) return undefined;
  const parts = conditions.flatMap((condition) => partsOf(condition, place.version, context, keys));
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

function partsOf(
  condition: ConditionElement,
  version: PolicyVersion,
  context: RequestContext,
  open: readonly string[],
): readonly Part[] {
  if (condition.operators === 'unreadable') return [() => undefined];
  return condition.operators.flatMap(({ operator, keys }): readonly Part[] => {
    const written = readOperator(operator.value);
    if (keys === 'unreadable' || written === undefined) return [() => undefined];
    return keys.map((key) => partOf((inCase) => decideKey(written, key, version, inCase), context, open));
  });
}

/** A comparison turns only on the open keys that it mentions, so cases that agree on those are decided once. */
function partOf(
  decideIn: (context: RequestContext) => KeyOutcome,
  context: RequestContext,
  open: readonly string[],
): Part {
  const { certainty, unknownKeys } = decideIn(context);
  if (certainty !== undefined) return () => certainty;
  const mentioned = new Set(unknownKeys.map(keyId));
  const mask = open.reduce((bits, key, place) => (mentioned.has(key) ? bits | (1 << place) : bits), 0);
  const known = new Map<number, Certainty>();
  return (bits) => {
    const own = bits & mask;
    if (!known.has(own)) known.set(own, decideIn(withKeys(context, statesIn(own, open))).certainty);
    return known.get(own);
  };
}

function statesIn(bits: number, open: readonly string[]): ReadonlyMap<string, KeyState> {
  return new Map(open.map((key, place) => [key, (bits >> place) & 1 ? PRESENT : ABSENT]));
}
