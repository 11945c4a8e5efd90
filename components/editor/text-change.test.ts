import fc from 'fast-check';
import { expect, it } from 'vitest';
import { offsetAfter, textChange } from './text-change';

const TEXTS = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁') });

it.each([
  ['abc', 'abc', undefined],
  ['abc', 'abxc', { start: 2, removed: 0, inserted: 'x' }],
  ['abc', 'ac', { start: 1, removed: 1, inserted: '' }],
  ['', 'abc', { start: 0, removed: 0, inserted: 'abc' }],
  ['aaa', 'aa', { start: 2, removed: 1, inserted: '' }],
  ['one two', 'one 2', { start: 4, removed: 3, inserted: '2' }],
  ['😀', '😁', { start: 0, removed: 2, inserted: '😁' }],
])('from %j to %j', (before, after, change) => {
  expect(textChange(before, after)).toEqual(change);
});

it('makes one text into the other and never cuts a character in two', () => {
  fc.assert(
    fc.property(TEXTS, TEXTS, (before, after) => {
      const change = textChange(before, after);
      const { start, removed, inserted } = change ?? { start: 0, removed: 0, inserted: '' };
      expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(after);
      expect(() => encodeURIComponent(inserted)).not.toThrow(); // half a character would
    }),
  );
});

it.each([
  [0, 0],
  [2, 2],
  [3, 6],
  [4, 6],
  [5, 7],
])('a caret at %i moves with the text around it to %i', (before, after) => {
  expect(offsetAfter({ start: 2, removed: 2, inserted: 'long' }, before)).toBe(after);
});
