import { expect, test } from 'vitest';
import { isPolicyType, POLICY_TYPE_NAMES, POLICY_TYPE_SHORT_NAMES, POLICY_TYPES } from '@/lib/iam/policy-type';

test('the policy types stand in the order of evaluation (R32)', () => {
  expect(POLICY_TYPES).toEqual(['rcp', 'scp', 'endpoint', 'resource', 'identity', 'boundary', 'session']);
});

test('every type has both names, no two alike', () => {
  for (const names of [POLICY_TYPE_NAMES, POLICY_TYPE_SHORT_NAMES]) {
    expect(new Set(Object.values(names)).size).toBe(POLICY_TYPES.length);
  }
});

test.each([
  ['scp', true],
  ['SCP', false],
  ['trust', false],
  ['constructor', false],
  [undefined, false],
])('%j is a policy type: %s', (value, want) => {
  expect(isPolicyType(value)).toBe(want);
});
