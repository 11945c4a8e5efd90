import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const tagged = (effect: string, action: string, condition = '{ "StringEquals": { "aws:ResourceTag/env": "prod" } }') =>
  policyOf(`"Effect": "${effect}", ${action}, "Resource": "*", "Condition": ${condition}`);

checkCases('DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', {
  invalid: [
    tagged('Deny', '"Action": «"route53:DeleteHostedZone"»'),
    tagged('Deny', '"Action": ["ec2:StopInstances", «"s3:ListAllMyBuckets"»]'),
  ],
  valid: [
    tagged('Deny', '"Action": "ec2:StopInstances"'),
    tagged('Deny', '"Action": "route53:Delete*"'),
    tagged('Deny', '"Action": "cloudwatch:NoDetails"'),
    tagged('Deny', '"Action": "route53:DeleteHostedZone"', '{ "StringNotEquals": { "aws:ResourceTag/env": "prod" } }'),
    tagged(
      'Deny',
      '"Action": "route53:DeleteHostedZone"',
      '{ "StringEqualsIfExists": { "aws:ResourceTag/env": "prod" } }',
    ),
    tagged('Deny', '"Action": "route53:DeleteHostedZone"', '{ "Null": { "aws:ResourceTag/env": "true" } }'),
  ],
});

checkCases('DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', {
  invalid: [tagged('Deny', '«"NotAction"»: "iam:*"')],
  valid: [
    tagged('Deny', '"Action": "ec2:*"'),
    tagged('Deny', '"NotAction": "iam:*"', '{ "StringEquals": { "aws:PrincipalTag/env": "a" } }'),
  ],
});

checkCases('ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', {
  invalid: [tagged('Allow', '"Action": «"route53:GetHostedZone"»')],
  valid: [tagged('Allow', '"Action": "ec2:StopInstances"'), tagged('Deny', '"Action": "route53:GetHostedZone"')],
});

checkCases('ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', {
  invalid: [{ type: 'boundary', text: tagged('Allow', '«"NotAction"»: "iam:*"') }],
  valid: [{ type: 'boundary', text: tagged('Allow', '"Action": "ec2:*"') }],
});
