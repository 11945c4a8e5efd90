import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const TOPIC = '"Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:news"';
const topic = (principal: string, condition?: string, effect = 'Allow') =>
  policyOf(
    `"Effect": "${effect}", "Principal": ${principal}, ${TOPIC}${condition ? `, "Condition": ${condition}` : ''}`,
  );
const S3 = '{ "Service": "s3.amazonaws.com" }';
const MARKED = '{ "Service": «"s3.amazonaws.com"» }';

checkCases('RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL', {
  invalid: [
    topic(MARKED),
    topic('{ "AWS": "111122223333", "Service": [«"s3.amazonaws.com"», «"events.amazonaws.com"»] }'),
    topic(MARKED, '{ "Bool": { "aws:SecureTransport": "true" } }'),
    topic(MARKED, '{ "Null": { "aws:SourceArn": "false" } }'),
  ],
  valid: [
    topic(S3, '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }'),
    topic(S3, '{ "ArnLike": { "AWS:SourceArn": "arn:aws:s3:::shop" } }'),
    topic(S3, '{ "StringEquals": { "aws:SourceOrgID": "o-a" } }'),
    topic(S3, '{ "StringEquals": { "aws:Referer": "a" } }'),
    topic(S3, undefined, 'Deny'),
    topic('{ "AWS": "111122223333" }'),
  ],
});

checkCases('RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', {
  invalid: [
    topic(S3, '{ "StringEquals": { «"aws:Referer"»: "111122223333" } }'),
    topic(S3, '{ "IpAddress": { «"aws:SourceIp"»: "203.0.113.0/24" } }'),
  ],
  valid: [
    topic(S3, '{ "StringEquals": { "aws:Referer": "a", "aws:SourceAccount": "111122223333" } }'),
    topic('{ "AWS": "111122223333" }', '{ "StringEquals": { "aws:Referer": "a" } }'),
  ],
});

checkCases('UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL', {
  invalid: [
    {
      text: topic(S3, '{ "StringEquals": { «"aws:PrincipalOrgID"»: "o-a" } }'),
      also: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
    },
    topic(S3, '{ "StringEquals": { «"aws:PrincipalTag/team"»: "red", "aws:SourceAccount": "111122223333" } }'),
    topic(S3, '{ "StringNotEquals": { «"aws:username"»: "kim" } }', 'Deny'),
  ],
  valid: [
    topic(S3, '{ "StringEquals": { "aws:SourceOrgID": "o-a" } }'),
    topic(S3, '{ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-a" } }'),
    topic(S3, '{ "Null": { "aws:PrincipalOrgID": "true" } }'),
    topic(
      '{ "Service": "s3.amazonaws.com", "AWS": "111122223333" }',
      '{ "StringEquals": { "aws:PrincipalOrgID": "o-a" } }',
    ),
  ],
});

const bucket = (condition: string) =>
  policyOf(
    `"Effect": "Deny", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"], "Condition": ${condition}`,
  );

checkCases('IRRELEVANT_CONDITION_KEY_IN_POLICY', {
  invalid: [
    bucket('{ "StringEquals": { «"s3:ResourceAccount"»: "111122223333" } }'),
    bucket('{ "StringNotEquals": { «"aws:ResourceOrgID"»: "o-a" } }'),
  ],
  valid: [
    bucket('{ "StringEquals": { "aws:PrincipalAccount": "111122223333" } }'),
    topic('{ "AWS": "111122223333" }', '{ "StringEquals": { "aws:ResourceAccount": "111122223333" } }'),
  ],
});
