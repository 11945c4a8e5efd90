import { describe, expect, test } from 'vitest';
import { RULES } from '@/lib/evaluation/rules';
import { conditionCases, documentCases } from '@/lib/testing/cases';

const shown = new Set([...documentCases(), ...conditionCases()].flatMap((one) => one.rules));

describe('every rule has a case that names it, or says why none can', () => {
  test.each(Object.entries(RULES))('%s %j', (id, { withoutCase }) => {
    expect(shown.has(id) || withoutCase !== undefined).toBe(true);
  });
});

test('cases name rules that there are', () => {
  expect([...shown].filter((id) => !Object.hasOwn(RULES, id))).toEqual([]);
});

test('every rule says one sentence of its own', () => {
  const sentences = Object.values(RULES).map((rule) => rule.sentence);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z`].*[.]$/);
});

test('every page is one of AWS’s documentation', () => {
  for (const { page } of Object.values(RULES))
    if (page !== undefined) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
