import { expect, test } from 'vitest';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { readJsonc } from '@/lib/testing/jsonc';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

// A check that speaks where nothing is wrong is worse than none.

interface CleanPolicy {
  readonly name: string;
  readonly type: ValidatedType;
  readonly policy?: unknown;
  readonly statements?: readonly unknown[];
}

const policies = readJsonc(new URL('./cases/clean-policies.jsonc', import.meta.url)) as readonly CleanPolicy[];

test.each(policies.map((one) => [`${one.type}: ${one.name}`, one] as const))('%s', (_, one) => {
  const text = JSON.stringify(one.policy ?? { Version: '2012-10-17', Statement: one.statements }, null, 2);
  const found = validate(one.type, text, fullCatalog()).filter(({ severity }) => severity !== 'suggestion');
  expect(found.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
});
