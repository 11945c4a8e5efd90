import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, policyOf, READ, trustPolicy, when } from '@/lib/testing/policy-texts';

const given = (condition: string) => bucketPolicy('«"*"»', `, "Condition": ${condition}`);

checkCases('PUBLIC_RESOURCE_POLICY', {
  invalid: [
    bucketPolicy('«"*"»'),
    bucketPolicy('{ "AWS": «"*"» }'),
    bucketPolicy('{ "AWS": ["111122223333", «"*"»] }'),
    given('{}'),
    given('{ "Bool": { "aws:SecureTransport": "true" } }'),
    // A missing key lets everybody in.
    given('{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    given('{ "StringNotEquals": { "aws:PrincipalAccount": "444455556666" } }'),
    given('{ "Null": { "aws:SourceVpce": "false" } }'),
    given('{ "StringLike": { "aws:PrincipalOrgID": "*" } }'),
    {
      text: given('{ "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"] } }'),
      also: ['SOURCE_IP_ANYWHERE'],
    },
    {
      text: policyOf(
        '"Effect": "Allow", "Principal": «"*"», "Action": "lambda:InvokeFunctionUrl", "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "Condition": { "StringEquals": { "lambda:FunctionUrlAuthType": "NONE" } }',
      ),
      also: ['INVALID_ACTION'],
    },
  ],
  valid: [
    bucketPolicy('{ "AWS": "arn:aws:iam::111122223333:root" }'),
    policyOf('"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"'),
    ...[
      '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      '{ "StringEquals": { "AWS:PrincipalOrgId": "o-a1b2c3d4e5" } }',
      '{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }',
      '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*" } }',
      '{ "StringEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }',
      '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      '{ "StringEquals": { "aws:PrincipalTag/team": "red" } }',
      '{ "StringEquals": { "lambda:FunctionUrlAuthType": "AWS_IAM" } }',
      '{ "StringLike": { "aws:Referer": "https://www.example.com/*" } }',
      '{ "Bool": { "aws:SecureTransport": "true" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      // It may be a slip for an operator that limits.
      '{ "StringEqual": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    ].map(given),
    { type: 'endpoint', text: bucketPolicy('"*"') },
  ],
});

checkCases('TRUST_ANY_PRINCIPAL', {
  invalid: [
    trustPolicy('{ "AWS": «"*"» }'),
    trustPolicy('{ "AWS": ["111122223333", «"*"»] }'),
    trustPolicy(
      '{ "AWS": «"*"» }',
      '"sts:AssumeRole"',
      ', "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
    ),
  ],
  valid: [
    trustPolicy('{ "AWS": "111122223333" }'),
    trustPolicy('"*"'),
    trustPolicy('{ "AWS": "*" }', '"sts:AssumeRole"', ', "Condition": { "StringEquals": { "sts:ExternalId": "a1" } }'),
    trustPolicy(
      '{ "AWS": "*" }',
      '"sts:AssumeRole"',
      ', "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    ),
  ],
});

checkCases('SOURCE_IP_ANYWHERE', {
  invalid: [
    when('{ "IpAddress": { "aws:SourceIp": «"0.0.0.0/0"» } }'),
    when('{ "IpAddressIfExists": { "aws:sourceip": ["203.0.113.0/24", «"::/0"»] } }'),
    { type: 'scp', text: when('{ "IpAddress": { "aws:SourceIp": «"0.0.0.0/0"» } }') },
  ],
  valid: [
    when('{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }'),
    when('{ "NotIpAddress": { "aws:SourceIp": "0.0.0.0/0" } }'),
    policyOf(`${READ.replace('Allow', 'Deny')}, "Condition": { "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }`),
  ],
});

const shared = (principal: string, more = '') => ({ account: '111122223333', text: bucketPolicy(principal, more) });

checkCases('CROSS_ACCOUNT_ACCESS_WITHOUT_CONDITION', {
  invalid: [
    shared('{ "AWS": «"arn:aws:iam::444455556666:root"» }'),
    shared('{ "AWS": ["arn:aws:iam::111122223333:root", «"444455556666"»] }'),
    shared('{ "AWS": «"444455556666"» }', ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
    // A missing key lets all of them in.
    shared(
      '{ "AWS": «"444455556666"» }',
      ', "Condition": { "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    ),
  ],
  valid: [
    shared('{ "AWS": "arn:aws:iam::111122223333:root" }'),
    shared('{ "AWS": "arn:aws:iam::444455556666:role/ci" }'),
    shared('"*"'),
    shared('{ "AWS": "444455556666" }', ', "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    shared(
      '{ "AWS": "444455556666" }',
      ', "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/ci-*" } }',
    ),
    {
      ...shared(''),
      text: policyOf(
        '"Effect": "Deny", "Principal": { "AWS": "444455556666" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"',
      ),
    },
    // Whose the bucket is, is not known.
    bucketPolicy('{ "AWS": "444455556666" }'),
  ],
});
