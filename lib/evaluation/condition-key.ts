import { type CompiledValue, compileValue, type PreparedValue, preparedFor } from '@/lib/evaluation/condition-value';
import { decideState, type Outcome } from '@/lib/evaluation/key-states';
import { decideNull } from '@/lib/evaluation/null-operator';
import type { WrittenOperator } from '@/lib/evaluation/operators';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionKey, PolicyVersion } from '@/lib/policy/document';
import type { KeyState, RequestContext } from '@/lib/request/context';
import { readInstant, writeEpoch } from '@/lib/text/instant';

/** How one condition key came out, with what was compared (C175, C176). */
export interface KeyOutcome extends Outcome {
  readonly wanted: readonly string[];
  readonly given: readonly string[];
  /** Keys whose unknown values the outcome may turn on. */
  readonly unknownKeys: readonly string[];
}

/** One key below one operator, ready to be compared. */
export interface CompiledKey {
  readonly written: WrittenOperator;
  readonly condition: ConditionKey;
  /** Empty for `Null`, which looks at presence alone. */
  readonly values: readonly CompiledValue[];
}

export function compileKey(written: WrittenOperator, condition: ConditionKey, version: PolicyVersion): CompiledKey {
  const { operator } = written;
  const values = operator === 'Null' ? [] : condition.values.map(({ value }) => compileValue(value, operator, version));
  return { written, condition, values };
}

/** Decides one operator on one key against the request. */
export function decideKey(compiled: CompiledKey, context: RequestContext): KeyOutcome {
  const { written, condition } = compiled;
  const { operator } = written;
  const state = comparable(written, keyId(condition.key.value), context.lookup(condition.key.value));
  const given = givenOf(state);
  if (operator === 'Null') {
    const wanted = condition.values.map(({ value }) => value);
    const outcome = decideNull(written, wanted, state);
    return { ...outcome, wanted, given, unknownKeys: outcome.certainty === undefined ? [condition.key.value] : [] };
  }
  const values = compiled.values.map((value) => preparedFor(value, operator, context));
  const outcome = decideState(written, values, state);
  const unknownKeys = outcome.certainty === undefined ? unknownsOf(condition, values, state) : [];
  return { ...outcome, wanted: values.map(({ text }) => text), given, unknownKeys };
}

/** The key itself where its value is open, and those of variables that it is compared with. */
function unknownsOf({ key }: ConditionKey, values: readonly PreparedValue[], state: KeyState): readonly string[] {
  const own = isKnown(state) ? [] : [key.value];
  return state.state === 'absent' ? own : [...own, ...values.flatMap((value) => value.unknownKeys)];
}

/** `aws:EpochTime` stated as a date has a number of its own for numeric operators; no other key has (C46). */
export function comparable({ operator }: WrittenOperator, id: string, state: KeyState): KeyState {
  if (id !== 'aws:epochtime' || operator === 'Null' || !operator.name.startsWith('Numeric')) return state;
  switch (state.state) {
    case 'present':
      return { ...state, values: state.values.map(inSeconds) };
    case 'spellings':
      return { ...state, values: state.values.map((values) => values.map(inSeconds)) };
    case 'partial':
    case 'containing':
    case 'presentUnknown':
    case 'absent':
    case 'unknown':
      return state;
  }
}

function inSeconds(value: string): string {
  const instant = value.includes('-', 1) ? readInstant(value) : undefined;
  return instant === undefined ? value : writeEpoch(instant);
}

function isKnown(state: KeyState): boolean {
  return state.state === 'present' || state.state === 'absent';
}

function givenOf(state: KeyState): readonly string[] {
  if (state.state === 'present' || state.state === 'containing') return state.values;
  return state.state === 'partial' && state.value.likely !== undefined ? [state.value.likely] : [];
}
