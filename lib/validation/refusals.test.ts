import { expect, test } from 'vitest';
import { allow, bucketPolicy, policyOf, READ, trustPolicy, when } from '@/lib/testing/policy-texts';
import { smallCatalog } from '@/lib/testing/small-catalog';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

const MALFORMED = 'MalformedPolicyDocument: ';
const ORGANIZATIONS =
  'MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.';
const queue = (principal: string) =>
  policyOf(
    `"Effect": "Allow", "Principal": ${principal}, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"`,
  );

test.each<[check: string, type: ValidatedType, text: string, answer: string | undefined]>([
  ['JSON_SYNTAX_ERROR', 'identity', '{', `${MALFORMED}Syntax errors in policy.`],
  ['JSON_SYNTAX_ERROR', 'trust', '{', `${MALFORMED}This policy contains invalid Json`],
  ['JSON_SYNTAX_ERROR', 'scp', '{', ORGANIZATIONS],
  ['JSON_SYNTAX_ERROR', 'endpoint', '{', undefined],
  [
    'INVALID_EFFECT',
    'boundary',
    policyOf(READ.replace('Allow', 'allow')),
    `${MALFORMED}The policy failed legacy parsing`,
  ],
  [
    'MISSING_RESOURCE',
    'identity',
    policyOf('"Effect": "Allow", "Action": "s3:GetObject"'),
    `${MALFORMED}Policy statement must contain resources.`,
  ],
  ['ACTION_LIST_EMPTY', 'identity', allow('[]'), `${MALFORMED}Policy statement must contain actions.`],
  [
    'ACTION_WITHOUT_SERVICE',
    'trust',
    trustPolicy('{ "AWS": "111122223333" }', '"AssumeRole"'),
    `${MALFORMED}Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.`,
  ],
  ['INVALID_SERVICE_IN_ACTION', 'identity', allow('"nosuch:Get"'), undefined],
  ['INVALID_SERVICE_IN_ACTION', 'identity', allow('"s3!:Get"'), `${MALFORMED}Vendor s3! is not valid`],
  [
    'INVALID_ARN_PREFIX',
    'identity',
    allow('"s3:GetObject"', '"shop"'),
    `${MALFORMED}Resource shop must be in ARN format or "*".`,
  ],
  [
    'INVALID_PARTITION',
    'identity',
    allow('"s3:GetObject"', '"arn:amazon:s3:::shop/*"'),
    `${MALFORMED}Partition "amazon" is not valid for resource "arn:amazon:s3:::shop/*".`,
  ],
  [
    'ARN_REGION_NOT_ALLOWED',
    'identity',
    allow('"iam:GetRole"', '"arn:aws:iam:us-east-1:111122223333:role/a"'),
    `${MALFORMED}IAM resource arn:aws:iam:us-east-1:111122223333:role/a cannot contain region information.`,
  ],
  [
    'PRINCIPAL_IS_GROUP',
    'trust',
    trustPolicy('{ "AWS": "arn:aws:iam::111122223333:group/a" }'),
    `${MALFORMED}Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:group/a"`,
  ],
  [
    'INVALID_SERVICE_PRINCIPAL',
    'trust',
    trustPolicy('{ "Service": "lambda" }'),
    `${MALFORMED}Invalid principal in policy: "SERVICE":"lambda"`,
  ],
  [
    'INVALID_CONDITION_OPERATOR',
    'identity',
    when('{ "StringEqual": { "aws:PrincipalTag/a": "b" } }'),
    `${MALFORMED}Syntax errors in policy.`,
  ],
  [
    'VERSION_REQUIRED',
    'scp',
    '{ "Statement": { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } }',
    ORGANIZATIONS,
  ],
  ['INVALID_ACTION', 'scp', policyOf('"Effect": "Deny", "Action": "s3:GetObjects", "Resource": "*"'), undefined],
  [
    'PRINCIPAL_IS_GROUP',
    'resource',
    bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:group/a" }'),
    'MalformedPolicy: Invalid principal in policy',
  ],
  [
    'PRINCIPAL_IS_GROUP',
    'resource',
    queue('{ "AWS": "arn:aws:iam::111122223333:group/a" }'),
    'InvalidAttributeValue: Invalid value for the parameter Policy.',
  ],
  ['POLICY_SIZE_EXCEEDS_SESSION_QUOTA', 'session', policyOf(READ).padEnd(2049), 'PackedPolicyTooLarge'],
])('%s in %s: %s', (check, type, text, answer) => {
  const found = validate(type, text, smallCatalog()).find((one) => one.check === check);
  const quoted = / AWS answers `(.*)` when you save it\.$/s.exec(found?.message ?? '')?.[1];
  expect(found).toBeDefined();
  expect(quoted).toBe(answer);
});
