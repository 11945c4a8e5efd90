import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';

const DENY = '{ "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*" }';
const DENY_ALL = '{ "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject", "Resource": "*" }';

checkCases('VERSION_REQUIRED', {
  invalid: [
    `«{ "Statement": [${DENY}] }»`,
    `{ "Version": «"2008-10-17"», "Statement": [${DENY}] }`,
    { type: 'rcp', text: `«{ "Statement": [${DENY_ALL}] }»` },
    { type: 'rcp', text: `{ "Version": «"2008-10-17"», "Statement": [${DENY_ALL}] }` },
  ],
  valid: [
    `{ "Version": "2012-10-17", "Statement": [${DENY}] }`,
    `{ "Version": "2024-01-01", "Statement": [${DENY}] }`,
    { type: 'identity', text: `{ "Statement": [${DENY}] }` },
  ],
  fixed: [
    [`{ "Statement": [${DENY}] }`, `{ "Version": "2012-10-17", "Statement": [${DENY}] }`],
    [`{ "Version": "2008-10-17", "Statement": [${DENY}] }`, `{ "Version": "2012-10-17", "Statement": [${DENY}] }`],
  ],
});

checkCases('OLD_VERSION', {
  invalid: [
    `{ "Version": «"2008-10-17"», "Statement": [{ ${READ} }] }`,
    {
      type: 'resource',
      text: `{ "Version": «"2008-10-17"», "Statement": [{ "Principal": { "AWS": "111122223333" }, ${READ} }] }`,
    },
  ],
  valid: [policyOf(READ), `{ "Statement": [{ ${READ} }] }`, { type: 'scp', text: `{ "Version": "2008-10-17" }` }],
  fixed: [[`{ "Version": "2008-10-17", "Statement": [{ ${READ} }] }`, policyOf(READ)]],
});
