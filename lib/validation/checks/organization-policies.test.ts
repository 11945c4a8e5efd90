import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

checkCases('SCP_ALLOW_DOES_NOT_GRANT', {
  invalid: [
    allow('«["s3:*", "ec2:*"]»', '"*"'),
    allow('«"s3:*"»', '"*"'),
    policyOf(
      '"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"',
      '"Effect": "Allow", "Action": «["s3:GetObject"]», "Resource": "*"',
      '"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*"',
    ),
  ],
  valid: [
    allow('"*"', '"*"'),
    policyOf('"Effect": "Deny", "Action": "s3:*", "Resource": "*"'),
    policyOf('"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"'),
    policyOf(
      '"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"',
      '"Effect": "Allow", "Action": "*", "Resource": "*"',
    ),
    { type: 'identity', text: allow('"s3:GetObject"') },
  ],
});

const guard = (action: string, regions = '"eu-west-1"', operator = 'StringNotEquals') =>
  policyOf(
    `"Effect": "Deny", ${action}, "Resource": "*", "Condition": { "${operator}": { "aws:RequestedRegion": ${regions} } }`,
  );

checkCases('GLOBAL_SERVICE_REGION_CONDITION', {
  invalid: [
    { type: 'scp', text: guard('"Action": «"*"»') },
    guard('"Action": [«"*"»]', '["eu-west-1", "eu-central-1"]', 'StringNotLikeIfExists'),
    { type: 'scp', text: guard('"NotAction": «["s3:*", "sqs:*"]»') },
  ],
  valid: [
    { type: 'scp', text: guard('"NotAction": ["iam:*", "organizations:*", "route53:*"]') },
    guard('"Action": "ec2:*"'),
    guard('"Action": "*"', '["us-east-1", "eu-west-1"]'),
    guard('"Action": "*"', '"eu-west-1"', 'StringEquals'),
  ],
});

checkCases('RCP_UNSUPPORTED_SERVICE_IN_ACTION', {
  invalid: [
    policyOf(
      '"Effect": "Deny", "Principal": "*", "Action": ["s3:*", «"ec2:*"», «"Lambda:InvokeFunction"»], "Resource": "*"',
    ),
  ],
  valid: [
    policyOf(
      '"Effect": "Deny", "Principal": "*", "Action": ["s3:*", "STS:AssumeRole", "*:Get*", "nosuch:*"], "Resource": "*"',
    ),
    { type: 'scp', text: policyOf('"Effect": "Deny", "Action": "ec2:*", "Resource": "*"') },
  ],
});
