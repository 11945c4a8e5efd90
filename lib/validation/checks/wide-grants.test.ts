import { checkCases } from '@/lib/testing/check-cases';
import { allow, bucketPolicy, policyOf } from '@/lib/testing/policy-texts';

const ALSO = ['PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE'];

checkCases('FULL_ADMIN', {
  invalid: [
    { text: allow('«"*"»', '"*"'), also: ALSO },
    { text: allow('["s3:GetObject", «"*:*"»]', '["*"]'), also: ALSO },
    { type: 'session', text: allow('«"*"»', '"*"'), also: ALSO },
  ],
  valid: [
    allow('"*"', '"arn:aws:s3:::shop/*"'),
    policyOf('"Effect": "Deny", "Action": "*", "Resource": "*"'),
    policyOf(
      '"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
    ),
    { type: 'boundary', text: allow('"*"', '"*"') },
    // What the unknown element means is not known.
    policyOf('"Effect": "Allow", "Action": "*", "Resource": "*", "condition": {}'),
  ],
});

checkCases('SERVICE_WILDCARD', {
  invalid: [
    allow('«"sqs:*"»', '"*"'),
    allow('[«"sqs:*"», "sns:Publish", «"S3:**"»]', '"*"'),
    allow('«"sqs:*"»', '"arn:aws:sqs:*:111122223333:*"'),
    allow('«"s3:*"»', '"arn:aws:s3:::*"'),
    allow('«"dynamodb:*"»', '"arn:aws:dynamodb:us-east-1:111122223333:table/*"'),
    {
      type: 'boundary',
      text: policyOf(
        '"Effect": "Allow", "Action": «"sqs:*"», "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
      ),
    },
  ],
  valid: [
    allow('"s3:*"', '"arn:aws:s3:::shop/*"'),
    allow('"dynamodb:*"', '"arn:aws:dynamodb:us-east-1:111122223333:table/app-*"'),
    allow('"sqs:Send*"', '"*"'),
    policyOf('"Effect": "Deny", "Action": "sqs:*", "Resource": "*"'),
    policyOf('"Effect": "Allow", "NotAction": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"'),
  ],
});

checkCases('ALLOW_NOT_ACTION', {
  invalid: [
    policyOf('"Effect": "Allow", «"NotAction"»: "s3:DeleteObject", "Resource": "arn:aws:s3:::shop/*"'),
    {
      type: 'resource',
      text: policyOf(
        '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, «"NotAction"»: "s3:DeleteObject", "Resource": "arn:aws:s3:::shop/*"',
      ),
    },
  ],
  valid: [
    policyOf('"Effect": "Deny", "NotAction": "iam:*", "Resource": "*"'),
    ...(['boundary', 'scp'] as const).map((type) => ({
      type,
      text: policyOf('"Effect": "Allow", "NotAction": "s3:DeleteObject", "Resource": "arn:aws:s3:::shop/*"'),
    })),
  ],
});

checkCases('ALLOW_NOT_RESOURCE', {
  invalid: [
    policyOf('"Effect": "Allow", "Action": "s3:GetObject", «"NotResource"»: "arn:aws:s3:::shop/private/*"'),
    {
      type: 'endpoint',
      text: policyOf(
        '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", «"NotResource"»: "arn:aws:s3:::shop/private/*"',
      ),
    },
  ],
  valid: [
    policyOf('"Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/private/*"'),
    bucketPolicy('{ "AWS": "111122223333" }'),
    {
      type: 'scp',
      text: policyOf('"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::shop/*"'),
    },
  ],
});
