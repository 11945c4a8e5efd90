import { describe, expect, test } from 'vitest';
import type { Unknown } from '@/lib/evaluation/verdict';
import { describeUnknown } from '@/lib/explanation/dependency';
import { POLICY_TYPES } from '@/lib/iam/policy-type';
import { variable } from '@/lib/testing/small-diagnosis';

const say = (unknown: Unknown, given = false) =>
  describeUnknown(
    unknown,
    () => 'Own',
    () => given,
    (key) => key === 'Bucket.Arn',
  );

describe('what a verdict depends on, in words', () => {
  test.each<[Unknown, string]>([
    [{ kind: 'contextKey', key: 'aws:MultiFactorAuthPresent' }, 'whether MFA was used'],
    [{ kind: 'contextKey', key: 'AWS:SOURCEIP' }, 'the IP address the call came from'],
    [{ kind: 'contextKey', key: 's3:prefix' }, 'the value of `s3:prefix`'],
    [{ kind: 'contextKey', key: 'constructor' }, 'the value of `constructor`'],
    [{ kind: 'contextKey', key: 'Bucket.Arn' }, `what \`${variable('Bucket.Arn')}\` stands for`],
    [{ kind: 'policies', type: 'scp' }, 'your organization’s SCPs'],
    [{ kind: 'unreadable', type: 'scp', policyIndex: 0 }, '`Own`, which cannot be read'],
    [
      { kind: 'unreadable', type: 'scp', policyIndex: 0, range: { start: 1, end: 2 } },
      'a condition of `Own`, which cannot be read',
    ],
    [{ kind: 'parentUser', arn: 'x' }, 'which user made the federated session'],
    [{ kind: 'canonicalUser', id: 'x' }, 'which account a canonical user ID belongs to'],
    [{ kind: 'sessionName', arn: 'x' }, 'the name of the role session'],
    [{ kind: 'endpointKind' }, 'whether the VPC endpoint is a gateway or an interface endpoint'],
    [{ kind: 'request', field: 'action' }, 'which action was denied'],
  ])('%j', (unknown, phrase) => {
    const said = say(unknown);
    expect(said.phrase).toBe(phrase);
    // A phrase fits into a sentence; a sentence says what to do.
    expect(said.sentence).toMatch(/^[A-Z].*\.$/);
  });

  test.each(POLICY_TYPES)('of %s the rest is asked for where some are there', (type) => {
    expect(say({ kind: 'policies', type }, true).phrase).toBe(`the rest of ${say({ kind: 'policies', type }).phrase}`);
  });
});
