import { describe, expect, test } from 'vitest';
import type { Proposal } from '@/lib/language/proposal';
import { afterKey, invites, SHOWN_SUGGESTIONS } from './suggestions';

const proposal = (label: string): Proposal => ({
  kind: 'value',
  label,
  edit: { range: { start: 0, end: 0 }, text: label },
  further: [],
  selection: { start: 0, end: 0 },
  asksOn: false,
});
const list = (count: number, active: number) => ({
  proposals: Array.from({ length: count }, (_, index) => proposal(`${index}`)),
  active,
});

describe('keys move in the list', () => {
  test.each([
    ['ArrowDown', 3, 0, 1],
    ['ArrowDown', 3, 2, 0],
    ['ArrowUp', 3, 1, 0],
    ['ArrowUp', 3, 0, 2],
    ['ArrowUp', 500, 0, SHOWN_SUGGESTIONS - 1],
    ['PageDown', 20, 1, 7],
    ['PageDown', 3, 1, 2],
    ['PageUp', 20, 10, 4],
    ['PageUp', 20, 2, 0],
  ])('%s, of %i, from %i', (key, count, active, want) => expect(afterKey(list(count, active), key)?.active).toBe(want));

  test('other keys do not', () => expect(afterKey(list(3, 0), 'a')).toBeUndefined());
});

test.each([
  ['a', true],
  ['"', true],
  [':', true],
  ['{', true],
  ['}', false],
  [',', false],
  [' ', false],
  ['\n', false],
  ['ab', false],
])('typing %j invites proposals: %s', (typed, want) => expect(invites(typed)).toBe(want));
