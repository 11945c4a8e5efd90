import { describe, expect, test } from 'vitest';
import { smallest } from '@/lib/testing/smallest';

const holds = (wanted: string) => (value: unknown) => JSON.stringify(value).includes(wanted);

describe('takes out what the failure does not need', () => {
  test.each([
    ['items and members', { a: [1, 'x', { b: 2, c: 'here' }], d: 4 }, holds('here'), { a: { c: 'here' } }],
    ['a list of one', [['here']], holds('here'), 'here'],
    ['nothing where everything is needed', { a: 1, b: 2 }, holds('{"a":1,"b":2}'), { a: 1, b: 2 }],
    ['two things in two places', [{ a: 1, b: 2 }, 3, { a: 4 }], holds('"b":2},{'), [{ b: 2 }, {}]],
  ])('%s', (_name, value, fails, want) => {
    expect(smallest<unknown>(value, fails)).toEqual(want);
  });

  test('members of the names that stay', () => {
    expect(smallest<unknown>({ type: 'x', rest: [1, 'here'] }, holds('here'), ['type', 'rest'])).toEqual({
      type: 'x',
      rest: 'here',
    });
  });
});
