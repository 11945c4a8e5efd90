import { describe, expect, test } from 'vitest';
import { operatorProblems } from '@/lib/evaluation/operator-problems';
import { OPERATOR_NAMES, readOperator } from '@/lib/evaluation/operators';
import { parsePolicy } from '@/lib/policy/parse';
import { code } from '@/lib/text/wording';

/** What is said of an operator, at its name; empty where there is nothing to say. */
function said(operator: string): readonly string[] {
  const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition: { [operator]: { 'a:b': 'c' } } };
  const text = JSON.stringify({ Statement: statement });
  return operatorProblems(parsePolicy(text).value).map(({ message, range }) => {
    expect(text.slice(range?.start, range?.end)).toBe(JSON.stringify(operator));
    return message;
  });
}

const names = OPERATOR_NAMES.filter((name) => name !== 'Null');

test.each(names.flatMap((name) => [name, `${name}IfExists`, `ForAllValues:${name}`, `ForAnyValue:${name}IfExists`]))(
  '%s is an operator',
  (name) => {
    expect(said(name)).toEqual([]);
    expect(readOperator(name.toUpperCase())?.name).toBe(name);
  },
);

describe('what AWS does not know gets the nearest name that it does (C10)', () => {
  test.each([
    ['StringContains', 'StringLike'],
    ['NotStringEquals', 'StringNotEquals'],
    ['BoolEquals', 'Bool'],
    ['IpAddressNotEquals', 'NotIpAddress'],
    ['NullIfExists', 'Null'],
    ['StringEqual', 'StringEquals'],
    ['StringEqualss', 'StringEquals'],
    ['StrinEquals', 'StringEquals'],
    ['SrtingEquals', 'StringEquals'],
    ['ForAnyValues:StringLike', 'ForAnyValue:StringLike'],
    ['ForAnyValue:ForAllValues:StringLike', undefined],
    ['Nonsense', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j: %s', (written, near) => {
    const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`;
    expect(said(written)).toEqual([
      `AWS knows no condition operator ${code(written)}.${hint} Whether this condition holds cannot be told.`,
    ]);
  });
});

test('the wrong letter case is read as meant, and said (C9)', () => {
  expect(said('foranyvalue:stringequalsifexists')[0]).toContain('write `ForAnyValue:StringEqualsIfExists`');
});
