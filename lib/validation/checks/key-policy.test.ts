import { checkCases } from '@/lib/testing/check-cases';
import { policyOf } from '@/lib/testing/policy-texts';

const USE =
  '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": "kms:Decrypt", "Resource": "*"';
const ADMIN =
  '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*"';

checkCases('KMS_POLICY_LOCKOUT', {
  invalid: [
    `«${policyOf(USE)}»`,
    `«${policyOf(USE, ADMIN.replace('Allow', 'Deny').replace('kms:*', 'kms:PutKeyPolicy'))}»`,
    {
      text: `«${policyOf(ADMIN.replace('{ "AWS": "arn:aws:iam::111122223333:root" }', '{ "Service": "logs.us-east-1.amazonaws.com" }'))}»`,
      also: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
    },
  ],
  valid: [
    policyOf(USE, ADMIN),
    policyOf(USE.replace('kms:Decrypt', 'kms:Put*')),
    // No key's policy.
    policyOf(USE.replace('"*"', '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"')),
    policyOf(USE.replace('kms:Decrypt', 'secretsmanager:GetSecretValue')),
  ],
});
