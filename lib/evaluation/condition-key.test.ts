import { describe, expect, test } from 'vitest';
import { compileKey, decideKey } from '@/lib/evaluation/condition-key';
import { readOperator } from '@/lib/evaluation/operators';
import type { KeyState, PartialValue } from '@/lib/request/context';
import { variable } from '@/lib/testing/small-diagnosis';
import { literalPattern, wildcardPattern } from '@/lib/text/wildcard';

// Every state of a key against the operators that tell it from another: outcome, why, what is shown as given, what it depends on.

const RANGE = { start: 0, end: 0 };
const CERTAINTY = new Map([
  [true, 'T'],
  [false, 'F'],
  [undefined, 'U'],
]);

const present = (...values: readonly string[]): KeyState => ({ state: 'present', values, source: 'stated' });
const spelled = (...values: readonly (readonly string[])[]): KeyState => ({ state: 'spellings', values });
const containing = (settled: boolean, ...values: readonly string[]): KeyState => ({
  state: 'containing',
  values,
  settled,
});
const partial = (value: Partial<PartialValue>): KeyState => ({
  state: 'partial',
  value: { forms: [wildcardPattern('arn:role/*')], settled: false, ...value },
});
const ABSENT: KeyState = { state: 'absent', source: 'stated' };
const THERE: KeyState = { state: 'presentUnknown' };
const UNKNOWN: KeyState = { state: 'unknown' };

/** `T`, `F` or `U`, the reason, what is shown of the request, and after `?` the keys that it depends on. */
function decided(name: string, policy: readonly string[], state: KeyState, key = 'test:k'): string {
  const written = readOperator(name);
  if (written === undefined) throw new Error(`no operator ${name}`);
  const located = (value: string) => ({ value, range: RANGE });
  const compiled = compileKey(written, { key: located(key), range: RANGE, values: policy.map(located) }, '2012-10-17');
  const variables: Readonly<Record<string, KeyState>> = {
    [key.toLowerCase()]: state,
    'test:absent': ABSENT,
    'test:team': present('red'),
    'test:both': spelled(['red'], ['blue']),
    'test:same': spelled(['red'], ['red']),
    'test:lists': spelled(['red'], ['red', 'red']),
    'test:list': spelled(['red', 'red'], ['red']),
    'test:list-first': spelled(['red', 'blue'], ['red', 'blue']),
  };
  const { certainty, reason, given, unknownKeys } = decideKey(compiled, {
    lookup: (asked) => variables[asked.toLowerCase()] ?? UNKNOWN,
  });
  const open = unknownKeys.length > 0 ? ` ?${unknownKeys.join()}` : '';
  return `${CERTAINTY.get(certainty)} ${reason} [${given.join()}]${open}`;
}

type Row = readonly [rule: string, operator: string, policy: readonly string[], state: KeyState, want: string];

function check(...[_rule, operator, policy, state, want]: Row): void {
  expect(decided(operator, policy, state)).toBe(want);
}

describe('a key that is there', () => {
  test.each<Row>([
    ['C35', 'StringEquals', ['a', 'b'], present('b'), 'T equal [b]'],
    ['C35', 'StringEquals', ['a'], present('b'), 'F noValueEqual [b]'],
    ['C31', 'StringNotEquals', ['a'], present('a'), 'F equal [a]'],
    ['C26', 'StringEquals', ['a'], present('a', 'b'), 'F severalValuesWithoutSetOperator [a,b]'],
    ['C26', 'StringNotEquals', ['a'], present('a', 'b'), 'T severalValuesWithoutSetOperator [a,b]'],
    ['C95', 'ForAllValues:StringEquals', ['a'], present('a', 'b'), 'F noValueEqual [a,b]'],
    ['C95', 'ForAllValues:StringNotEquals', ['a'], present('a', 'b'), 'F equal [a,b]'],
    ['C96', 'ForAnyValue:StringEquals', ['a'], present('a', 'b'), 'T equal [a,b]'],
    ['C103', 'ForAllValues:StringEquals', ['a'], present(''), 'T nullDataset []'],
    ['C103', 'ForAnyValue:StringEquals', [''], present('', ''), 'F nullDataset [,]'],
    ['C33', 'NumericEquals', ['ten'], present('10'), 'F malformedPolicyValue [10]'],
    ['C33', 'NumericEquals', ['ten', '11'], present('10'), 'F noValueEqual [10]'],
    ['C33', 'NumericEquals', ['10'], present('ten'), 'F malformedRequestValue [ten]'],
    ['C33', 'ForAnyValue:NumericEquals', ['11'], present('10', 'ten'), 'F malformedRequestValue [10,ten]'],
    ['C33', 'ForAnyValue:NumericEquals', ['none', '11'], present('10', 'ten'), 'F malformedRequestValue [10,ten]'],
    ['C22', 'StringEquals', [], present('a'), 'F noValueEqual [a]'],
    ['C143', 'StringEquals', [variable('test:absent')], present('a'), 'F variableWithoutValue [a]'],
    ['C143', 'StringEquals', ['b', variable('test:absent')], present('a'), 'F noValueEqual [a]'],
    ['C166', 'StringEquals', ['a', variable('test:open')], present('b'), 'U variableUnknown [b] ?test:open'],
    [
      'C166',
      'ForAnyValue:StringEquals',
      [`x${variable('test:open')}`],
      present('b', 'xy'),
      'U variableUnknown [b,xy] ?test:open',
    ],
    [
      'C166',
      'StringEquals',
      [`${variable('test:open')}${variable('test:other')}`],
      present('b'),
      'U variableUnknown [b] ?test:open,test:other',
    ],
  ])('%s %s %j', check);
});

describe('a key that is not there', () => {
  test.each<Row>([
    ['C32', 'StringEquals', ['a'], ABSENT, 'F absent []'],
    ['C90', 'StringEqualsIfExists', ['a'], ABSENT, 'T absentIfExists []'],
    ['C31', 'StringNotEquals', ['a'], ABSENT, 'T absentNegated []'],
    ['C97', 'ForAllValues:StringEquals', ['a'], ABSENT, 'T absentForAllValues []'],
    ['C97', 'ForAllValues:StringNotEqualsIfExists', ['a'], ABSENT, 'T absentForAllValues []'],
    ['C99', 'ForAnyValue:StringEqualsIfExists', ['a'], ABSENT, 'F absentForAnyValue []'],
    ['C168', 'StringEquals', [variable('test:open')], ABSENT, 'F absent []'],
  ])('%s %s %j', check);
});

describe('a key of which nobody knows', () => {
  test.each<Row>([
    ['C162', 'StringEquals', ['a'], UNKNOWN, 'U unknown [] ?test:k'],
    ['C162', 'StringEquals', [variable('test:open')], UNKNOWN, 'U unknown [] ?test:k,test:open'],
    ['C162', 'StringLikeIfExists', ['*'], UNKNOWN, 'T present []'],
    ['C162', 'StringLike', ['*'], UNKNOWN, 'U unknown [] ?test:k'],
    ['C162', 'ForAllValues:StringLike', ['*'], UNKNOWN, 'T present []'],
    ['C162', 'ForAllValues:StringNotLike', ['*'], UNKNOWN, 'U unknown [] ?test:k'],
    ['C162', 'ForAnyValue:StringLike', ['*'], UNKNOWN, 'U unknown [] ?test:k'],
    ['C162', 'BoolIfExists', ['true', 'false'], UNKNOWN, 'T present []'],
    ['C162', 'StringEqualsIfExists', ['true', 'false'], UNKNOWN, 'U unknown [] ?test:k'],
    ['C162', 'StringEquals', [], UNKNOWN, 'F present []'],
    ['C163', 'StringLike', ['*'], THERE, 'T present []'],
    ['C163', 'StringNotLike', ['*'], THERE, 'F present []'],
    ['C163', 'StringLike', [variable('test:open')], THERE, 'U unknown [] ?test:k,test:open'],
    ['C163', 'Bool', ['true', 'false'], THERE, 'T present []'],
    ['C163', 'Bool', ['true', variable('test:open')], THERE, 'U unknown [] ?test:k,test:open'],
    ['C163', 'ForAllValues:StringNotLike', ['*'], THERE, 'U unknown [] ?test:k'],
    ['C163', 'ForAnyValue:StringLike', ['*'], THERE, 'U unknown [] ?test:k'],
    ['C163', 'ForAnyValue:StringNotLike', ['*'], THERE, 'F present []'],
    ['C163', 'NumericEquals', ['ten'], THERE, 'F present []'],
  ])('%s %s %j', check);
});

describe('a key of which two spellings are stated (C14)', () => {
  test.each<Row>([
    ['differ', 'StringEquals', ['a'], spelled(['a'], ['b']), 'U unknown [] ?test:k'],
    ['both fit', 'StringEquals', ['a', 'b'], spelled(['a'], ['b']), 'T equal []'],
    ['none fits', 'StringEquals', ['c'], spelled(['a'], ['b']), 'F noValueEqual []'],
    ['one is empty', 'StringEquals', ['a'], spelled(['a'], []), 'U unknown [] ?test:k'],
    ['one is empty', 'StringEqualsIfExists', ['a'], spelled([], ['a']), 'T absentIfExists []'],
    ['one is empty', 'ForAllValues:StringEquals', ['b'], spelled([], ['a']), 'U unknown [] ?test:k'],
    ['both null', 'Null', ['true'], spelled([''], []), 'T absent []'],
    ['both there', 'Null', ['true'], spelled(['', 'a'], ['b']), 'F present []'],
    ['one is null', 'Null', ['true'], spelled(['a'], ['']), 'U unknown [] ?test:k'],
    ['one is null', 'Null', ['false'], spelled([''], ['a'], ['b']), 'U unknown [] ?test:k'],
  ])('%s: %s %j', check);

  test.each([
    ['both are one value', 'test:same', 'T equal [red]'],
    ['values differ', 'test:both', 'U variableUnknown [red] ?test:both'],
    ['one is a list', 'test:lists', 'U variableUnknown [red] ?test:lists'],
    ['the first is a list', 'test:list', 'U variableUnknown [red] ?test:list'],
    ['both are lists', 'test:list-first', 'U variableUnknown [red] ?test:list-first'],
  ])('as a variable, %s', (_name, key, want) => {
    expect(decided('StringEquals', [variable(key)], present('red'))).toBe(want);
  });
});

describe('a key known in part (C181, C184)', () => {
  test.each<Row>([
    [
      'the likely value',
      'StringEquals',
      ['arn:role/dev'],
      partial({ likely: 'arn:role/dev' }),
      'T equal [arn:role/dev]',
    ],
    [
      'ignoring case',
      'StringEqualsIgnoreCase',
      ['ARN:ROLE/DEV'],
      partial({ likely: 'arn:role/Dev' }),
      'T equal [arn:role/Dev]',
    ],
    ['ignoring case', 'StringEqualsIgnoreCase', ['arn:ROLE/x'], partial({}), 'U unknown [] ?test:k'],
    ['ignoring case', 'StringEqualsIgnoreCase', ['arn:user/x'], partial({}), 'F noValueEqual []'],
    ['cannot be it', 'StringEquals', ['arn:user/dev'], partial({}), 'F noValueEqual []'],
    ['may be it', 'StringEquals', ['arn:role/dev'], partial({}), 'U unknown [] ?test:k'],
    ['settled', 'StringEquals', ['arn:role/dev'], partial({ settled: true }), 'F noValueEqual []'],
    ['whatever it is', 'StringLike', ['arn:role/*'], partial({}), 'T equal []'],
    [
      'two forms, one fits',
      'StringLike',
      ['a*'],
      partial({ forms: [literalPattern('ab'), literalPattern('b')] }),
      'U unknown [] ?test:k',
    ],
    ['another type', 'NumericEquals', ['10'], partial({}), 'F noValueEqual []'],
    ['another type, negated', 'NumericNotEquals', ['10'], partial({}), 'T noValueEqual []'],
    ['with an open variable', 'StringLike', [variable('test:open')], partial({}), 'U unknown [] ?test:k,test:open'],
    [
      'with an open variable, settled',
      'StringLike',
      [variable('test:open')],
      partial({ settled: true }),
      'F noValueEqual []',
    ],
    ['there', 'Null', ['true'], partial({}), 'F present []'],
  ])('%s: %s %j', check);
});

describe('ARNs part by part (C75 to C79)', () => {
  const role = partial({ forms: [wildcardPattern('arn:aws:iam::111122223333:role/*')] });
  const id = partial({ forms: [wildcardPattern('AROA1EXAMPLE:*')] });
  test.each<Row>([
    [
      'on in the resource',
      'ArnLike',
      ['arn:aws:s3:::b*'],
      present('arn:aws:s3:::b/x:y'),
      'T equal [arn:aws:s3:::b/x:y]',
    ],
    ['one in a part', 'ArnLike', ['arn:aws:s?:::b'], present('arn:aws:s3:::b'), 'T equal [arn:aws:s3:::b]'],
    ['no colon', 'ArnLike', ['arn:aws:s?::b'], present('arn:aws:s:::b'), 'F malformedPolicyValue [arn:aws:s:::b]'],
    ['no colons', 'ArnLike', ['arn:*:s3:::b'], present('arn:aws:x:s3:::b'), 'F noValueEqual [arn:aws:x:s3:::b]'],
    ['no ARN', 'ArnLike', ['arn:aws:s3:::*'], present('b'), 'F malformedRequestValue [b]'],
    ['no ARN', 'ArnLike', ['arn:aws:s3:::*'], present('arn:aws:s3'), 'F malformedRequestValue [arn:aws:s3]'],
    ['no ARN', 'ArnLike', ['*:*:*:*:*:*'], present('urn:aws:s3:::b'), 'F malformedRequestValue [urn:aws:s3:::b]'],
    ['a star', 'ArnEquals', ['*'], present('arn:aws:s3:::b'), 'T equal [arn:aws:s3:::b]'],
    ['a star, no ARN', 'ArnEquals', ['*'], present('b'), 'F malformedRequestValue [b]'],
    ['a star first', 'ArnLike', ['*:aws:s3:::x'], present('arn:aws:s3:::b'), 'F noValueEqual [arn:aws:s3:::b]'],
    ['a star, open', 'ArnEquals', ['*'], THERE, 'U unknown [] ?test:k'],
    ['a star, an ARN in part', 'ArnEquals', ['*'], role, 'T equal []'],
    ['a star, an ID in part', 'ArnEquals', ['*'], id, 'F noValueEqual []'],
    [
      'no star of its own',
      'ArnEquals',
      [variable('*')],
      present('arn:aws:s3:::b'),
      'F malformedPolicyValue [arn:aws:s3:::b]',
    ],
    ['six parts, open', 'ArnLike', ['arn:aws:s3:::b'], THERE, 'U unknown [] ?test:k'],
    ['in part', 'ArnLike', ['arn:aws:iam::111122223333:role/*'], role, 'T equal []'],
    ['in part', 'ArnLike', ['arn:aws:i?m::*:role/*'], role, 'T equal []'],
    ['in part', 'ArnLike', ['arn:aws:iam::*:role/x'], role, 'U unknown [] ?test:k'],
    ['in part', 'ArnLike', ['arn:aws:iam:*:role/x:y'], role, 'F noValueEqual []'],
    ['in part', 'ArnLike', ['arn:aws:iam::*'], role, 'F noValueEqual []'],
    ['in part', 'ArnLike', ['arn:aws:iam::444455556666:role/*'], role, 'F noValueEqual []'],
    [
      'an open variable',
      'ArnLike',
      [`arn:aws:s?:::${variable('test:open')}`],
      present('arn:aws:s3:::b'),
      'U variableUnknown [arn:aws:s3:::b] ?test:open',
    ],
    [
      'no colon before an open variable',
      'ArnLike',
      [`arn:aws:s?::${variable('test:open')}`],
      present('arn:aws:s:::b'),
      'F noValueEqual [arn:aws:s:::b]',
    ],
    [
      'no colons before an open variable',
      'ArnLike',
      [`arn:*:s3:::${variable('test:open')}`],
      present('arn:aws:x:s3:::b'),
      'F noValueEqual [arn:aws:x:s3:::b]',
    ],
    [
      'colons in the resource before an open variable',
      'ArnLike',
      [`arn:aws:s3:::b?${variable('test:open')}`],
      present('arn:aws:s3:::b:x'),
      'U variableUnknown [arn:aws:s3:::b:x] ?test:open',
    ],
    [
      'colons in the resource behind an open variable',
      'ArnLike',
      [`arn:aws:s3:::${variable('test:open')}?x`],
      present('arn:aws:s3:::b:x'),
      'U variableUnknown [arn:aws:s3:::b:x] ?test:open',
    ],
  ])('%s: %s %j', check);
});

describe('a list of which some values are known (C181, C172)', () => {
  test.each<Row>([
    ['one fits', 'ForAnyValue:StringEquals', ['a'], containing(false, 'a'), 'T equal [a]'],
    ['another may fit', 'ForAnyValue:StringEquals', ['b'], containing(false, 'a'), 'U unknown [a] ?test:k'],
    ['no other counts', 'ForAnyValue:StringEquals', ['b'], containing(true, 'a'), 'F noValueEqual [a]'],
    ['one is off', 'ForAllValues:StringEquals', ['b'], containing(false, 'a'), 'F noValueEqual [a]'],
    ['another may be off', 'ForAllValues:StringEquals', ['a'], containing(false, 'a'), 'U unknown [a] ?test:k'],
    ['all fit', 'ForAllValues:StringLike', ['*'], containing(false, 'a'), 'T equal [a]'],
    ['without a set prefix', 'StringEquals', ['a'], containing(false, 'a'), 'U unknown [a] ?test:k'],
    ['without a set prefix', 'StringEquals', ['a'], containing(true, 'a'), 'F noValueEqual [a]'],
    ['there', 'Null', ['false'], containing(false, 'a'), 'T present [a]'],
  ])('%s: %s %j', check);
});

describe('`Null` (C107, C120 to C127)', () => {
  test.each<Row>([
    ['absent', 'Null', ['true'], ABSENT, 'T absent []'],
    ['empty', 'Null', ['true'], present('', ''), 'T absent [,]'],
    ['one value', 'Null', ['true'], present('', 'a'), 'F present [,a]'],
    ['no value of its own', 'Null', ['yes'], present('a'), 'F malformedPolicyValue [a]'],
    ['no value at all', 'Null', [], present('a'), 'F present [a]'],
    ['one of two is none', 'Null', ['yes', 'false'], present('a'), 'T present [a]'],
    ['open', 'Null', ['true'], UNKNOWN, 'U unknown [] ?test:k'],
    ['open, both', 'Null', ['true', 'false'], UNKNOWN, 'T present []'],
    ['open, one of two is none', 'Null', ['true', 'yes'], UNKNOWN, 'U unknown [] ?test:k'],
    ['open, no value of its own', 'Null', ['yes'], UNKNOWN, 'F present []'],
    ['there', 'Null', ['false'], THERE, 'T present []'],
    ['with a set prefix', 'ForAllValues:Null', ['false'], ABSENT, 'T absentForAllValues []'],
    ['with a set prefix', 'ForAnyValue:Null', ['true'], ABSENT, 'F absentForAnyValue []'],
  ])('%s: %s %j', check);
});

describe('`aws:EpochTime` as a number (C46)', () => {
  test.each<Row>([
    ['a date', 'NumericEquals', ['1775692800'], present('2026-04-09T00:00:00Z'), 'T equal [1775692800]'],
    ['a number', 'NumericEquals', ['1775692800'], present('1775692800'), 'T equal [1775692800]'],
    ['a number below zero', 'NumericEquals', ['-5'], present('-5'), 'T equal [-5]'],
    ['two spellings', 'NumericEquals', ['1775692800'], spelled(['2026-04-09T00:00:00Z'], ['1775692800']), 'T equal []'],
    [
      'as text',
      'StringEquals',
      ['2026-04-09T00:00:00Z'],
      present('2026-04-09T00:00:00Z'),
      'T equal [2026-04-09T00:00:00Z]',
    ],
    ['there', 'NumericEquals', ['1'], THERE, 'U unknown [] ?aws:EpochTime'],
    ['absent', 'NumericEquals', ['1'], ABSENT, 'F absent []'],
    ['open', 'NumericEquals', ['1'], UNKNOWN, 'U unknown [] ?aws:EpochTime'],
  ])('%s: %s %j', (_rule, operator, policy, state, want) => {
    expect(decided(operator, policy, state, 'aws:EpochTime')).toBe(want);
  });

  test('another key stays as it is', () => {
    expect(decided('NumericEquals', ['1775692800'], present('2026-04-09T00:00:00Z'))).toBe(
      'F malformedRequestValue [2026-04-09T00:00:00Z]',
    );
  });
});
