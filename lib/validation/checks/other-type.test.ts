import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, policyOf, READ, trustPolicy } from '@/lib/testing/policy-texts';

const TRUST = trustPolicy('{ "AWS": "111122223333" }');
const BUCKET = bucketPolicy('{ "AWS": "111122223333" }');

checkCases('TYPED_AS_OTHER_POLICY', {
  invalid: [
    { type: 'identity', text: `«${TRUST}»`, also: ['UNSUPPORTED_PRINCIPAL', 'MISSING_RESOURCE'] },
    { type: 'identity', text: `«${BUCKET}»`, also: ['UNSUPPORTED_PRINCIPAL'] },
    { type: 'session', text: `«${BUCKET}»`, also: ['UNSUPPORTED_PRINCIPAL'] },
    {
      type: 'trust',
      text: `«${policyOf(READ)}»`,
      also: ['MISSING_PRINCIPAL', 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', 'UNSUPPORTED_ACTION_IN_POLICY'],
    },
    { type: 'resource', text: `«${policyOf(READ)}»`, also: ['MISSING_PRINCIPAL'] },
  ],
  valid: [
    policyOf(READ),
    { type: 'trust', text: TRUST },
    { type: 'resource', text: BUCKET },
    // One statement of the right shape is enough.
    { type: 'resource', text: policyOf(READ, `"Principal": { "AWS": "111122223333" }, ${READ}`) },
    policyOf(READ, `"Principal": { "AWS": "111122223333" }, ${READ}`),
    { type: 'scp', text: policyOf(READ) },
    '{ "Version": "2012-10-17", "Statement": [] }',
  ],
});
