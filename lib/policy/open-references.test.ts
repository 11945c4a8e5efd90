import { describe, expect, test } from 'vitest';
import { fillReference, openReferences, referenceText } from '@/lib/policy/open-references';
import { variable } from '@/lib/testing/small-diagnosis';

describe('a reference of a template is told from a policy variable', () => {
  test.each<readonly [string, boolean]>([
    ['AWS::AccountId', true],
    ['Bucket', true],
    ['Bucket.Arn', true],
    ['aws_s3_bucket.logs.arn', true],
    ['data.aws_caller_identity.current.account_id', true],
    ['self:custom.bucket', true],
    ['Fn::ImportValue:shared-key', true],
    ['aws:username', false],
    ['aws:PrincipalTag/team', false],
    ["aws:PrincipalTag/team, 'red'", false],
    ['s3:prefix', false],
    ['token.actions.githubusercontent.com:sub', false],
    ['oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub', false],
    ['*', false],
    ['?', false],
    ['$', false],
    ['', false],
  ])('%j: %s', (name, want) => {
    expect(openReferences(`x-${variable(name)}-y`)).toEqual(want ? [name] : []);
  });
});

test('each is listed once, in its order', () => {
  expect(openReferences(['B', 'A', 'B', 'aws:userid'].map(variable).join('/'))).toEqual(['B', 'A']);
});

test.each([
  ['aws_s3_bucket.logs.arn', 'aws_s3_bucket.logs.arn'],
  ['replace(var.name, "-", "_")', 'replace(var.name;-;_)'],
  ['var.dev ? "a" : "b"', 'var.dev?a;b'],
  ['{}', 'expression'],
  ['known after apply', 'knownafterapply'],
])('the expression %j is written so that it is one name', (expression, name) => {
  expect(referenceText(expression)).toBe(variable(name));
  expect(openReferences(referenceText(expression))).toEqual([name]);
});

test('a value takes the reference’s place, as JSON writes it', () => {
  expect(fillReference(`"${variable('A')}/${variable('AB')}"`, 'A', 'say "$1"')).toBe(
    `"say \\"$1\\"/${variable('AB')}"`,
  );
});
