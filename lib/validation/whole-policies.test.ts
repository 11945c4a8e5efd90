import { expect, test } from 'vitest';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { expectGoodFixes } from '@/lib/testing/good-fixes';
import { readJsonc } from '@/lib/testing/jsonc';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

// Whole policies with everything that is said about them: what one check's own cases cannot show, that the checks together say
// each fault once.

interface WholePolicy {
  readonly name: string;
  readonly type: ValidatedType;
  readonly text?: string;
  /** How many blanks follow the text. */
  readonly blanks?: number;
  readonly policy?: unknown;
  readonly statements?: readonly unknown[];
  readonly want: readonly string[];
}

const policies = ['whole-policies', 'edge-policies'].flatMap(
  (file) => readJsonc(new URL(`./cases/${file}.jsonc`, import.meta.url)) as readonly WholePolicy[],
);

function textOf({ text, blanks = 0, policy, statements }: WholePolicy): string {
  return text !== undefined
    ? text + ' '.repeat(blanks)
    : JSON.stringify(policy ?? { Version: '2012-10-17', Statement: statements }, null, 2);
}

test.each(policies.map((one) => [`${one.type}: ${one.name}`, one] as const))('%s', (_, one) => {
  const text = textOf(one);
  const found = validate(one.type, text, fullCatalog());
  expect([...new Set(found.map(({ check }) => check))].sort()).toEqual([...one.want].sort());
  expectGoodFixes({ type: one.type, text, catalog: fullCatalog() }, found, found);
});

test('every case has a name of its own', () => {
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
});
