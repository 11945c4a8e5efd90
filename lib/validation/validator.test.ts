import { expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import type { Circumstances, ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';
import { createValidator } from '@/lib/validation/validator';

const catalog = builtInCatalog();
const TEXT = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
    Condition: { DateLessThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } },
  },
});
const QUESTIONS: readonly (readonly [ValidatedType, string, Circumstances])[] = [
  ['identity', TEXT, {}],
  ['resource', TEXT, {}],
  ['identity', TEXT, { account: '444455556666' }],
  ['identity', TEXT, { now: Date.UTC(2026, 4) }],
  ['identity', TEXT, { now: Date.UTC(2026, 6) }],
  ['identity', TEXT.replace('2012-10-17', '2008-10-17'), {}],
];

test('what is remembered answers the same question alone', () => {
  const ask = createValidator(catalog);
  for (let round = 0; round < 2; round++) {
    for (const [type, text, circumstances] of QUESTIONS) {
      expect(ask(type, text, circumstances)).toEqual(validate(type, text, catalog, circumstances));
    }
  }
  expect(ask('identity', TEXT)).toBe(ask('identity', TEXT));
});
