import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf, trustPolicy } from '@/lib/testing/policy-texts';

const get = (resource: string) => allow('"s3:GetObject"', resource);
const resourcePolicy = (action: string, resource: string) => ({
  type: 'resource' as const,
  text: policyOf(
    `"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": ${resource}`,
  ),
});
const KEY = '"arn:aws:kms:eu-west-1:111122223333:key/0a1b"';
const OBJECT = '"arn:aws:s3:::shop/*"';

checkCases('EMPTY_ARRAY_RESOURCE', {
  invalid: [
    { text: get('«[]»'), also: ['RESOURCE_LIST_EMPTY'] },
    { text: policyOf('"Effect": "Deny", "Action": "s3:*", "NotResource": «[]»'), type: 'scp' },
  ],
  valid: [get('["*"]'), get('"*"')],
});

checkCases('REDUNDANT_RESOURCE', {
  invalid: [
    get('["arn:aws:s3:::shop/*", «"arn:aws:s3:::shop/cat.png"»]'),
    get('["*", «"arn:aws:s3:::shop/cat.png"»]'),
    get('["arn:aws:s3:::shop/a", «"arn:aws:s3:::shop/a"»]'),
    get('["arn:aws:s3:::shop*", "arn:aws:s3:::other/*", «"arn:aws:s3:::shop/*"»]'),
  ],
  valid: [
    get('["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]'),
    get('["arn:aws:s3:::shop/a", "arn:aws:s3:::shop/A"]'),
    get(`["arn:aws:s3:::shop/\${*}x", "arn:aws:s3:::shop/ax"]`),
    get('"arn:aws:s3:::shop/*"'),
  ],
  fixed: [[get('["arn:aws:s3:::shop/*", "arn:aws:s3:::shop/cat.png"]'), get('["arn:aws:s3:::shop/*"]')]],
});

checkCases('UNSUPPORTED_ACTION_IN_POLICY', {
  invalid: [
    resourcePolicy('["s3:GetObject", «"kms:Decrypt"»]', OBJECT),
    { ...resourcePolicy('«"kms:Decrypt"»', OBJECT), also: ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'] },
    { type: 'trust', text: trustPolicy('{ "AWS": "111122223333" }', '["sts:AssumeRole", «"s3:GetObject"»]') },
    { type: 'trust', text: trustPolicy('{ "AWS": "111122223333" }', '«"*"»') },
    { type: 'trust', text: trustPolicy('{ "AWS": "111122223333" }', '«"sts:GetCallerIdentity"»') },
  ],
  valid: [
    resourcePolicy('"kms:Decrypt"', '"*"'),
    resourcePolicy('"kms:Decrypt"', KEY),
    resourcePolicy('"sts:AssumeRole"', '"arn:aws:iam::111122223333:role/app"'),
    resourcePolicy('"s3:GetObject"', OBJECT),
    resourcePolicy('["s3:GetObject", "cloudwatch:GetMetricData"]', OBJECT),
    {
      type: 'trust',
      text: trustPolicy('{ "AWS": "111122223333" }', '["sts:AssumeRole", "sts:TagSession", "sts:SetContext"]'),
    },
    { type: 'trust', text: trustPolicy('{ "AWS": "111122223333" }', '"STS:assumerole"') },
  ],
});

checkCases('UNSUPPORTED_RESOURCE_ARN_IN_POLICY', {
  invalid: [
    resourcePolicy('"s3:GetObject"', `[${OBJECT}, «${KEY}»]`),
    { ...resourcePolicy('"s3:GetObject"', `«${KEY}»`), also: ['UNSUPPORTED_ACTION_IN_POLICY'] },
  ],
  valid: [
    resourcePolicy('"s3:GetObject"', OBJECT),
    resourcePolicy('"s3:*"', '"arn:aws:*:*:*:x"'),
    resourcePolicy('["s3:GetObject", "kms:Decrypt"]', `[${OBJECT}, ${KEY}]`),
  ],
});
