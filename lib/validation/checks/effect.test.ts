import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const REST = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/cat.png"';

checkCases('INVALID_EFFECT', {
  invalid: [
    policyOf(`"Effect": «"allow"», ${REST}`),
    policyOf(`"Effect": «"Permit"», ${REST}`),
    policyOf(`"Effect": «""», ${REST}`),
    policyOf(READ, `"Effect": «"DENY"», "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/dog.png"`),
  ],
  valid: [policyOf(READ), policyOf(`"Effect": "Deny", ${REST}`), policyOf(`"Effect": true, ${REST}`)],
  fixed: [[policyOf(`"Effect": "allow", ${REST}`), policyOf(READ)]],
});
