import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

checkCases('INVALID_ACTION', {
  invalid: [
    allow('«"s3:GetObjects"»'),
    allow('["s3:GetObject", «"s3:FetchObject"»]'),
    allow('«"S3:getobjekt"»'),
    allow('«"s3:"»'),
    policyOf('"Effect": "Deny", "NotAction": «"s3:Objects"», "Resource": "*"'),
  ],
  valid: [
    allow('"s3:GetObject"'),
    allow('"S3:getobject"'),
    allow('"s3:Nothing*"'),
    allow('"s3:Get?bject"'),
    allow('"cloudwatch:NoDetailsKnown"', '"*"'),
    allow('"nowhere:GetObject"'),
    allow('"s3::GetObject"'),
    allow(`"s3:\${aws:username}"`),
  ],
  fixed: [
    [allow('"s3:GetObjects"'), allow('"s3:GetObject"')],
    [allow('"s3:ObjectGet"'), allow('"s3:GetObject"')],
  ],
});

checkCases('INVALID_SERVICE_IN_ACTION', {
  invalid: [
    allow('«"dynamo:GetItem"»', '"*"'),
    allow('«"nowhere:GetObject"»'),
    allow('«":GetObject"»'),
    allow('«"efs:ClientMount"»', '"*"'),
    allow('«"dynamo:Get*"»', '"*"'),
  ],
  valid: [
    allow('"dynamodb:GetItem"', '"*"'),
    allow('"*:Get*"', '"*"'),
    allow('"GetObject"'),
    allow('"DynamoDB:GetItem"', '"*"'),
  ],
  fixed: [
    [allow('"dynamo:GetItem"', '"*"'), allow('"dynamodb:GetItem"', '"*"')],
    [allow('"secrets-manager:GetSecretValue"', '"*"'), allow('"secretsmanager:GetSecretValue"', '"*"')],
  ],
});

checkCases('EMPTY_ARRAY_ACTION', {
  invalid: [
    { text: allow('«[]»'), also: ['ACTION_LIST_EMPTY'] },
    { text: policyOf('"Effect": "Deny", "NotAction": «[]», "Resource": "*"'), type: 'scp' },
  ],
  valid: [allow('["s3:GetObject"]'), allow('"s3:GetObject"')],
});

checkCases('REDUNDANT_ACTION', {
  invalid: [
    allow('["s3:Get*", «"s3:GetObject"»]'),
    allow('[«"s3:GetObject"», "s3:Get*"]'),
    allow('["s3:GetObject", «"S3:getObject"»]'),
    allow('["s3:*", «"s3:Get*"», «"s3:GetObject"»]'),
    allow('["s3:Get?bject", «"s3:GetObject"»]'),
  ],
  valid: [
    allow('["s3:GetObject", "s3:PutObject"]'),
    allow('["s3:Get*", "s3:Put*"]'),
    allow('["s3:Get?", "s3:Put*"]'),
    allow('"s3:GetObject"'),
  ],
  fixed: [
    [allow('["s3:Get*", "s3:GetObject"]'), allow('["s3:Get*"]')],
    [allow('["s3:GetObject", "s3:Get*"]'), allow('["s3:Get*"]')],
    [allow('[\n  "s3:Put*",\n  "s3:PutObject",\n  "s3:Get*"\n]'), allow('[\n  "s3:Put*",\n  "s3:Get*"\n]')],
  ],
});
