import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

checkCases('ACTION_LIST_EMPTY', {
  invalid: [allow('«[]»'), policyOf('"Effect": "Deny", "NotAction": «[]», "Resource": "*"')],
  valid: [
    allow('["s3:GetObject"]'),
    { type: 'scp', text: policyOf('"Effect": "Deny", "Action": [], "Resource": "*"') },
  ],
});

checkCases('RESOURCE_LIST_EMPTY', {
  invalid: [
    allow('"s3:GetObject"', '«[]»'),
    policyOf('"Effect": "Deny", "Action": "s3:GetObject", "NotResource": «[]»'),
  ],
  valid: [
    allow('"s3:GetObject"'),
    {
      type: 'endpoint',
      text: policyOf('"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": []'),
    },
  ],
});
