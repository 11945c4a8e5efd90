import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const REST = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/cat.png"';

checkCases('MISSING_EFFECT', {
  invalid: [
    `{ "Version": "2012-10-17", "Statement": [«{ ${REST} }»] }`,
    `{ "Version": "2012-10-17", "Statement": «{ ${REST} }» }`,
  ],
  valid: [policyOf(READ), policyOf(`"Effect": "allow", ${REST}`)],
});

checkCases('INVALID_EFFECT', {
  invalid: [
    policyOf(`"Effect": «"allow"», ${REST}`),
    policyOf(`"Effect": «"Permit"», ${REST}`),
    policyOf(`"Effect": «""», ${REST}`),
    policyOf(READ, `"Effect": «"DENY"», ${REST}`),
  ],
  valid: [policyOf(READ), policyOf(`"Effect": "Deny", ${REST}`)],
  fixed: [[policyOf(`"Effect": "allow", ${REST}`), policyOf(READ)]],
});
