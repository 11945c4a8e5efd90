import type { PreparedValue } from '@/lib/evaluation/condition-value';
import type { WrittenOperator } from '@/lib/evaluation/operators';
import { readBoolean } from '@/lib/evaluation/operators/bool';
import type { Reason } from '@/lib/evaluation/verdict';
import type { Certainty, KeyState, PartialValue } from '@/lib/request/context';

/** Whether an operator holds on a key, and why. */
export interface Outcome {
  readonly certainty: Certainty;
  readonly reason: Reason;
}

/** Decides an operator other than `Null` for every state that a key of the request can be in. */
export function decideState(written: WrittenOperator, values: readonly PreparedValue[], state: KeyState): Outcome {
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
