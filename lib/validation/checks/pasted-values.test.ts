import { checkCases } from '@/lib/testing/check-cases';
import { allow, bucketPolicy, policyOf, trustPolicy } from '@/lib/testing/policy-texts';

const put = (resource: string) => allow('"s3:PutObject"', resource);

checkCases('PLACEHOLDER_VALUE', {
  invalid: [
    put('«"arn:aws:s3:::<bucket>/*"»'),
    put('[«"arn:aws:s3:::YOUR-BUCKET/*"», «"arn:aws:s3:::your-bucket-name/*"», "arn:aws:s3:::share-your-files/*"]'),
    put('«"arn:aws:s3:::logs-ACCOUNT_ID/*"»'),
    put('«"arn:aws:s3:::DOC-EXAMPLE-BUCKET/*"»'),
    put('«"arn:aws:s3:::logs-xxxxxxxxxxxx/*"»'),
    { type: 'resource', text: bucketPolicy('{ "AWS": «"arn:aws:iam::111122223333:role/<role>"» }') },
  ],
  valid: [
    put('"arn:aws:s3:::shop/*"'),
    put('"arn:aws:s3:::amzn-s3-demo-bucket/*"'),
    put('"arn:aws:s3:::xxxxxxxxxxxxx/*"'),
    trustOf('oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E'),
    bucketPolicy('{ "AWS": "AIDAEXAMPLEUSERID1234" }'),
  ],
});

function trustOf(host: string) {
  return {
    type: 'trust' as const,
    text: trustPolicy(
      `{ "Federated": "arn:aws:iam::111122223333:oidc-provider/${host}" }`,
      '"sts:AssumeRoleWithWebIdentity"',
    ),
  };
}

checkCases('WHITESPACE_IN_VALUE', {
  invalid: [
    put('«"arn:aws:s3:::shop/* "»'),
    put('«"arn:aws:s3:::shop/*\\u00a0"»'),
    { text: allow('«"s3:GetObject "»'), also: ['INVALID_ACTION'] },
    { text: allow('«" s3:GetObject"»'), also: ['INVALID_SERVICE_IN_ACTION'] },
    { text: allow('«"s3:Get Object"»'), also: ['INVALID_ACTION'] },
    { text: allow('«"s3:Get *"»'), also: ['ACTION_WILDCARD_MATCHES_NOTHING'] },
  ],
  valid: [
    put('"arn:aws:s3:::shop/a b/*"'),
    allow('"s3:GetObject"'),
    allow('" "'),
    policyOf(
      '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop", "Condition": { "StringEquals": { "s3:prefix": " a " } }',
    ),
  ],
  fixed: [
    [put('"arn:aws:s3:::shop/* "'), put('"arn:aws:s3:::shop/*"')],
    [allow('"s3:Get Object"'), allow('"s3:GetObject"')],
  ],
});

checkCases('TRAILING_COLON_OR_SLASH', {
  invalid: [
    { text: allow('"sqs:SendMessage"', '«"arn:aws:sqs:us-east-1:111122223333:"»'), also: ['INVALID_ARN_RESOURCE'] },
    allow('"iam:GetRole"', '«"arn:aws:iam::111122223333:role/app/"»'),
    allow('"logs:PutLogEvents"', '«"arn:aws:logs:us-east-1:111122223333:log-group:a:"»'),
  ],
  valid: [
    allow('"s3:PutObject"', '"arn:aws:s3:::shop/folder/"'),
    allow('"logs:PutLogEvents"', '"arn:aws:logs:us-east-1:111122223333:log-group:a:*"'),
    allow('"iam:GetRole"', '"arn:aws:iam::111122223333:role/app"'),
    allow('"apigateway:GET"', '"arn:aws:apigateway:us-east-1::/"'),
  ],
});
