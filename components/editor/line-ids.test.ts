import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifyLines, NO_LINES } from './line-ids';

const ids = (...versions: string[][]) => versions.reduce(identifyLines2, NO_LINES).ids;
const identifyLines2 = (before: typeof NO_LINES, lines: string[]) => identifyLines(before, lines);

it.each([
  [
    'a new line',
    [
      ['a', 'b'],
      ['a', 'x', 'b'],
    ],
    [0, 2, 1],
  ],
  [
    'a removed line',
    [
      ['a', 'b', 'c'],
      ['a', 'c'],
    ],
    [0, 2],
  ],
  [
    'an edited line',
    [
      ['a', 'b', 'c'],
      ['a', 'B', 'c'],
    ],
    [0, 1, 2],
  ],
  [
    'a line split in two',
    [
      ['a', 'bc', 'd'],
      ['a', 'b', 'c', 'd'],
    ],
    [0, 1, 3, 2],
  ],
  [
    'a repeated line',
    [
      ['a', 'a'],
      ['a', 'a', 'a'],
    ],
    [0, 1, 2],
  ],
  ['no change', [['a'], ['a']], [0]],
])('%s leaves the others theirs', (_, versions, expected) => {
  expect(ids(...versions)).toEqual(expected);
});

it('are as many as the lines, and no two alike', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), (versions) => {
      const last = ids(...versions);
      expect(last.length).toBe(versions.at(-1)?.length);
      expect(new Set(last).size).toBe(last.length);
    }),
  );
});
