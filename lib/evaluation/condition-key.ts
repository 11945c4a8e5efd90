import type { WrittenOperator } from '@/lib/evaluation/operators';
import { readBoolean } from '@/lib/evaluation/operators/bool';
import type { Comparer, Operator } from '@/lib/evaluation/operators/operator';
import { substitute } from '@/lib/evaluation/substitute';
import type { Reason } from '@/lib/evaluation/verdict';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionKey, PolicyVersion } from '@/lib/policy/document';
import { type ValuePart, valueParts } from '@/lib/policy/variables';
import type { Certainty, KeyState, PartialValue, RequestContext } from '@/lib/request/context';
import { readInstant, writeEpoch } from '@/lib/text/instant';

/** How one condition key came out, with what was compared (C175, C176). */
export interface KeyOutcome {
  readonly certainty: Certainty;
  readonly reason: Reason;
  readonly wanted: readonly string[];
  readonly given: readonly string[];
  /** Keys whose unknown values the outcome may turn on. */
  readonly unknownKeys: readonly string[];
}

/** One key below one operator, ready to be compared. */
export interface CompiledKey {
  readonly written: WrittenOperator;
  readonly condition: ConditionKey;
  readonly values: readonly CompiledValue[];
}

/** Prepared once where no request changes it, else in its parts: variables are replaced for each request. */
type CompiledValue =
  | { readonly kind: 'closed'; readonly prepared: PreparedValue }
  | { readonly kind: 'open'; readonly written: string; readonly parts: readonly ValuePart[] };

export function compileKey(written: WrittenOperator, condition: ConditionKey, version: PolicyVersion): CompiledKey {
  const { operator } = written;
  // `Null` looks at presence alone.
  const values = operator === 'Null' ? [] : condition.values.map(({ value }) => compileValue(value, operator, version));
  return { written, condition, values };
}

function compileValue(written: string, operator: Operator, version: PolicyVersion): CompiledValue {
  const parts = operator.variables ? valueParts(written, version) : [{ kind: 'text', text: written } as const];
  return parts.every((part) => part.kind === 'text')
    ? { kind: 'closed', prepared: prepareValue(written, parts, operator, NO_CONTEXT) }
    : { kind: 'open', written, parts };
}

const NO_CONTEXT: RequestContext = { lookup: () => ({ state: 'unknown' }) };

/** Decides one operator on one key against the request. */
export function decideKey(compiled: CompiledKey, context: RequestContext): KeyOutcome {
  const { written, condition } = compiled;
  const { operator } = written;
  const state = comparable(written, keyId(condition.key.value), context.lookup(condition.key.value));
  if (operator === 'Null') return decideNull(written, condition, state);
  const values = compiled.values.map((value) =>
    value.kind === 'closed' ? value.prepared : prepareValue(value.written, value.parts, operator, context),
  );
  const { certainty, reason } = decideState(written, values, state);
  return {
    certainty,
    reason,
    wanted: values.map((value) => value.text),
    given: givenOf(state),
    unknownKeys: certainty === undefined ? unknownsOf(condition, values, state) : [],
  };
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

type Outcome = Pick<KeyOutcome, 'certainty' | 'reason'>;

/** One policy value: what it fits, and why not when it fits nothing. */
interface PreparedValue {
  readonly text: string;
  readonly comparer?: Comparer;
  readonly open: boolean;
  readonly unknownKeys: readonly string[];
  readonly failure?: 'malformedPolicyValue' | 'variableWithoutValue';
}

function prepareValue(
  written: string,
  parts: readonly ValuePart[],
  operator: Operator,
  context: RequestContext,
): PreparedValue {
  const { operand, unknownKeys } = substitute(parts, operator, context);
  if (operand === undefined) return { text: written, open: false, unknownKeys, failure: 'variableWithoutValue' };
  const comparer = operator.prepare(operand);
  const open = operand.openAt !== undefined;
  if (comparer === undefined)
    return { text: operand.text, open: false, unknownKeys: [], failure: 'malformedPolicyValue' };
  return { text: operand.text, comparer, open, unknownKeys };
}

function decideState(written: WrittenOperator, values: readonly PreparedValue[], state: KeyState): Outcome {
  switch (state.state) {
    case 'present':
      return decidePresent(written, values, state.values);
    case 'partial':
      return decidePartial(written, values, state.value);
    case 'containing':
      return decideContaining(written, values, state.values, state.settled);
    case 'absent':
      return decideAbsent(written);
    case 'presentUnknown':
      return decidePresentUnknown(written, values);
    case 'unknown': {
      // Certain only where every possible answer leads to the same (C162).
      const absent = decideAbsent(written);
      const present = decidePresentUnknown(written, values);
      return absent.certainty === present.certainty ? present : UNKNOWN;
    }
    case 'spellings': {
      // AWS compares one spelling and does not say which (C14).
      const outcomes = state.values.map((given) =>
        given.length === 0 ? decideAbsent(written) : decidePresent(written, values, given),
      );
      const [first] = outcomes;
      return first && outcomes.every((outcome) => outcome.certainty === first.certainty) ? first : UNKNOWN;
    }
  }
}

const UNKNOWN: Outcome = { certainty: undefined, reason: 'unknown' };

/** C97, C99, C90, C32, in this order (C100). */
function decideAbsent(written: WrittenOperator): Outcome {
  if (written.prefix === 'ForAllValues') return { certainty: true, reason: 'absentForAllValues' };
  if (written.prefix === 'ForAnyValue') return { certainty: false, reason: 'absentForAnyValue' };
  if (written.negated) return { certainty: true, reason: 'absentNegated' };
  return written.ifExists ? { certainty: true, reason: 'absentIfExists' } : { certainty: false, reason: 'absent' };
}

function decidePresent(written: WrittenOperator, values: readonly PreparedValue[], given: readonly string[]): Outcome {
  if (written.prefix && given.every((value) => value === '')) {
    return { certainty: written.prefix === 'ForAllValues', reason: 'nullDataset' };
  }
  if (!written.prefix && given.length > 1) {
    return { certainty: written.negated, reason: 'severalValuesWithoutSetOperator' };
  }
  const matches = given.map((value) => anyValue(values, (prepared) => compareOne(prepared, value)));
  const certainty = quantified(written, matches);
  const reason = presentReason(values, given, matches);
  // `ForAllValues` fails although some values fit: what tells is the one that does not.
  const oneIsOff = reason === 'equal' && certainty === false && !written.negated;
  return { certainty, reason: oneIsOff ? 'noValueEqual' : reason };
}

function presentReason(
  values: readonly PreparedValue[],
  given: readonly string[],
  matches: readonly Certainty[],
): Reason {
  if (matches.some((match) => match === undefined)) return 'variableUnknown';
  if (matches.some((match) => match === true)) return 'equal';
  const failure = values.length > 0 && values.every((value) => value.failure) ? values[0]?.failure : undefined;
  if (failure) return failure;
  const malformed = given.some((value) => values.some((prepared) => prepared.comparer?.compare(value) === 'malformed'));
  return malformed ? 'malformedRequestValue' : 'noValueEqual';
}

/** A value known only in part: one value, certainly there (C181, C184). */
function decidePartial(written: WrittenOperator, values: readonly PreparedValue[], value: PartialValue): Outcome {
  const match = anyValue(values, (prepared) => {
    const fits = prepared.comparer?.comparePartial?.(value) ?? (prepared.comparer?.comparePartial ? undefined : false);
    return prepared.open && fits !== false ? (value.settled ? false : undefined) : fits;
  });
  const certainty = quantified(written, [match]);
  return { certainty, reason: certainty === undefined ? 'unknown' : match ? 'equal' : 'noValueEqual' };
}

/** A list of which some values are known; whether there are more is not, so without a set prefix nothing is (C181, C172). */
function decideContaining(
  written: WrittenOperator,
  values: readonly PreparedValue[],
  known: readonly string[],
  settled: boolean,
): Outcome {
  const more = fitsWhatever(written, values) ?? (settled ? false : undefined);
  const sure = written.prefix ? known.map((value) => anyValue(values, (prepared) => compareOne(prepared, value))) : [];
  const certainty = quantified(written, [...sure, more]);
  if (certainty === undefined) return UNKNOWN;
  return { certainty, reason: sure.includes(true) ? 'equal' : 'noValueEqual' };
}

/** There, with a value nobody stated (C163). */
function decidePresentUnknown(written: WrittenOperator, values: readonly PreparedValue[]): Outcome {
  const one = fitsWhatever(written, values);
  const holds = one === undefined ? undefined : one !== written.negated;
  if (holds === undefined) return UNKNOWN;
  // Values that are all empty count as no values (C103): true for ForAllValues, false for ForAnyValue.
  if (written.prefix === 'ForAllValues' && !holds) return UNKNOWN;
  if (written.prefix === 'ForAnyValue' && holds) return UNKNOWN;
  return { certainty: holds, reason: 'present' };
}

/** Whether a value fits whatever it is, or cannot fit. */
function fitsWhatever(written: WrittenOperator, values: readonly PreparedValue[]): Certainty {
  if (values.some((value) => value.comparer?.fitsAll && !value.open) || listsBothBooleans(written, values)) return true;
  return values.every((value) => value.comparer === undefined) ? false : undefined;
}

function listsBothBooleans(written: WrittenOperator, values: readonly PreparedValue[]): boolean {
  if (written.operator === 'Null' || written.operator.name !== 'Bool') return false;
  const closed = values.filter((value) => !value.open).map((value) => readBoolean(value.text));
  return closed.includes(true) && closed.includes(false);
}

function compareOne(prepared: PreparedValue, value: string): Certainty {
  const fits = prepared.comparer?.compare(value) === true;
  return fits && prepared.open ? undefined : fits;
}

/** OR over the policy's values (C5, C161). */
function anyValue(values: readonly PreparedValue[], compare: (value: PreparedValue) => Certainty): Certainty {
  let open = false;
  for (const value of values) {
    const one = compare(value);
    if (one === true) return true;
    if (one === undefined) open = true;
  }
  return open ? undefined : false;
}

/** Over the request's values, each negated first where the operator is (C31, C95, C96). */
function quantified(written: WrittenOperator, matches: readonly Certainty[]): Certainty {
  const holds = matches.map((match) => (match === undefined ? undefined : match !== written.negated));
  if (written.prefix === 'ForAnyValue')
    return holds.includes(true) ? true : holds.includes(undefined) ? undefined : false;
  return holds.includes(false) ? false : holds.includes(undefined) ? undefined : true;
}

/** Presence alone (C120 to C127); with a set prefix it is decided by the prefix (C107). */
function decideNull(written: WrittenOperator, condition: ConditionKey, state: KeyState): KeyOutcome {
  const shown = { wanted: condition.values.map((value) => value.value), given: givenOf(state) };
  if (written.prefix) {
    const certainty = written.prefix === 'ForAllValues';
    return { ...shown, certainty, reason: certainty ? 'absentForAllValues' : 'absentForAnyValue', unknownKeys: [] };
  }
  const wanted = condition.values.map((value) => readBoolean(value.value));
  const absence = isNull(state);
  if (absence === undefined) {
    const certainty =
      wanted.includes(true) && wanted.includes(false)
        ? true
        : wanted.every((one) => one === undefined)
          ? false
          : undefined;
    const unknownKeys = certainty === undefined ? [condition.key.value] : [];
    return { ...shown, certainty, reason: certainty === undefined ? 'unknown' : 'present', unknownKeys };
  }
  const malformed = wanted.length > 0 && wanted.every((one) => one === undefined);
  const reason = malformed ? 'malformedPolicyValue' : absence ? 'absent' : 'present';
  return { ...shown, certainty: wanted.includes(absence), reason, unknownKeys: [] };
}

/** Whether a key counts as null: absent, or with nothing but empty values (C122). */
function isNull(state: KeyState): Certainty {
  switch (state.state) {
    case 'present':
      return state.values.every((value) => value === '');
    case 'absent':
      return true;
    case 'partial':
    case 'containing':
    case 'presentUnknown':
      return false;
    case 'spellings': {
      const nulls = state.values.map((values) => values.every((value) => value === ''));
      return nulls.every((one) => one === nulls[0]) ? nulls[0] : undefined;
    }
    case 'unknown':
      return undefined;
  }
}
