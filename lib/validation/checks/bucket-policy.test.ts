import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, policyOf } from '@/lib/testing/policy-texts';

const STAR = '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": «"*"»';
const TLS =
  '"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"], "Condition": { "Bool": { "aws:SecureTransport": "false" } }';
const READER = bucketPolicy('{ "AWS": "111122223333" }');

checkCases('S3_RESOURCE_STAR_IN_BUCKET_POLICY', {
  invalid: [
    policyOf(STAR),
    policyOf(STAR.replace('Allow', 'Deny').replace('"s3:GetObject"', '["s3:GetObject", "S3:*"]')),
  ],
  valid: [
    READER,
    policyOf(STAR.replaceAll(/[«»]/g, '').replace('s3:GetObject', 'kms:*')),
    policyOf(STAR.replaceAll(/[«»]/g, '').replace('s3:GetObject', '*')),
    { type: 'endpoint', text: policyOf(STAR.replaceAll(/[«»]/g, '')) },
  ],
});

checkCases('BUCKET_POLICY_WITHOUT_TLS', {
  invalid: [
    `«${READER}»`,
    `«${policyOf(TLS.replace('"false"', '"true"'))}»`,
    `«${policyOf(TLS.replace('"aws:SecureTransport"', '"aws:ViaAWSService"'))}»`,
  ],
  valid: [
    policyOf(TLS),
    policyOf(TLS.replace('"Bool"', '"BoolIfExists"').replace('"false"', 'false')),
    policyOf(
      '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:111122223333:q"',
    ),
    policyOf(
      '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:us-east-1:111122223333:accesspoint/shop/object/*"',
    ),
  ],
});
