import { describe, expect, test } from 'vitest';
import { capitalised, code, listOf, plural, sayNumber, visible } from '@/lib/text/wording';

describe('names in code marks', () => {
  test.each([
    ['s3:GetObject', '`s3:GetObject`'],
    ['a`b', "`a'b`"],
    ['line\nbreak', '`line\\u000abreak`'],
    ['right‮left', '`right\\u202eleft`'],
    ['zero​width', '`zero\\u200bwidth`'],
    ['', '`""`'],
    ['x'.repeat(301), `\`${'x'.repeat(300)}…\``],
  ])('%j', (text, want) => {
    expect(code(text)).toBe(want);
  });
});

test('ordinary letters of any language stay as they are', () => {
  expect(visible('Größe 数 é')).toBe('Größe 数 é');
});

describe('lists', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('%j', (items, want) => {
    expect(listOf(items, 'or')).toBe(want);
  });
});

test.each([
  ['', ''],
  ['an SCP', 'An SCP'],
  ['éclair', 'Éclair'],
])('%j begins a sentence', (text, want) => {
  expect(capitalised(text)).toBe(want);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1_234_567, '1,234,567'],
])('%i is written with commas', (count, want) => {
  expect(sayNumber(count)).toBe(want);
});

test.each([
  [0, '0 policies'],
  [1, '1 policy'],
  [2, '2 policies'],
])('%i', (count, want) => {
  expect(plural(count, 'policy', 'policies')).toBe(want);
});
