import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LISTED_CHECKS, TYPE_LETTERS } from '@/lib/testing/listed-checks';
import { CHECKS } from '@/lib/validation/checks';

// Every check stands in the list with its severity and types, and has cases of its own.

const listed = new Map(LISTED_CHECKS.map((one) => [one.id, one]));
const FOLDER = new URL('./checks/', import.meta.url);
const tests = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
  .join('');

test.each(CHECKS.map((check) => [check.id, check] as const))('%s is as listed and tried on its own', (id, check) => {
  const letters = Object.entries(TYPE_LETTERS).flatMap(([letter, type]) =>
    check.types.includes(type) ? [letter] : [],
  );
  const wanted = listed.get(id);
  expect({ severity: check.severity, types: letters }).toEqual({
    severity: wanted?.severity,
    types: [...letters].filter((letter) => wanted?.types.includes(letter)),
  });
  expect(letters).toHaveLength(wanted?.types.length ?? 0);
  expect(check.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(tests).toContain(`checkCases('${id}',`);
});

test('no check is listed twice', () => {
  expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
  expect(listed.size).toBe(LISTED_CHECKS.length);
});

test('every listed check is there', () => {
  const there = new Set(CHECKS.map((check) => check.id));
  expect(LISTED_CHECKS.filter(({ id }) => !there.has(id)).map(({ id }) => id)).toEqual([]);
});
