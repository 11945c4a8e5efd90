import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

checkCases('UNRESTRICTED_DATA_READ', {
  invalid: [
    allow('«"secretsmanager:GetSecretValue"»', '"*"'),
    allow('["s3:ListBucket", «"s3:getobject"», «"kms:Decrypt"»]', '["arn:aws:s3:::shop", "*"]'),
    { type: 'session', text: allow('«"dynamodb:Scan"»', '"*"') },
  ],
  valid: [
    allow('"secretsmanager:GetSecretValue"', '"arn:aws:secretsmanager:us-east-1:111122223333:secret:*"'),
    allow('"secretsmanager:Get*"', '"*"'),
    allow('"secretsmanager:ListSecrets"', '"*"'),
    policyOf('"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"'),
    policyOf(
      '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
    ),
    { type: 'boundary', text: allow('"kms:Decrypt"', '"*"') },
  ],
});

checkCases('CREDENTIALS_EXPOSURE', {
  invalid: [
    { text: allow('«"iam:CreateAccessKey"»', '"*"'), also: ['PRIVILEGE_ESCALATION'] },
    allow('«"sts:AssumeRole"»', '"arn:aws:iam::*:role/*"'),
    policyOf(
      '"Effect": "Allow", "Action": «"sts:AssumeRole"», "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
    ),
    {
      text: policyOf(
        '"Effect": "Allow", "Action": «"sts:AssumeRole"», "NotResource": "arn:aws:iam::111122223333:role/Admin"',
      ),
      also: ['ALLOW_NOT_RESOURCE'],
    },
  ],
  valid: [
    allow('"sts:AssumeRole"', '"arn:aws:iam::444455556666:role/app-*"'),
    allow('"iam:CreateAccessKey"', `"arn:aws:iam::111122223333:user/\${aws:username}"`),
    policyOf('"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"'),
  ],
});

checkCases('RESOURCE_EXPOSURE', {
  invalid: [
    allow('«"s3:PutBucketPolicy"»', '"*"'),
    allow('[«"kms:PutKeyPolicy"», "kms:Encrypt"]', '"arn:aws:kms:us-east-1:111122223333:key/*"'),
    { type: 'session', text: allow('«"lambda:AddPermission"»', '"arn:aws:lambda:us-east-1:111122223333:function:*"') },
  ],
  valid: [
    allow('"s3:PutBucketPolicy"', '"arn:aws:s3:::shop"'),
    allow('"kms:PutKeyPolicy"', '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"'),
    { type: 'boundary', text: allow('"s3:PutBucketPolicy"', '"*"') },
  ],
});
