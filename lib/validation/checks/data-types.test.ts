import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ, when } from '@/lib/testing/policy-texts';

checkCases('DATA_TYPE_MISMATCH', {
  invalid: [
    '«"text"»',
    '«5»',
    '«null»',
    '«[]»',
    `«[{ "Version": "2012-10-17", "Statement": { ${READ} } }]»`,
    `«[{ ${READ} }, { ${READ} }]»`,
    `{ "Version": «2012», "Statement": { ${READ} } }`,
    `{ "Version": "2012-10-17", "Id": «7», "Statement": { ${READ} } }`,
    '{ "Version": "2012-10-17", "Statement": «"Allow"» }',
    `{ "Version": "2012-10-17", "Statement": [«3», { ${READ} }, «[]»] }`,
    policyOf(`${READ}, "Sid": «5»`),
    policyOf(`"Effect": «true», "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/cat.png"`),
    policyOf(`"Effect": "Allow", "Action": «{}», "Resource": "arn:aws:s3:::shop/cat.png"`),
    policyOf(`"Effect": "Allow", "Action": ["s3:GetObject", «null»], "Resource": "arn:aws:s3:::shop/cat.png"`),
    policyOf(`"Effect": "Deny", "NotAction": «1», "NotResource": «false»`),
    when('«"none"»'),
    when('[]'.replace(/.*/, '«[]»')),
    when('{ "Bool": «true» }'),
    when('{ "Bool": { "aws:SecureTransport": «null» } }'),
    when('{ "StringEquals": { "aws:username": ["a", «{}», «["b"]»] } }'),
  ],
  valid: [
    policyOf(READ),
    `{ "Version": "2012-10-17", "Id": "a", "Statement": { "Sid": "A", ${READ} } }`,
    when('{ "Bool": { "aws:SecureTransport": true } }'),
    when('{ "NumericLessThan": { "aws:MultiFactorAuthAge": [300] } }'),
    'no JSON',
  ],
  fixed: [
    [
      `[{ "Version": "2012-10-17", "Statement": { ${READ} } }]`,
      `{ "Version": "2012-10-17", "Statement": { ${READ} } }`,
    ],
    [`[{ ${READ} }]`, `{ "Version": "2012-10-17", "Statement": [{ ${READ} }] }`],
  ],
});
