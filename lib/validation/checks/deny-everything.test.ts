import { checkCases } from '@/lib/testing/check-cases';

const policy = (elements: string, mark = '«{»') => `{ "Version": "2012-10-17", "Statement": [${mark} ${elements} }] }`;
const ALL = '"Effect": "Deny", "Action": "*", "Resource": "*"';
const BUCKET = '"Resource": ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]';

checkCases('DENY_EVERYTHING', {
  invalid: [
    policy(ALL),
    { type: 'scp', text: policy(ALL) },
    { type: 'scp', text: policy('"Effect": "Deny", "Action": ["*"], "Resource": ["*"], "Condition": {}') },
    { type: 'rcp', text: policy(`"Principal": "*", ${ALL}`), also: ['RCP_SYNTAX_ERROR_ACTION_WILDCARD'] },
    { type: 'resource', text: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:*", ${BUCKET}`) },
    {
      type: 'resource',
      text: policy(
        '"Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"',
      ),
    },
  ],
  valid: [
    policy(
      '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } }',
      '{',
    ),
    policy('"Effect": "Deny", "Action": "s3:*", "Resource": "*"', '{'),
    policy('"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"', '{'),
    policy('"Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::shop"', '{'),
    {
      type: 'resource',
      text: policy(
        '"Effect": "Deny", "Principal": { "AWS": "444455556666" }, "Action": "s3:*", "Resource": "arn:aws:s3:::shop*"',
        '{',
      ),
    },
    {
      type: 'resource',
      text: policy('"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::shop/*"', '{'),
    },
    { type: 'resource', text: policy(`"Effect": "Deny", "Principal": "*", "Action": "s3:Delete*", ${BUCKET}`, '{') },
  ],
});
