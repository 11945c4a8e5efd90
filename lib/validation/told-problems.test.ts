import { expect, test } from 'vitest';
import { operatorProblems } from '@/lib/evaluation/operator-problems';
import { parsePolicy } from '@/lib/policy/parse';
import { fitToType } from '@/lib/policy/policy-set';
import { bucketPolicy, policyOf, READ, trustPolicy, when } from '@/lib/testing/policy-texts';
import { smallCatalog } from '@/lib/testing/small-catalog';
import type { ValidatedType } from '@/lib/validation/subject';
import { isTold } from '@/lib/validation/told-problems';
import { validate } from '@/lib/validation/validate';

/** What a verdict says of a policy, with code and place. */
function problemsOf(type: ValidatedType, text: string) {
  const parsed = parsePolicy(text);
  const roleTrust = type === 'trust';
  const given = { index: 0, type: type === 'trust' ? ('resource' as const) : type, name: '', document: parsed.value };
  return [...parsed.problems, ...fitToType(given, { roleTrust }).problems, ...operatorProblems(parsed.value)];
}

const rcp = (elements: string) => policyOf(`"Action": "s3:*", "Resource": "*", ${elements}`);

test.each<[string, ValidatedType, string]>([
  ['json-trailing-comma', 'identity', policyOf(`${READ},`)],
  ['json-typographic-quotes', 'identity', policyOf(READ).replace('"Version"', '“Version”')],
  ['json-byte-order-mark', 'identity', `\uFEFF${policyOf(READ)}`],
  ['json-comment', 'identity', policyOf(READ).replace('{', '{ /* read */')],
  ['policy-in-string', 'identity', JSON.stringify(policyOf(READ))],
  ['policy-list', 'identity', `[${policyOf(READ)}]`],
  ['policy-scalar', 'identity', '5'],
  ['policy-string', 'identity', '"text"'],
  ['policy-bare-statement', 'identity', `{ ${READ} }`],
  ['policy-statement-case', 'identity', `{ "statement": { ${READ} } }`],
  ['policy-statement-missing', 'identity', '{ "Version": "2012-10-17" }'],
  ['policy-version', 'identity', policyOf(READ).replace('2012-10-17', '2024')],
  ['unknown-policy-element', 'identity', policyOf(READ).replace('{', '{ "Name": 1,')],
  ['unknown-element', 'identity', policyOf(`${READ}, "Conditions": {}`)],
  ['repeated-element', 'identity', policyOf(`${READ}, "Action": "s3:PutObject"`)],
  ['condition-repeated', 'identity', when('{ "StringEquals": { "aws:username": "a", "aws:UserName": "b" } }')],
  ['exclusive-elements', 'identity', policyOf(`${READ}, "NotAction": "s3:*"`)],
  ['statement-no-object', 'identity', '{ "Version": "2012-10-17", "Statement": [5] }'],
  ['statement-no-action', 'identity', policyOf('"Effect": "Allow", "Resource": "*"')],
  ['effect-missing', 'identity', policyOf('"Action": "s3:*", "Resource": "*"')],
  ['effect-value', 'identity', policyOf(READ.replace('Allow', 'allow'))],
  ['element-value', 'identity', policyOf('"Effect": "Deny", "Action": {}, "Resource": "*"')],
  ['element-value', 'resource', bucketPolicy('"111122223333"')],
  ['sid-no-text', 'identity', policyOf(`"Sid": 5, ${READ}`)],
  ['condition-shape', 'identity', when('[]')],
  ['condition-operator-shape', 'identity', when('{ "Bool": true }')],
  ['condition-value', 'identity', when('{ "StringEquals": { "aws:username": null } }')],
  ['unknown-operator', 'identity', when('{ "StringIs": { "aws:username": "a" } }')],
  ['operator-case', 'identity', when('{ "stringEquals": { "aws:username": "a" } }')],
  ['misplaced-principal', 'identity', policyOf(`"Principal": "*", ${READ}`)],
  ['misplaced-principal', 'scp', policyOf(`"Principal": "*", ${READ}`)],
  ['misplaced-not-principal', 'trust', policyOf('"Effect": "Allow", "NotPrincipal": "*", "Action": "sts:AssumeRole"')],
  ['missing-principal', 'resource', policyOf(READ)],
  ['missing-resource', 'identity', policyOf('"Effect": "Allow", "Action": "s3:*"')],
  ['trust-resource', 'trust', trustPolicy('{ "AWS": "111122223333" }', '"sts:AssumeRole"', ', "Resource": "*"')],
  ['rcp-principal', 'rcp', rcp('"Effect": "Deny", "Principal": { "AWS": "111122223333" }')],
  ['rcp-not-action', 'rcp', policyOf('"Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "*"')],
  ['rcp-allow', 'rcp', rcp('"Effect": "Allow", "Principal": "*"')],
  ['not-principal-allow', 'resource', policyOf(`"NotPrincipal": { "AWS": "111122223333" }, ${READ}`)],
  ['principal-wildcard', 'resource', bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:role/*" }')],
  ['principal-kind', 'resource', bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:group/a" }')],
  ['open-to-everyone', 'resource', bucketPolicy('"*"')],
  ['action-without-service', 'identity', policyOf(READ.replace('s3:GetObject', 'GetObject'))],
  ['empty-action', 'identity', policyOf('"Effect": "Deny", "Action": [], "Resource": "*"')],
  ['empty-not-action', 'scp', policyOf('"Effect": "Deny", "NotAction": [], "Resource": "*"')],
  ['empty-resource', 'identity', policyOf('"Effect": "Deny", "Action": "s3:*", "Resource": []')],
  ['short-arn', 'resource', bucketPolicy('{ "AWS": "111122223333" }').replace('arn:aws:s3:::shop', 'arn:aws:s3:shop')],
])('%s in a policy of type %s is told by a finding', (code, type, text) => {
  const problems = problemsOf(type, text).filter((problem) => problem.code === code);
  expect(problems).not.toEqual([]);
  const findings = validate(type, text, smallCatalog());
  for (const { range = { start: 0, end: 0 } } of problems) {
    expect(isTold(code, range, findings)).toBe(true);
    expect(isTold(code, range, [])).toBe(false);
  }
});

test('a finding elsewhere, or about something else, tells nothing', () => {
  const range = { start: 10, end: 12 };
  expect(isTold('effect-value', range, [{ check: 'INVALID_EFFECT', range: { start: 20, end: 22 } }])).toBe(false);
  expect(isTold('effect-value', range, [{ check: 'MISSING_ACTION', range }])).toBe(false);
  expect(isTold('constructor', range, [{ check: 'MISSING_ACTION', range }])).toBe(false);
});

test.each(['json-too-deep', 'json-too-large', 'json-binary'])('%s is a limit, which no finding tells', (code) => {
  const range = { start: 0, end: 1 };
  expect(isTold(code, range, [{ check: 'JSON_SYNTAX_ERROR', range }])).toBe(false);
});
