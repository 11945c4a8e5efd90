import type { ConditionElement } from '@/lib/policy/document';
import {
  type Base,
  type Compared,
  compareOne,
  known,
  matchesAll,
  matchesNothing,
  type Value,
} from '@/lib/testing/model/comparison';
import { ABSENT, type KeyState, PRESENT } from '@/lib/testing/model/stated-keys';
import { and, not, or, same, type Truth, truth } from '@/lib/testing/model/truth';
import { readBool } from '@/lib/testing/model/values';
import { type Lookup, variableKeys } from '@/lib/testing/model/variables';

interface Operator {
  readonly prefix: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly base: Base;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

// C30: every base operator, with the positive one it is or negates.
const POSITIVE: readonly Base[] = [
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'NumericEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'Null',
];
const OTHERS: Readonly<Record<string, readonly [Base, boolean]>> = {
  StringNotEquals: ['StringEquals', true],
  StringNotEqualsIgnoreCase: ['StringEqualsIgnoreCase', true],
  StringNotLike: ['StringLike', true],
  NumericNotEquals: ['NumericEquals', true],
  DateNotEquals: ['DateEquals', true],
  NotIpAddress: ['IpAddress', true],
  ArnEquals: ['Arn', false],
  ArnLike: ['Arn', false],
  ArnNotEquals: ['Arn', true],
  ArnNotLike: ['Arn', true],
};

const NAMES = new Map<string, readonly [Base, boolean]>([
  ...POSITIVE.map((base) => [base.toLowerCase(), [base, false]] as const),
  ...Object.entries(OTHERS).map(([other, meaning]) => [other.toLowerCase(), meaning] as const),
]);

/** C9, C10: an operator's name, read ignoring case; `undefined` where there is no such operator. */
function readOperator(name: string): Operator | undefined {
  const written = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(name.toLowerCase());
  const found = NAMES.get(written?.[2] ?? '');
  if (written === null || found === undefined) return undefined;
  const [base, negated] = found;
  const ifExists = written[3] !== undefined;
  if (base === 'Null' && ifExists) return undefined;
  const prefix = written[1] === undefined ? undefined : written[1] === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue';
  return { prefix, base, negated, ifExists };
}

/** One key below one operator, with its values. */
interface Test {
  readonly operator: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

/** C160, C165: the conditions of a statement. */
export function conditionTruth(conditions: readonly ConditionElement[], version: string, lookup: Lookup): Truth {
  const tests: Test[] = [];
  let unreadable = false;
  for (const condition of conditions) {
    if (condition.operators === 'unreadable')
      unreadable = true; // C2
    else {
      for (const { operator: name, keys } of condition.operators) {
        const operator = readOperator(name.value);
        if (operator === undefined || keys === 'unreadable')
          unreadable = true; // C10
        else
          for (const { key, values } of keys)
            tests.push({ operator, key: key.value, values: values.map((v) => v.value) });
      }
    }
  }
  const block = (ask: Lookup) =>
    and([...(unreadable ? (['U'] as const) : []), ...tests.map((test) => testTruth(test, version, ask))]);
  const whole = block(lookup);
  return whole === 'U' ? caseSplit(unknownKeys(tests, version, lookup), lookup, block) : whole;
}

/** The unknown keys of a block, each once: those it tests and those its variables name. */
function unknownKeys(tests: readonly Test[], version: string, lookup: Lookup): readonly string[] {
  const variables = version === '2012-10-17' ? tests.flatMap((test) => test.values.flatMap(variableKeys)) : [];
  const all = [...tests.map((test) => test.key), ...variables].map((key) => key.toLowerCase());
  return [...new Set(all)].filter((key) => lookup(key).kind === 'unknown');
}

/** C165: the block with every unknown key once absent and once there. */
function caseSplit(keys: readonly string[], lookup: Lookup, block: (lookup: Lookup) => Truth): Truth {
  if (keys.length > 6) return 'U';
  const cases = Array.from({ length: 2 ** keys.length }, (_, number) => {
    const answers = new Map(
      keys.map((key, at): [string, KeyState] => [key, (number >> at) % 2 === 0 ? ABSENT : PRESENT]),
    );
    return block((key) => answers.get(key.toLowerCase()) ?? lookup(key));
  });
  return same(cases);
}

/** C100, C175: one key below one operator. */
function testTruth(test: Test, version: string, lookup: Lookup): Truth {
  const state = lookup(test.key);
  const values = test.values.map((text): Value => ({ text, version, lookup }));
  if (test.operator.base === 'Null') return nullTruth(test, state);
  switch (state.kind) {
    case 'absent':
      return absentTruth(test.operator);
    case 'unknown':
      return same([absentTruth(test.operator), unknownValueTruth(test.operator, values)]); // C162
    case 'presentUnknown':
      return unknownValueTruth(test.operator, values);
    case 'values':
      return same(state.spellings.map((list) => presentTruth(test, values, list))); // C14
    case 'containing':
      return containingTruth(test, values, state);
    case 'partial': {
      const match = partialMatch(test, values, state);
      return test.operator.negated ? not(match) : match;
    }
  }
}

/** C32, C90, C97, C99. */
function absentTruth({ prefix, negated, ifExists }: Operator): Truth {
  if (prefix !== undefined) return truth(prefix === 'ForAllValues');
  return truth(ifExists || negated);
}

/** C163: the key is there, its value is not known. For set operators it may be nothing but empty texts (C103). */
function unknownValueTruth({ prefix, base, negated }: Operator, values: readonly Value[]): Truth {
  const empty: readonly Truth[] = prefix === undefined ? [] : [truth(prefix === 'ForAllValues')];
  if (values.every((value) => matchesNothing(base, value))) return same([truth(negated), ...empty]);
  return matchesAll(base, values) ? same([truth(!negated), ...empty]) : 'U';
}

/** C25, C26, C31, C95, C96, C103: the key is there. */
function presentTruth({ operator, key }: Test, values: readonly Value[], list: readonly string[]): Truth {
  const { prefix, base, negated } = operator;
  if (prefix !== undefined && list.every((text) => text === '')) return truth(prefix === 'ForAllValues'); // C103
  if (prefix === undefined && list.length > 1) return truth(negated); // C26
  const each = list.map((text) => {
    const match = or(values.map((value) => compareOne(base, value, known(key, text)))); // C5, C161
    return negated ? not(match) : match;
  });
  return prefix === 'ForAnyValue' ? or(each) : and(each);
}

/** C181, C184, C172: the key's value is known in part. */
function partialMatch(test: Test, values: readonly Value[], state: KeyState & { readonly kind: 'partial' }): Truth {
  const match = (compared: Compared) => or(values.map((value) => compareOne(test.operator.base, value, compared)));
  const sure = state.all.map((text) => match(known(test.key, text)));
  if (sure.every((one) => one === 'T')) return 'T';
  const may = state.some.map((pattern) => match({ key: test.key, text: undefined, pattern }));
  if ([...sure, ...may].every((one) => one === 'F')) return 'F';
  return state.asVariable === 'none' ? 'F' : 'U';
}

/** C181, C172: some values of a list are known; without a set prefix it matters whether there are more. */
function containingTruth(
  { operator, key }: Test,
  values: readonly Value[],
  state: KeyState & { readonly kind: 'containing' },
): Truth {
  const { prefix, base, negated } = operator;
  const matchesNone = values.every((value) => matchesNothing(base, value));
  const other: Truth = matchesNone ? 'F' : matchesAll(base, values) ? 'T' : state.others;
  const sure = state.values.map((text) => or(values.map((value) => compareOne(base, value, known(key, text)))));
  const each = [...(prefix === undefined ? [] : sure), other].map((match) => (negated ? not(match) : match));
  return prefix === 'ForAnyValue' ? or(each) : and(each);
}

/** C107, C120 to C126. */
function nullTruth({ operator, values }: Test, state: KeyState): Truth {
  if (operator.prefix !== undefined) return truth(operator.prefix === 'ForAllValues');
  const wanted = values.map(readBool);
  const asks = (answer: 'true' | 'false') => truth(wanted.includes(answer));
  switch (state.kind) {
    case 'absent':
      return asks('true');
    case 'presentUnknown':
    case 'partial':
    case 'containing':
      return asks('false');
    case 'unknown':
      return same([asks('true'), asks('false')]);
    case 'values':
      return same(state.spellings.map((list) => asks(list.every((text) => text === '') ? 'true' : 'false'))); // C122
  }
}
