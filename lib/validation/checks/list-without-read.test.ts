import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

const READ_OBJECTS = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"';

checkCases('LIST_WITHOUT_READ', {
  invalid: [
    allow('«"s3:GetObject"»', '"arn:aws:s3:::shop/*"'),
    allow('["s3:ListBucket", «"s3:Get*"»]', '["arn:aws:s3:::other", "arn:aws:s3:::shop/a/*"]'),
    allow('«"s3:GetObject"»', '"*"'),
    allow('«"s3:*"»', '"arn:aws:s3:::shop/*"'),
    policyOf(
      '"Effect": "Allow", "Action": «"s3:GetObject"», "Resource": "arn:aws:s3:::shop/*"',
      '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::other"',
      '"Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop"',
    ),
  ],
  valid: [
    allow('["s3:GetObject", "s3:ListBucket"]', '["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]'),
    allow('["s3:GetObject", "s3:ListBucket"]', '"*"'),
    allow('"s3:*"', '"arn:aws:s3:::shop*"'),
    policyOf(READ_OBJECTS, '"Effect": "Allow", "Action": "s3:List*", "Resource": "arn:aws:s3:::sho*"'),
    policyOf(
      READ_OBJECTS,
      '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop", "Condition": { "StringLike": { "s3:prefix": "a/*" } }',
    ),
    allow('"s3:PutObject"', '"arn:aws:s3:::shop/*"'),
    policyOf(READ_OBJECTS.replace('Allow', 'Deny')),
    // Never about objects.
    allow('"s3:GetObject"', '"arn:aws:s3:::shop"'),
    { type: 'boundary', text: policyOf(READ_OBJECTS) },
  ],
});
