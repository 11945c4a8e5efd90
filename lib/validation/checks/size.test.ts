import { describe, expect, test } from 'vitest';
import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, READ } from '@/lib/testing/policy-texts';
import { smallCatalog } from '@/lib/testing/small-catalog';
import type { ValidatedType } from '@/lib/validation/subject';
import { validate } from '@/lib/validation/validate';

/** A text of this length without a policy in it. */
const long = (length: number) => `«"${'a'.repeat(length - 2)}"»`;
const OTHER_FAULT = { also: ['DATA_TYPE_MISMATCH'] };

checkCases('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', {
  invalid: [{ text: long(6145), ...OTHER_FAULT }],
  valid: [long(6144), `${long(3000)}${' '.repeat(5000)}`],
});

checkCases('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', {
  invalid: [
    { text: long(20_481), ...OTHER_FAULT },
    { text: `«"${'é'.repeat(10_240)}"»`, ...OTHER_FAULT },
  ],
  valid: [long(20_480)],
});

checkCases('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', {
  invalid: [{ text: long(2049), ...OTHER_FAULT }],
  valid: [long(2048)],
});

checkCases('POLICY_SIZE_EXCEEDS_SCP_QUOTA', {
  invalid: [{ text: long(10_241), ...OTHER_FAULT }],
  valid: [long(10_240)],
});

checkCases('POLICY_SIZE_EXCEEDS_RCP_QUOTA', {
  invalid: [{ text: long(5121), ...OTHER_FAULT }],
  valid: [long(5120)],
});

describe('the quota of a resource’s policy is that of its service', () => {
  const sizes = (type: ValidatedType, text: string) =>
    validate(type, text, smallCatalog()).filter((one) => one.check.startsWith('POLICY_SIZE')).length;
  const padded = (elements: string, length: number) =>
    policyOf(`"Principal": { "AWS": "111122223333" }, ${elements}`).padEnd(length);

  test.each([
    [READ, 20_480],
    ['"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs"', 8_192],
    ['"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"', 32_768],
    [
      '"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:a"',
      5_120,
    ],
  ])('%s: %i bytes', (elements, most) => {
    expect(sizes('resource', padded(elements, most))).toBe(0);
    expect(sizes('resource', padded(elements, most + 1))).toBe(1);
  });
});
