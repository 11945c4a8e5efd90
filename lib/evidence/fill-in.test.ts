import { describe, expect, test } from 'vitest';
import { fillIn, type StatedFacts } from '@/lib/evidence/fill-in';
import { readEvidence } from '@/lib/evidence/read';

const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const CHINA = 'arn:aws-cn:iam::111122223333:user/nadia';

/** Exactly what the text states about the request, completed from itself alone. */
function check(text: string, want: Partial<StatedFacts>): void {
  expect(fillIn(readEvidence(text))).toEqual({ context: {}, absent: [], ...want });
}

const denied = (principal: string, action: string, resource: string) =>
  `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`;

describe('what a message states about the request', () => {
  test.each<readonly [string, string, Partial<StatedFacts>]>([
    [
      'the names of the sentence',
      denied(NADIA, 'sns:Publish', 'arn:aws:sns:eu-west-1:444455556666:alerts'),
      { principal: NADIA, action: 'sns:Publish', resource: 'arn:aws:sns:eu-west-1:444455556666:alerts' },
    ],
    [
      'an anonymous caller',
      denied('anonymous', 'es:ESHttpGet', '*'),
      { principal: '*', action: 'es:ESHttpGet', resource: '*' },
    ],
    [
      'the action behind the operation',
      'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
      { action: 's3:ListBucket' },
    ],
    [
      'IAM’s word for a role',
      denied(NADIA, 'iam:GetRole', 'role voclabs'),
      { principal: NADIA, action: 'iam:GetRole', resource: 'arn:aws:iam::111122223333:role/voclabs' },
    ],
    [
      'IAM’s words for an instance profile, in another partition',
      denied(CHINA, 'iam:GetInstanceProfile', 'instance profile web'),
      {
        principal: CHINA,
        action: 'iam:GetInstanceProfile',
        resource: 'arn:aws-cn:iam::111122223333:instance-profile/web',
      },
    ],
    [
      'IAM’s words without a caller to complete them from',
      'User is not authorized to perform: iam:GetRole on resource: role voclabs',
      { action: 'iam:GetRole', resource: 'role voclabs' },
    ],
    [
      'words that are no ARN’s',
      denied(NADIA, 'iam:DeleteAccessKey', 'access key AKIAEXAMPLE000000001'),
      { principal: NADIA, action: 'iam:DeleteAccessKey', resource: 'access key AKIAEXAMPLE000000001' },
    ],
    [
      'a queue’s URL',
      'Access to the resource https://sqs.eu-west-1.amazonaws.com/111122223333/orders is denied.',
      { resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
    ],
    [
      'a queue’s URL in GovCloud',
      'Access to the resource https://sqs.us-gov-west-1.amazonaws.com/111122223333/orders is denied.',
      { resource: 'arn:aws-us-gov:sqs:us-gov-west-1:111122223333:orders' },
    ],
    [
      'who the caller is',
      JSON.stringify({ UserId: 'AIDA', Account: '111122223333', Arn: NADIA }),
      { principal: NADIA },
    ],
    ['nothing of a failure that is no denial', 'ExpiredToken: The provided token has expired.', {}],
    [
      'the denial, where another failure stands before it',
      `An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.\nAn error occurred (AccessDenied) when calling the GetObject operation: ${denied(NADIA, 's3:GetObject', '"arn:aws:s3:::b/k"')}`,
      { principal: NADIA, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
    ],
    ['nothing of nothing', 'hello', {}],
  ])('%s', (_name, text, want) => check(text, want));

  test('the resource’s account is never taken from the caller', () => {
    expect(fillIn(readEvidence(denied(NADIA, 's3:GetObject', '"arn:aws:s3:::b/k"')))).not.toHaveProperty(
      'resourceAccount',
    );
  });
});
