import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { policyOf as policies } from '@/lib/testing/arbitraries';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { policyOf, READ } from '@/lib/testing/policy-texts';
import { applyEdits } from '@/lib/text/edit';
import { RANKS } from '@/lib/validation/check';
import { CHECKS } from '@/lib/validation/checks';
import { type Finding, SEVERITIES } from '@/lib/validation/finding';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

const catalog = fullCatalog();

/** The ids of what is found. */
const idsOf = (findings: readonly Finding[]) => findings.map((one) => one.check);

describe('of findings on the same characters the strictest rank is told', () => {
  test.each<[string, ValidatedType, string, readonly string[]]>([
    [
      'an action that does not exist is not redundant too',
      'boundary',
      policyOf('"Effect": "Deny", "Action": ["s3:Get*", "s3:GetObjects"], "Resource": "*"'),
      ['INVALID_ACTION'],
    ],
    [
      'a list with a value of a wrong type',
      'boundary',
      policyOf('"Effect": "Deny", "Action": ["s3:Gets", 5], "Resource": "*"'),
      ['DATA_TYPE_MISMATCH'],
    ],
    [
      'values of several types are not also no numbers',
      'boundary',
      policyOf(`${READ}, "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": ["a", 5] } }`),
      ['INVALID_CONDITION_DATA_TYPE'],
    ],
    ['a broken text', 'boundary', `${policyOf('"Effect": "allow"')},`, ['JSON_SYNTAX_ERROR']],
    [
      'two faults of one statement',
      'boundary',
      policyOf('"Effect": "allow", "Action": "s3:GetObjects", "Resource": "*"'),
      ['INVALID_EFFECT', 'INVALID_ACTION'],
    ],
    [
      'a fault does not hide its neighbours',
      'boundary',
      policyOf('"Effect": "Deny", "Action": "s3:*"', '"Effect": "Deny", "Action": "s3:Gets", "Resource": "*"'),
      ['MISSING_RESOURCE', 'INVALID_ACTION'],
    ],
  ])('%s', (_name, type, text, ids) => expect(idsOf(validate(type, text, catalog))).toEqual(ids));
});

test('150,000 numbers of one condition are checked', () => {
  const values = Array.from({ length: 150_000 }, (_, place) => place % 10).join();
  const text = policyOf(`${READ}, "Condition": { "NumericLessThan": { "aws:MultiFactorAuthAge": [${values}] } }`);
  expect(idsOf(validate('boundary', text, catalog))).toContain('REDUNDANT_CONDITION_VALUE_NUM');
});

test('findings stand in the order of their places, then severities, then ids', () => {
  const text = policyOf(
    '"Effect": "Allow", "Action": "*", "Resource": "*"',
    '"Action": ["s3:Gets", "GetObject"], "Resource": "x"',
  );
  const found = validate('identity', text, catalog);
  expect(found.length).toBeGreaterThan(5);
  for (const [place, one] of found.entries()) {
    const before = found[place - 1];
    if (before === undefined) continue;
    const [last, next] = [before, one].map(({ range, severity }) => [
      range.start,
      range.end,
      SEVERITIES.indexOf(severity),
    ]);
    expect(compareLists(last ?? [], next ?? [])).toBeLessThanOrEqual(0);
  }
});

function compareLists(left: readonly number[], right: readonly number[]): number {
  for (const [place, one] of left.entries()) if (one !== right[place]) return one - (right[place] ?? 0);
  return 0;
}

test('without the details of services nothing is said about what is in them', () => {
  const text = policyOf(
    '"Effect": "Deny", "Action": "s3:NoSuchAction", "Resource": "arn:aws:sqs:eu-west-1:111122223333:a/b:c"',
  );
  expect(validate('scp', text, builtInCatalog())).toEqual([]);
  expect(idsOf(validate('scp', text, catalog))).toContain('INVALID_ACTION');
});

test('what a rank silences is a rank', () => {
  for (const check of CHECKS) expect(RANKS).toContain(check.rank);
});

// Texts made of what policies are made of, right and wrong.
const PIECES = [
  ...'{}[],:"\'“”\\/#<>$*?'.split(''),
  ...[
    '"Version"',
    '"2012-10-17"',
    '"Statement"',
    '"Effect"',
    '"Allow"',
    '"Action"',
    '"s3:Get*"',
    '"Resource"',
    '"*"',
    '"Condition"',
  ],
  ...[
    `"arn:aws:s3:::a/\${b}"`,
    '"Principal"',
    '"StringEquals"',
    '"aws:TagKeys"',
    'null',
    '1',
    'true',
    ' ',
    '\n',
    '\uFEFF',
    '&quot;',
    '%7B',
    '{"Effect":"Deny"}',
  ],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
const types = fc.constantFrom(...ALL_TYPES);

/** Policies of the grammar, with one character left out, doubled or changed now and then. */
const grown = fc
  .tuple(
    fc.constantFrom(...POLICY_TYPES).chain(policies),
    fc.nat(),
    fc.constantFrom('', '"', '{', 'x', '*', ' '),
    fc.boolean(),
  )
  .map(([policy, place, sign, spoil]) => {
    const text = JSON.stringify(policy.document, null, 1);
    const at = place % (text.length + 1);
    return spoil ? text.slice(0, at) + sign + text.slice(at + 1) : text;
  });

describe('on any text', () => {
  test('ranges lie in the text, and the same text gives the same findings', () => {
    fc.assert(
      fc.property(fc.oneof(texts, grown), types, (text, type) => {
        const found = validate(type, text, catalog);
        for (const { range, message } of found) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(message).not.toBe('');
        }
        expect(validate(type, text, catalog)).toEqual(found);
        const places = found.map(({ check, range }) => `${check} ${range.start} ${range.end}`);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 400 },
    );
  });

  test('a fix takes its finding away, and what was JSON stays JSON', () => {
    fc.assert(
      fc.property(fc.oneof(texts, grown), types, (text, type) => {
        const found = validate(type, text, catalog);
        for (const { check, range, fixes } of found) {
          for (const { edits } of fixes ?? []) {
            const mended = applyEdits(text, edits);
            const say = `${check} at ${range.start}: ${mended}`;
            const left = validate(type, mended, catalog);
            expect(countOf(check, left), say).toBeLessThan(countOf(check, found));
            const isOtherwise = check === 'BYTE_ORDER_MARK' && countOf('JSON_SYNTAX_ERROR', found) > 0;
            if (!isOtherwise) expect(countOf('JSON_SYNTAX_ERROR', left), say).toBe(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function countOf(check: string, findings: readonly Finding[]): number {
  return findings.filter((one) => one.check === check).length;
}

// Time is that of the processor: a machine that is busy with other things must not fail a large input.
describe('hostile policies are answered, and in time', () => {
  const many = (count: number, statement: (place: number) => object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: count }, (_, place) => statement(place)) });
  const one = (more: object) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more },
    });
  const list = (count: number, entry: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => entry(place));
  const block = (count: number, key: (place: number) => string) =>
    Object.fromEntries(list(count, key).map((name) => [name, ['a*', 'b']]));

  test.each<[string, string]>([
    [
      '10,000 statements',
      many(10_000, (place) => ({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::b${place}/*` })),
    ],
    [
      '10,000 wrong services',
      many(10_000, (place) => ({ Effect: 'Allow', Action: `sevice${place}:Do`, Resource: '*' })),
    ],
    ['10,000 statements of wrong types', many(10_000, () => ({ Effect: 5, Action: 7, Resource: {} }))],
    ['10,000 equal Sids', many(10_000, () => ({ Sid: 'A', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }))],
    ['an action of 10,000 letters', one({ Action: `s3:${'a'.repeat(10_000)}` })],
    ['an action of 5,000 wildcards', one({ Action: `s3:${'a*'.repeat(5_000)}` })],
    ['5,000 actions with wildcards', one({ Action: list(5_000, (place) => `s3:Get*${place}`) })],
    ['5,000 resources with wildcards', one({ Resource: list(5_000, (place) => `arn:aws:s3:::b*${place}/*`) })],
    [
      'resources of 5,000 wildcards',
      one({ Resource: list(10, (place) => `arn:aws:s3:::${'a*'.repeat(5_000)}${place}`) }),
    ],
    ['50,000 variables that are not closed', one({ Resource: `arn:aws:s3:::${'${'.repeat(50_000)}` })],
    ['5,000 unknown keys', one({ Condition: { StringEquals: block(5_000, (place) => `aws:Surce${place}`) } })],
    ['5,000 keys of tags', one({ Condition: { StringEquals: block(5_000, (place) => `aws:PrincipalTag/${place}`) } })],
    [
      '5,000 unknown operators',
      one({ Condition: Object.fromEntries(list(5_000, (place) => `StringEqual${place}`).map((name) => [name, {}])) }),
    ],
    ['60,000 unknown elements', one(block(60_000, (place) => `Effects${place}`))],
    ['brackets', '['.repeat(100_000)],
    ['tags of HTML', '<'.repeat(100_000)],
    ['ampersands', `${'&amp;'.repeat(20_000)}&quot;`],
    ['blanks', ' '.repeat(100_000)],
    ['words', 'a '.repeat(50_000)],
    ['five million characters', `"${'a'.repeat(5_000_000)}"`],
  ])('%s', (_name, text) => {
    const begin = process.cpuUsage();
    for (const type of ['identity', 'resource'] as const) {
      expect(validate(type, text, catalog).length).toBeLessThanOrEqual(1000 * CHECKS.length);
    }
    const { user, system } = process.cpuUsage(begin);
    expect(user + system).toBeLessThan(6_000_000);
  });
});
