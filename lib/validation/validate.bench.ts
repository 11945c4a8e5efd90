import { bench, describe } from 'vitest';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { validate } from '@/lib/validation/validate';

// A keystroke has to be answered before the next one: policies of the sizes that AWS stores, and far beyond.

const catalog = fullCatalog();

const policy = (statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);

const usual = (place: number) => ({
  Sid: `Team${place}`,
  Effect: place % 5 === 0 ? 'Deny' : 'Allow',
  Action: ['s3:GetObject', 's3:PutObject', 'ec2:Describe*'],
  Resource: [`arn:aws:s3:::team-${place}/*`, `arn:aws:s3:::team-${place}`],
  Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${place}` } },
});

const many = (count: number, statement: (place: number) => object) =>
  policy(Array.from({ length: count }, (_, place) => statement(place)));

describe('ten managed policies of 6,144 characters', () => {
  const texts = Array.from({ length: 10 }, (_, first) => many(24, (place) => usual(24 * first + place)));
  bench('all of them', () => {
    for (const text of texts) validate('identity', text, catalog);
  });
  bench('the one that is being typed', () => void validate('identity', texts[0] ?? '', catalog));
});

describe('beyond what AWS stores', () => {
  const large = many(440, usual);
  const statements = many(10_000, (place) => ({
    Effect: 'Allow',
    Action: 's3:*',
    Resource: `arn:aws:s3:::b${place}/*`,
  }));
  bench('100,000 characters', () => void validate('identity', large, catalog));
  bench('10,000 statements', () => void validate('identity', statements, catalog));
});
