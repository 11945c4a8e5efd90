import { checkCases } from '@/lib/testing/check-cases';
import { allow } from '@/lib/testing/policy-texts';

const all = (resource: string) => allow('"*"', resource).replace('"Allow"', '"Deny"');

checkCases('INVALID_ARN_PREFIX', {
  invalid: [
    all('«"s3:::shop"»'),
    all('«"shop/*"»'),
    all('«"ARN:aws:s3:::shop"»'),
    all('«""»'),
    all('["arn:aws:s3:::other", «" arn:aws:s3:::shop"»]'),
    all('«"<bucket>"»'),
  ],
  valid: [
    all('"*"'),
    all('"**"'),
    all('"arn:aws:s3:::shop"'),
    all(`"\${var.bucket}/*"`),
    { type: 'resource', text: all('"execute-api:/prod/GET/*"') },
  ],
  fixed: [
    [all('"s3:::shop"'), all('"arn:aws:s3:::shop"')],
    [all('"ARN:aws:s3:::shop"'), all('"arn:aws:s3:::shop"')],
    [all('"aws:sqs:eu-west-1:111122223333:jobs"'), all('"arn:aws:sqs:eu-west-1:111122223333:jobs"')],
  ],
});

checkCases('MISSING_ARN_FIELD', {
  invalid: [
    all('«"arn:aws:s3:shop"»'),
    all('«"arn:aws:s3::shop/*"»'),
    all('«"arn:aws:s3*"»'),
    all('«"arn:aws:sqs:eu-west-1:jobs"»'),
    all('«"arn:"»'),
    all(`«"arn:aws:sqs:\${aws:RequestedRegion}:jobs"»`),
  ],
  valid: [
    all('"arn:aws:s3:::*"'),
    all('"arn:aws:*"'),
    all('"arn:aws:s3:*"'),
    all('"arn:aws:iam::*"'),
    all('"arn:aws:s3:::shop"'),
  ],
  fixed: [
    [all('"arn:aws:s3:shop"'), all('"arn:aws:s3:::shop"')],
    [all('"arn:aws:s3::shop/*"'), all('"arn:aws:s3:::shop/*"')],
  ],
});

checkCases('INVALID_PARTITION', {
  invalid: [all('«"arn:amazon:s3:::shop"»'), all('«"arn::s3:::shop"»'), all('«"arn:aws-china:s3:::shop"»')],
  valid: [
    all('"arn:aws:s3:::shop"'),
    all('"arn:aws-us-gov:s3:::shop"'),
    all('"arn:*:s3:::shop"'),
    all('"arn:aws*:s3:::shop"'),
  ],
  fixed: [[all('"arn:amazon:s3:::shop"'), all('"arn:aws:s3:::shop"')]],
});

checkCases('INVALID_ARN_SERVICE_CASE', {
  invalid: [all('«"arn:aws:S3:::shop"»'), all('«"arn:aws:DynamoDB:eu-west-1:111122223333:table/Music"»')],
  valid: [all('"arn:aws:s3:::shop"'), all('"arn:aws:S4:::shop"')],
  fixed: [[all('"arn:aws:S3:::shop"'), all('"arn:aws:s3:::shop"')]],
});

checkCases('INVALID_SERVICE', {
  invalid: [
    all('«"arn:aws:dynamo:eu-west-1:111122223333:table/Music"»'),
    allow('"s3:GetObject"').replace(' }] }', ', "Condition": { "StringEquals": { «"foo:bar"»: "x" } } }] }'),
  ],
  valid: [
    all('"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a"'),
    all('"arn:aws:*:*:*:a"'),
    allow('"s3:GetObject"').replace(
      ' }] }',
      ', "Condition": { "StringEquals": { "saml:aud": "x", "idp.example.com:sub": "x" } } }] }',
    ),
  ],
  fixed: [
    [
      all('"arn:aws:dynamo:eu-west-1:111122223333:table/Music"'),
      all('"arn:aws:dynamodb:eu-west-1:111122223333:table/Music"'),
    ],
  ],
});

checkCases('INVALID_ARN_REGION', {
  invalid: [
    all('«"arn:aws:sqs:us-esat-1:111122223333:jobs"»'),
    all('«"arn:aws:sqs:europe:111122223333:jobs"»'),
    all('«"arn:aws:sqs:eu-west-1a:111122223333:jobs"»'),
  ],
  valid: [
    all('"arn:aws:sqs:us-east-1:111122223333:jobs"'),
    all('"arn:aws:sqs:us-*:111122223333:jobs"'),
    all('"arn:aws:sqs:*:111122223333:jobs"'),
    all(`"arn:aws:sqs:\${aws:RequestedRegion}:111122223333:jobs"`),
  ],
  fixed: [[all('"arn:aws:sqs:us-esat-1:111122223333:jobs"'), all('"arn:aws:sqs:us-east-1:111122223333:jobs"')]],
});

checkCases('MISSING_ARN_REGION', {
  invalid: [all('«"arn:aws:sqs::111122223333:jobs"»'), all('«"arn:aws:ec2::111122223333:instance/*"»')],
  valid: [
    all('"arn:aws:s3:::shop"'),
    all('"arn:aws:iam::111122223333:role/app"'),
    all('"arn:aws:sqs:*:111122223333:jobs"'),
    all('"arn:aws:cloudwatch::111122223333:alarm:a"'),
  ],
});

checkCases('ARN_REGION_NOT_ALLOWED', {
  invalid: [
    all('«"arn:aws:iam:us-east-1:111122223333:role/app"»'),
    all('«"arn:aws:s3:eu-west-1::shop"»'),
    all('«"arn:aws:route53:us-east-1::hostedzone/Z1"»'),
  ],
  valid: [
    all('"arn:aws:iam:*:111122223333:role/app"'),
    all('"arn:aws:s3:eu-west-1:111122223333:accesspoint/a"'),
    all('"arn:aws:iam::111122223333:role/app"'),
  ],
  fixed: [[all('"arn:aws:iam:us-east-1:111122223333:role/app"'), all('"arn:aws:iam::111122223333:role/app"')]],
});

checkCases('INVALID_ARN_ACCOUNT', {
  invalid: [
    all('«"arn:aws:sqs:us-east-1:11112222333:jobs"»'),
    all('«"arn:aws:iam::myaccount:role/app"»'),
    all('«"arn:aws:iam::1111-2222-3333:role/app"»'),
  ],
  valid: [
    all('"arn:aws:sqs:us-east-1:111122223333:jobs"'),
    all('"arn:aws:iam::aws:policy/ReadOnlyAccess"'),
    all('"arn:aws:sqs:us-east-1:1111*:jobs"'),
    all('"arn:aws:s3:::shop"'),
  ],
  fixed: [[all('"arn:aws:iam::1111-2222-3333:role/app"'), all('"arn:aws:iam::111122223333:role/app"')]],
});

checkCases('ARN_ACCOUNT_NOT_ALLOWED', {
  invalid: [all('«"arn:aws:s3::111122223333:shop"»'), all('«"arn:aws:ec2:eu-west-1:111122223333:image/ami-1"»')],
  valid: [
    all('"arn:aws:s3:::shop"'),
    all('"arn:aws:s3:*:*:shop"'),
    all('"arn:aws:s3:eu-west-1:111122223333:accesspoint/a"'),
    all('"arn:aws:ec2:eu-west-1::image/ami-1"'),
  ],
  fixed: [[all('"arn:aws:s3::111122223333:shop"'), all('"arn:aws:s3:::shop"')]],
});

checkCases('INVALID_ARN_RESOURCE', {
  invalid: [
    all('«"arn:aws:dynamodb:us-east-1:111122223333:tables/Music"»'),
    all('«"arn:aws:dynamodb:us-east-1:111122223333:Music"»'),
    all('«"arn:aws:iam::111122223333:app"»'),
  ],
  valid: [
    all('"arn:aws:dynamodb:us-east-1:111122223333:table/Music"'),
    all('"arn:aws:dynamodb:us-east-1:111122223333:*"'),
    all('"arn:aws:dynamodb:us-east-1:111122223333:t*"'),
    all('"arn:aws:dynamodb:us-east-1:111122223333:table/Music/index/*"'),
    all(`"arn:aws:dynamodb:us-east-1:111122223333:\${aws:username}"`),
    all('"arn:aws:cloudwatch:us-east-1:111122223333:anything"'),
  ],
});
