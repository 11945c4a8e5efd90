import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf, READ, trustPolicy } from '@/lib/testing/policy-texts';

checkCases('INVALID_CHARACTER', {
  invalid: [
    { text: policyOf(`"Sid": "Za«ż»ó«łć»", ${READ}`), also: ['UNSUPPORTED_SID'] },
    allow('"s3:GetObject"', '"arn:aws:s3:::shop/«📷».png"'),
    allow('"s3:GetObject"', '"arn:aws:s3:::shop/cat«–»1.png"'),
    { type: 'trust', text: trustPolicy('{ "AWS": "arn:aws:iam::111122223333:role/a«\u200b»b" }') },
  ],
  valid: [
    policyOf(READ),
    allow('"s3:GetObject"', '"arn:aws:s3:::shop/à la carte/ÿ.png"'),
    `\uFEFF${policyOf(READ)}`,
    { type: 'resource', text: policyOf(`"Sid": "Żółć", "Principal": { "AWS": "111122223333" }, ${READ}`) },
    '{ “Version”: 1 }',
  ],
  fixed: [
    [
      allow('"s3:GetObject"', '"arn:aws:s3:::shop/cat–1.png"'),
      allow('"s3:GetObject"', '"arn:aws:s3:::shop/cat-1.png"'),
    ],
  ],
});

checkCases('LEADING_WHITESPACE', {
  invalid: [
    `« »${policyOf(READ)}`,
    `«\n\t»${policyOf(READ)}`,
    { type: 'trust', text: `« »${trustPolicy('{ "AWS": "111122223333" }')}` },
  ],
  valid: [
    policyOf(READ),
    `${policyOf(READ)}\n`,
    { type: 'scp', text: ` ${policyOf('"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"')}` },
    '  {',
  ],
  fixed: [[`\n  ${policyOf(READ)}`, policyOf(READ)]],
});
