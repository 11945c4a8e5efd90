import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { isUnlistedKey } from '@/lib/request/unlisted-keys';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { allow, deny, smallDiagnosis } from '@/lib/testing/small-diagnosis';

describe('a key that requests for an action never carry (C183)', () => {
  test.each([
    ['s3:prefix', 's3:GetObject', true],
    ['S3:Prefix', 'S3:getobject', true],
    ['s3:prefix', 's3:ListBucket', false],
    ['s3:ExistingObjectTag/team', 's3:GetObject', false],
    ['s3:RequestObjectTag/team', 's3:GetObject', true],
    ['kms:EncryptionContext:purpose', 'kms:Decrypt', false],
    ['kms:EncryptionContext:purpose', 'kms:DescribeKey', true],
    ['kms:ViaService', 'kms:DescribeKey', false],
    ['sts:ExternalId', 'sts:AssumeRole', false],
    ['iam:PassedToService', 'iam:PassRole', false],
    ['iam:PassedToService', 'iam:GetRole', true],
    // Global keys, keys of credentials and of issuers come with any action.
    ['aws:RequestTag/team', 's3:GetObject', false],
    ['ec2:SourceInstanceArn', 'ec2:DescribeInstances', false],
    ['saml:aud', 'sts:AssumeRoleWithSAML', false],
    // What AWS's data does not have may be newer than it.
    ['s3:noSuchKey', 's3:GetObject', false],
    ['s3:prefix', 's3:NoSuchAction', false],
    ['s3:prefix', 'no-such-service:X', false],
    // Another service's keys are ruled out elsewhere (C18).
    ['s3:prefix', 'ec2:RunInstances', false],
  ])('%s with %s: %s', (key, action, want) => {
    expect(isUnlistedKey(key, action, fullCatalog())).toBe(want);
    expect(isUnlistedKey(key, action, builtInCatalog())).toBe(false);
  });
});

describe('its condition is settled once AWS’s data is there', () => {
  const open = { more: { unstated: { context: 'unknown', policies: 'absent' } as const } };
  const onPrefix = (operator: string) => ({ Condition: { [operator]: { 's3:prefix': 'a/*' } } });

  test.each([
    ['an Allow that asks for it', { identity: allow(onPrefix('StringLike')) }, 'undetermined', 'implicitDeny'],
    [
      'a Deny that excepts it',
      { identity: [allow(), deny(onPrefix('StringNotLike'))] },
      'undetermined',
      'explicitDeny',
    ],
    ['a Deny that asks for it', { identity: [allow(), deny(onPrefix('StringLike'))] }, 'undetermined', 'allowed'],
    [
      'an Allow that asks for it if it exists',
      { identity: allow(onPrefix('StringLikeIfExists')) },
      'undetermined',
      'allowed',
    ],
  ] as const)('%s: %s, then %s', (_name, policies, before, after) => {
    expect(smallDiagnosis({ ...policies, ...open }).verdict.decision).toBe(before);
    const { verdict, assumptions } = smallDiagnosis({ ...policies, ...open }, fullCatalog());
    expect(verdict.decision).toBe(after);
    expect(assumptions.join('\n')).toMatch(/Requests for `s3:GetObject` never carry `s3:prefix`: AWS’s data of/);
  });

  test('what the document states counts all the same (C28)', () => {
    const stated = { context: { 's3:prefix': 'a/b' } };
    const { verdict } = smallDiagnosis({ identity: allow(onPrefix('StringLike')), request: stated }, fullCatalog());
    expect(verdict.decision).toBe('allowed');
  });
});
