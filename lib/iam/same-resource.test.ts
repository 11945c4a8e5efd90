import { expect, test } from 'vitest';
import { isOtherResource } from '@/lib/iam/same-resource';

const A = '111122223333';

test.each<readonly [string, string, boolean]>([
  ['arn:aws:s3:::inbox', 'arn:aws:s3:::inbox', false],
  ['arn:aws:s3:::inbox', 'arn:aws:s3:::inbox/a/b.csv', false],
  ['arn:aws:s3:::inbox/*', 'arn:aws:s3:::inbox/a', false],
  ['arn:aws:s3:::inbox', 'arn:aws:s3:::inbox-2/a', true],
  ['arn:aws:s3:::inbox', `arn:aws:kms:eu-west-1:${A}:key/1`, true],
  ['arn:aws:s3:::inbox', 'arn:aws-cn:s3:::inbox', true],
  [`arn:aws:kms:eu-west-1:${A}:key/1`, `arn:aws:kms:eu-west-1:${A}:key/2`, true],
  [`arn:aws:kms:eu-west-1:${A}:key/1`, `arn:aws:kms:eu-west-1:${A}:alias/app`, false],
  [`arn:aws:kms:eu-west-1:${A}:key/1`, `arn:aws:kms:us-east-1:${A}:key/1`, true],
  [`arn:aws:sqs:eu-west-1:${A}:jobs`, 'arn:aws:sqs:eu-west-1:444455556666:jobs', true],
  [`arn:aws:dynamodb:eu-west-1:${A}:table/T`, `arn:aws:dynamodb:eu-west-1:${A}:table/T/index/i`, false],
  [`arn:aws:dynamodb:eu-west-1:${A}:table/T`, `arn:aws:dynamodb:eu-west-1:${A}:table/T2`, true],
  [`arn:aws:lambda:eu-west-1:${A}:function:f`, `arn:aws:lambda:eu-west-1:${A}:function:f:live`, false],
  [`arn:aws:secretsmanager:eu-west-1:${A}:secret:db-a1B2c3`, `arn:aws:secretsmanager:eu-west-1:${A}:secret:db`, false],
  [`arn:aws:iam::${A}:role/app`, `arn:aws:iam::${A}:role/other`, true],
  ['inbox', 'arn:aws:s3:::inbox', false],
  ['arn:aws:s3:::inbox', '*', false],
])('the policy of %s, the request on %s: another resource %s', (policyOf, requested, want) => {
  expect(isOtherResource(policyOf, requested)).toBe(want);
});
