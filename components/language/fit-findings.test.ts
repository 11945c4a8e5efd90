import { expect, test } from 'vitest';
import { fitFindings } from '@/components/language/fit-findings';
import type { Finding } from '@/lib/validation/finding';

const finding = (start: number, end: number): Finding => ({
  check: 'A',
  severity: 'error',
  message: 'Wrong.',
  range: { start, end },
  fixes: [{ title: 'Mend', edits: [] }],
});
const BEFORE = 'one two three';
const WORDS = [finding(0, 3), finding(4, 7), finding(8, 13)];

test.each<[string, string, readonly string[]]>([
  ['the same text', BEFORE, ['one', 'two', 'three']],
  ['typed right before the first', `now ${BEFORE}`, ['now one', 'two', 'three']],
  ['typed within', 'one twwo three', ['one', 'twwo', 'three']],
  ['deleted', 'one  three', ['one', 'three']],
])('%s', (_name, after, want) => {
  const fitted = fitFindings(WORDS, BEFORE, after);
  expect(fitted.map(({ range }) => after.slice(range.start, range.end))).toEqual(want);
  expect(fitted.every(({ fixes }) => (fixes === undefined) === (after !== BEFORE))).toBe(true);
});
