import { expect, it } from 'vitest';
import { OUTCOME_SHAPES, OUTCOME_WORDS } from './outcome-shapes';

it('gives each outcome a shape and a word of its own', () => {
  const shapes = Object.values(OUTCOME_SHAPES).map((paths) => JSON.stringify(paths));
  expect(new Set(shapes).size).toBe(shapes.length);
  expect(new Set(Object.values(OUTCOME_WORDS)).size).toBe(shapes.length);
});
