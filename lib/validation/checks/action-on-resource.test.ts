import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

const TABLE = '"arn:aws:dynamodb:us-east-1:111122223333:table/Music"';
const QUEUE = '"arn:aws:sqs:us-east-1:111122223333:q"';

checkCases('ACTION_RESOURCE_MISMATCH', {
  invalid: [
    allow('["sqs:SendMessage", «"dynamodb:PutItem"»]', QUEUE),
    allow('«"iam:GetRole"»', '"arn:aws:iam::111122223333:user/*"'),
    allow('«"s3:GetObject"»', TABLE),
    { type: 'scp', text: policyOf(`"Effect": "Deny", "Action": «"dynamodb:PutItem"», "Resource": [${QUEUE}]`) },
  ],
  valid: [
    allow('"dynamodb:PutItem"', TABLE),
    // The name of a table may hold a slash, as far as its format tells.
    allow('"dynamodb:GetItem"', '"arn:aws:dynamodb:us-east-1:111122223333:table/Music/index/Year"'),
    allow('["dynamodb:PutItem", "sqs:SendMessage"]', `[${TABLE}, ${QUEUE}]`),
    allow('"dynamodb:Query"', '"arn:aws:dynamodb:us-east-1:111122223333:table/Music/index/*"'),
    allow('"dynamodb:PutItem"', '"*"'),
    allow('"dynamodb:PutItem"', `[${QUEUE}, "*"]`),
    allow('"dynamodb:PutItem"', '"arn:aws:dynamodb:*:*:*"'),
    allow(
      '"dynamodb:PutItem"',
      `"arn:aws:dynamodb:us-east-1:\${aws:PrincipalAccount}:table/\${aws:PrincipalTag/team}"`,
    ),
    allow('"dynamodb:Put*"', QUEUE),
    // The ARN itself is at fault, or its service is not known in detail.
    allow('"dynamodb:PutItem"', '"arn:aws:dynamodb:us-east-1:111122223333:tables/Music"'),
    allow('"dynamodb:PutItem"', '"arn:aws:kinesis:us-east-1:111122223333:stream/a"'),
    policyOf(`"Effect": "Deny", "Action": "dynamodb:PutItem", "NotResource": ${QUEUE}`),
    // Roles are listed by the service that assumes them.
    allow('"sts:AssumeRole"', '"arn:aws:iam::111122223333:role/app"'),
  ],
});

checkCases('S3_BUCKET_ACTION_ON_OBJECT_ARN', {
  invalid: [
    allow('«"s3:ListBucket"»', '"arn:aws:s3:::shop/*"'),
    allow('["s3:GetObject", «"s3:GetBucketLocation"»]', '["arn:aws:s3:::shop/*", "arn:aws:s3:::other/a/*"]'),
    {
      type: 'resource',
      text: policyOf(
        '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": «"s3:ListBucket"», "Resource": "arn:aws:s3:::shop/*"',
      ),
    },
  ],
  valid: [
    allow('"s3:ListBucket"', '"arn:aws:s3:::shop"'),
    allow('"s3:ListBucket"', '["arn:aws:s3:::shop/*", "arn:aws:s3:::shop"]'),
    allow('"s3:ListBucket"', `"arn:aws:s3:::shop-\${aws:PrincipalTag/team}"`),
    allow('"s3:ListBucket"', '"arn:aws:s3:::shop*"'),
    allow('"s3:ListBucket"', '"*"'),
    allow('"s3:ListBucket"', '"arn:aws:s3:us-east-1:111122223333:accesspoint/shop"'),
    allow('"s3:List*"', '"arn:aws:s3:::shop/*"'),
    allow('"s3:GetObject"', '"arn:aws:s3:::shop/*"'),
  ],
  fixed: [
    [
      allow('"s3:ListBucket"', '"arn:aws:s3:::shop/*"'),
      allow('"s3:ListBucket"', '["arn:aws:s3:::shop/*", "arn:aws:s3:::shop"]'),
    ],
    [
      allow('["s3:GetObject", "s3:ListBucket"]', '["arn:aws:s3:::shop/*"]'),
      allow('["s3:GetObject", "s3:ListBucket"]', '["arn:aws:s3:::shop/*", "arn:aws:s3:::shop"]'),
    ],
  ],
});

checkCases('S3_OBJECT_ACTION_ON_BUCKET_ARN', {
  invalid: [
    allow('«"s3:PutObject"»', '"arn:aws:s3:::shop"'),
    allow('«"s3:PutObject"»', `"arn:aws:s3:::shop-\${aws:PrincipalTag/team}"`),
    allow('["s3:ListBucket", «"s3:PutObject"»]', '["arn:aws:s3:::shop", "arn:aws:s3:::other"]'),
    {
      type: 'endpoint',
      text: policyOf(
        '"Effect": "Allow", "Principal": "*", "Action": «"s3:PutObject"», "Resource": "arn:aws:s3:::shop"',
      ),
    },
  ],
  valid: [
    allow('"s3:PutObject"', '"arn:aws:s3:::shop/*"'),
    allow('"s3:PutObject"', '"arn:aws:s3:::shop*"'),
    allow('"s3:PutObject"', '["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]'),
    allow('"s3:PutObject"', '"*"'),
    allow('"s3:ListBucket"', '"arn:aws:s3:::shop"'),
  ],
  fixed: [
    [
      allow('"s3:PutObject"', '"arn:aws:s3:::shop"'),
      allow('"s3:PutObject"', '["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]'),
    ],
  ],
});

checkCases('ACTION_NEEDS_STAR_RESOURCE', {
  invalid: [
    allow('«"ec2:DescribeInstances"»', '"arn:aws:ec2:us-east-1:111122223333:instance/i-1234567890abcdef0"'),
    allow('[«"s3:ListAllMyBuckets"», "s3:ListBucket"]', '"arn:aws:s3:::*"'),
    {
      type: 'scp',
      text: policyOf('"Effect": "Deny", "Action": «"dynamodb:ListTables"», "Resource": "arn:aws:dynamodb:*:*:table/*"'),
    },
  ],
  valid: [
    allow('"ec2:DescribeInstances"', '"*"'),
    allow('"ec2:DescribeInstances"', '["arn:aws:ec2:*:*:instance/*", "*"]'),
    allow('"ec2:Describe*"', '"arn:aws:ec2:*:*:instance/*"'),
    policyOf('"Effect": "Deny", "Action": "ec2:DescribeInstances", "NotResource": "arn:aws:ec2:*:*:instance/*"'),
    {
      type: 'resource',
      text: policyOf(
        '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sqs:ListQueues", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"',
      ),
    },
  ],
});
