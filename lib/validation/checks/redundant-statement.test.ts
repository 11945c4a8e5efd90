import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const LIST = '"Effect": "Deny", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::shop/*"';
const OTHER_ORDER = '"Resource": ["arn:aws:s3:::shop/*"], "Action": ["s3:PutObject", "s3:GetObject"], "Effect": "Deny"';
const two = (one: string, other: string) => `{ "Version": "2012-10-17", "Statement": [${one}, ${other}] }`;

checkCases('REDUNDANT_STATEMENT', {
  invalid: [
    two(`{ ${READ} }`, `«{» ${READ} }`),
    two(`{ "Sid": "A", ${READ} }`, `«{» "Sid": "B", ${READ} }`),
    two(`{ ${LIST} }`, `«{» ${OTHER_ORDER} }`),
  ],
  valid: [
    policyOf(READ),
    policyOf(READ, READ.replace('cat', 'dog')),
    policyOf(LIST, LIST.replace('Deny', 'Allow')),
    policyOf(READ, `${READ}, "Condition": { "Bool": { "aws:SecureTransport": "true" } }`),
  ],
  fixed: [[policyOf(READ, READ), policyOf(READ)]],
});
