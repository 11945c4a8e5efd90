import { expect, test } from 'vitest';
import { findBracket } from '@/lib/text/brackets';

const closes = (depth: number) => depth === 0;

test.each([
  ['{}', 1],
  ['{ "a": [1, { "b": "}" }] } }', 25],
  ['{ "a": "\\"}" }', 13],
  ['[[]', undefined],
  ['{ "a: }\n}', undefined],
  ['', undefined],
])('%j is closed at %s', (text, want) => {
  expect(findBracket(text, closes)).toBe(want);
});

test('begins where it is told, and counts from there', () => {
  expect(findBracket('{ [] }', closes, { from: 2 })).toBe(3);
});

test('a text that is not closed ends with its line, where that is wanted', () => {
  expect(findBracket('{ "a: }\n}', closes, { byLines: true })).toBe(8);
});

test('tells of brackets that were never opened', () => {
  const depths: number[] = [];
  findBracket('] } "[" {', (depth) => depths.push(depth) < 0);
  expect(depths).toEqual([-1, -2, -1]);
});
