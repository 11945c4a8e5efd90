import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const REST = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"';

checkCases('NOT_PRINCIPAL_DENY', {
  invalid: [policyOf(`"Effect": "Deny", «"NotPrincipal"»: { "AWS": "arn:aws:iam::111122223333:role/app" }, ${REST}`)],
  valid: [
    policyOf(`"Effect": "Deny", "Principal": "*", ${REST}`),
    policyOf(`"Effect": "Allow", "NotPrincipal": { "AWS": "111122223333" }, ${REST}`),
  ],
});
