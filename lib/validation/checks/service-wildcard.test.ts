import { checkCases } from '@/lib/testing/check-cases';
import { allow } from '@/lib/testing/policy-texts';

checkCases('WILDCARD_IN_SERVICE_NAME', {
  invalid: [
    allow('«"*:Get*"»'),
    allow('["s3:GetObject", «"dynamo*:GetItem"»]'),
    allow('"s3:GetObject"', '«"arn:aws:*code*:eu-west-1:111122223333:a"»'),
    allow('"s3:GetObject"', '«"arn:aws:s3*:::shop/*"»'),
  ],
  valid: [{ type: 'boundary', text: allow('"*"') }, allow('"s3:Get*"'), allow('"s3:GetObject"', '"arn:aws:s3:::*"')],
});
