import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf, READ, when } from '@/lib/testing/policy-texts';

checkCases('ACTION_WILDCARD_MATCHES_NOTHING', {
  invalid: [
    allow('[«"s3:Fetch*"», «"s3:?"», "s3:Get*"]'),
    policyOf('"Effect": "Deny", "NotAction": [«"sqs:*Fetch*"»], "Resource": "arn:aws:sqs:us-east-1:111122223333:q"'),
  ],
  valid: [
    allow('["s3:*", "s3:get*", "S3:Get?bject"]'),
    // Their actions are not known.
    allow('"kinesis:Fetch*"', '"*"'),
    allow('"nosuchservice:Get*"', '"*"'),
    allow('"s3:Fetch"'),
  ],
});

checkCases('NON_STANDARD_CASE', {
  invalid: [
    allow('[«"s3:getobject"», «"S3:PutObject"»]'),
    allow('«"S3:*"»', '"arn:aws:s3:::shop/*"'),
    allow('«"s3:get*"»', '"arn:aws:s3:::shop/*"'),
    when('{ "Bool": { «"aws:securetransport"»: "true" } }'),
    when('{ "StringEquals": { «"aws:principaltag/Team"»: "red" } }'),
  ],
  valid: [
    allow('["s3:GetObject", "s3:Get*", "s3:*Object", "*"]', '"arn:aws:s3:::shop/*"'),
    when('{ "StringEquals": { "aws:PrincipalTag/tEAM": "red", "aws:referer": "a" } }'),
    when('{ "StringEquals": { "aws:Referer": "a", "SAML:aud": "b" } }'),
    policyOf(READ),
    allow('"kinesis:getrecords"', '"*"'),
  ],
  fixed: [
    [allow('"s3:getobject"'), allow('"s3:GetObject"')],
    [allow('"S3:*"', '"arn:aws:s3:::shop/*"'), allow('"s3:*"', '"arn:aws:s3:::shop/*"')],
    [allow('"s3:get*"', '"arn:aws:s3:::shop/*"'), allow('"s3:Get*"', '"arn:aws:s3:::shop/*"')],
    [
      when('{ "StringEquals": { "aws:principaltag/Team": "red" } }'),
      when('{ "StringEquals": { "aws:PrincipalTag/Team": "red" } }'),
    ],
  ],
});
