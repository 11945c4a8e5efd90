import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const TAG = '"Action": "kms:CreateKey", "Resource": "*"';
const tagging = (condition: string, effect = 'Allow') =>
  policyOf(`"Effect": "${effect}", ${TAG}, "Condition": ${condition}`);
const reading = (condition: string, effect = 'Allow') =>
  policyOf(
    `"Effect": "${effect}", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::shop/*", "Condition": ${condition}`,
  );

checkCases('FORALLVALUES_WITHOUT_NULL_CHECK', {
  invalid: [
    tagging('{ "ForAllValues:StringEquals": { «"aws:TagKeys"»: ["team"] } }'),
    tagging('{ "ForAllValues:StringNotEquals": { «"aws:TagKeys"»: "team" } }'),
    tagging(
      '{ "ForAllValues:StringEqualsIfExists": { «"aws:TagKeys"»: ["team"] }, "Null": { "aws:TagKeys": "true" } }',
    ),
  ],
  valid: [
    tagging('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] }, "Null": { "aws:tagkeys": false } }'),
    tagging(
      '{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] }, "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } }',
    ),
    tagging('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }', 'Deny'),
    tagging('{ "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } }'),
    { type: 'scp', text: tagging('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }') },
  ],
  fixed: [
    [
      tagging('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }'),
      tagging('{ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] }, "Null": { "aws:TagKeys": "false" } }'),
    ],
    [
      tagging(
        '{ "Null": { "aws:RequestTag/team": "false" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }',
      ),
      tagging(
        '{ "Null": { "aws:RequestTag/team": "false", "aws:TagKeys": "false" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }',
      ),
    ],
  ],
});

checkCases('NEGATED_OPERATOR_ALLOW_MISSING_KEY', {
  invalid: [
    reading('{ "StringNotEquals": { «"aws:SourceVpc"»: "vpc-1a2b3c4d" } }'),
    reading('{ "NotIpAddress": { «"aws:SourceIp"»: "203.0.113.0/24" } }'),
    reading('{ "ArnNotLike": { «"aws:SourceArn"»: "arn:aws:sns:*:*:*" } }'),
  ],
  valid: [
    reading('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" }, "Null": { "aws:SourceVpc": "false" } }'),
    reading('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }', 'Deny'),
    reading('{ "StringNotEquals": { "aws:RequestedRegion": "us-east-1" } }'),
    reading('{ "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } }'),
    // A missing key is meant.
    reading('{ "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
    reading('{ "StringNotLike": { "s3:prefix": "a" } }'),
    { type: 'trust', text: reading('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }') },
  ],
  fixed: [
    [
      reading('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }'),
      reading('{ "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" }, "Null": { "aws:SourceVpc": "false" } }'),
    ],
  ],
});
