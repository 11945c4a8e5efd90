import { describe, expect, test } from 'vitest';
import { markedText } from '@/lib/testing/marked-text';
import { type ValidatedType, validate } from '@/lib/validation/validate';

/** The findings of a policy: `check severity`, in the order of their places, which the text marks. */
function check(type: ValidatedType, marked: string, findings: readonly string[]): void {
  const { text, ranges } = markedText(marked);
  const found = validate(type, text);
  expect(found.map((one) => `${one.check} ${one.severity}`)).toEqual(findings);
  expect(found.map((one) => one.range)).toEqual(ranges);
  for (const one of found) expect(one.message).toMatch(/[.)]$/);
}

const ALLOW = '"Effect": "Allow", "Action": "s3:*"';

describe('findings', () => {
  test.each<[string, ValidatedType, string, readonly string[]]>([
    ['nothing to say', 'identity', `{ "Statement": { ${ALLOW}, "Resource": "*" } }`, []],
    [
      'a trust policy',
      'trust',
      '{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "111122223333" } } }',
      [],
    ],
    ['broken JSON', 'identity', `{ "Statement": { ${ALLOW}, "Resource": "*",«}» }`, ['json-trailing-comma error']],
    [
      'an element misspelt',
      'identity',
      `{ "Statement": { ${ALLOW}, "Resource": "*", «"condition"»: {} } }`,
      ['unknown-element error'],
    ],
    [
      'an operator misspelt',
      'identity',
      `{ "Statement": { ${ALLOW}, "Resource": "*", "Condition": { «"StringEqual"»: {} } } }`,
      ['unknown-operator error'],
    ],
    [
      'a principal where none belongs',
      'identity',
      `{ "Statement": «{ ${ALLOW}, "Resource": "*", "Principal": "*" }» }`,
      ['misplaced-principal error'],
    ],
    [
      'no principal where one belongs',
      'resource',
      `{ "Statement": «{ ${ALLOW}, "Resource": "*" }» }`,
      ['missing-principal error'],
    ],
    ['no resource where one belongs', 'scp', `{ "Statement": «{ ${ALLOW} }» }`, ['missing-resource error']],
    [
      'a resource in a trust policy',
      'trust',
      `{ "Statement": { ${ALLOW}, "Principal": { "AWS": "111122223333" }, «"Resource": "*"» } }`,
      ['trust-resource warning'],
    ],
    [
      'NotPrincipal in a trust policy',
      'trust',
      `{ "Statement": «{ ${ALLOW}, "NotPrincipal": { "AWS": "111122223333" } }» }`,
      ['misplaced-not-principal error'],
    ],
    [
      'NotPrincipal with Allow',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": "*", «"NotPrincipal": { "AWS": "111122223333" }» } }`,
      ['not-principal-allow error'],
    ],
    [
      'a pattern as principal',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": "*", "Principal": { "AWS": «"arn:aws:iam::111122223333:role/*"» } } }`,
      ['principal-wildcard error'],
    ],
    [
      'a group as principal',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": "*", "Principal": { "AWS": «"arn:aws:iam::111122223333:group/a"» } } }`,
      ['principal-kind error'],
    ],
    [
      'everyone',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": "*", «"Principal": "*"» } }`,
      ['open-to-everyone securityWarning'],
    ],
    [
      'everyone, narrowed',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": "*", "Principal": "*", "Condition": { "Bool": { "aws:SecureTransport": true } } } }`,
      [],
    ],
    [
      'an action without its service',
      'identity',
      '{ "Statement": { "Effect": "Allow", "Action": [«"GetObject"», "*"], "Resource": "*" } }',
      ['action-without-service error'],
    ],
    [
      'no action in the list',
      'identity',
      '{ "Statement": { "Effect": "Allow", «"Action": []», "Resource": "*" } }',
      ['empty-action error'],
    ],
    [
      'nothing excluded',
      'identity',
      '{ "Statement": { "Effect": "Deny", «"NotAction": []», «"NotResource": []» } }',
      ['empty-not-action error', 'empty-resource error'],
    ],
    [
      'a short ARN',
      'resource',
      `{ "Statement": { ${ALLOW}, "Resource": «"arn:aws:s3"», "Principal": { "AWS": "111122223333" } } }`,
      ['short-arn error'],
    ],
    ['a short ARN where AWS fills it up', 'identity', `{ "Statement": { ${ALLOW}, "Resource": "arn:aws:s3" } }`, []],
    [
      'an Allow in an RCP',
      'rcp',
      '{ "Statement": { "Effect": «"Allow"», "Action": "s3:*", "Resource": "*", "Principal": "*" } }',
      ['rcp-allow error'],
    ],
    [
      'an RCP for somebody',
      'rcp',
      '{ "Statement": «{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Principal": { "AWS": "111122223333" } }» }',
      ['rcp-principal error'],
    ],
    [
      'an RCP with NotAction',
      'rcp',
      '{ "Statement": «{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*", "Principal": "*" }» }',
      ['rcp-not-action error'],
    ],
  ])('%s', (_name, type, marked, findings) => check(type, marked, findings));
});

test('an empty text has a finding without a place', () => {
  expect(validate('identity', '')).toMatchObject([{ check: 'policy-empty', severity: 'error' }]);
});
