import { checkCases } from '@/lib/testing/check-cases';
import { allow, policyOf } from '@/lib/testing/policy-texts';

const OWN = '"arn:aws:sqs:us-east-1:111122223333:q"';
const OTHER = '"arn:aws:sqs:us-east-1:444455556666:q"';
const account = '111122223333';

checkCases('WRONG_ACCOUNT_IN_ARN', {
  invalid: [
    { account, text: allow('"sqs:SendMessage"', `«${OTHER}»`) },
    { account, text: allow('"sqs:SendMessage"', `[${OWN}, «${OTHER}»]`) },
    {
      account,
      type: 'resource',
      text: policyOf(
        `"Effect": "Allow", "Principal": { "AWS": "444455556666" }, "Action": "sqs:SendMessage", "Resource": «${OTHER}»`,
      ),
    },
  ],
  valid: [
    { account, text: allow('"sqs:SendMessage"', OWN) },
    { account, text: allow('"iam:GetPolicy"', '"arn:aws:iam::aws:policy/ReadOnlyAccess"') },
    { account, text: allow('"sqs:SendMessage"', '"arn:aws:sqs:us-east-1:*:q"') },
    // Whose policy it is is not known.
    allow('"sqs:SendMessage"', OTHER),
  ],
});

checkCases('MIXED_ACCOUNTS_OR_REGIONS', {
  invalid: [
    allow('"sqs:SendMessage"', `[${OWN}, ${OWN.replace('q"', 'r"')}, «${OTHER}»]`),
    policyOf(`"Effect": "Deny", "Action": "sqs:SendMessage", "NotResource": [${OWN}, «${OTHER}»]`),
  ],
  valid: [
    allow('"sqs:SendMessage"', `[${OWN}, "arn:aws:sqs:eu-west-1:111122223333:q"]`),
    allow('"sqs:SendMessage"', `[${OWN}, "arn:aws:sqs:us-east-1:*:r"]`),
    allow('"iam:GetPolicy"', '["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/a"]'),
  ],
});
