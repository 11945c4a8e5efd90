import { describe, expect, test } from 'vitest';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { allow, deny, SESSION, type SmallDiagnosis, smallDiagnosis } from '@/lib/testing/small-diagnosis';

const AWAY = '999988887777';
const MANAGED = {
  type: 'identity' as const,
  name: 'ReadOnlyAccess',
  document: '{}',
  awsManaged: { version: 'v188', date: '2026-07-21' },
};
const ROLE = 'arn:aws:iam::111122223333:role/dev';

/** What is taken for granted is said where it matters, and only there. */
describe('assumptions', () => {
  test.each<[string, SmallDiagnosis, string]>([
    [
      'what is given is complete (R230)',
      { identity: allow() },
      'What you pasted is taken as complete (identity-based policy)',
    ],
    [
      'one statement left out (R147)',
      { identity: ['{ "Statement": [3] }'] },
      'One statement of `Identity-based policy 1` was left out because AWS would refuse it; mended, it could have denied',
    ],
    [
      'several left out, none a Deny',
      { identity: '{ "Statement": [{ "Effect": "Allow" }, { "Effect": "Allow" }] }' },
      '2 statements of `Identity-based policy 1` were left out because AWS would refuse them; mended, they could have allowed',
    ],
    [
      'a role without path (R190)',
      { identity: allow(), request: { principal: SESSION } },
      'The role `dev` has no path',
    ],
    [
      'a role whose name tells its path',
      { identity: allow(), request: { principal: SESSION.replace('dev', 'AWSReservedSSO_Ops_1') } },
      'The path of the role `AWSReservedSSO_Ops_1` is the one AWS gives such roles',
    ],
    [
      'no service-linked role (R234)',
      { identity: allow(), scp: allow(), request: { principal: SESSION } },
      'The caller is no service-linked role',
    ],
    [
      'no management account',
      { identity: allow(), scp: allow() },
      'The caller’s account is not the organization’s management account',
    ],
    ['whom the service checked (R231)', { identity: allow() }, 'The service checked the user `kim` as the caller'],
    [
      'the owner of a bucket (R193)',
      { identity: allow() },
      'The resource belongs to the caller’s account `111122223333`',
    ],
    [
      'KMS grants (R88)',
      {
        resource: allow({ Principal: '*' }),
        request: { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      },
      'No KMS grant allows',
    ],
    [
      'Block Public Access (R236)',
      { resource: allow({ Principal: '*' }), request: { principal: '*' } },
      'S3 Block Public Access is off',
    ],
    [
      'both sides of an access point (R91)',
      { identity: allow(), request: { resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/k' } },
      'Only the access point’s side was checked',
    ],
    ['the owner of an object', { identity: allow() }, 'The object belongs to the bucket’s owner'],
    [
      'Lake Formation (R101)',
      {
        identity: allow(),
        request: { action: 'glue:GetTable', resource: 'arn:aws:glue:eu-west-1:111122223333:table/a/b' },
      },
      'Lake Formation does not stand in front',
    ],
    ['RAM shares (R102)', { identity: allow(), request: { resourceAccount: AWAY } }, 'not shared through AWS RAM'],
    [
      'AWS’s own RCP (R40)',
      { identity: allow(), rcp: deny({ Principal: '*', Action: 's3:Put*' }) },
      '`RCPFullAWSAccess` is attached at every level',
    ],
    [
      'RCPs of a service that they do not cover (R41)',
      { identity: allow(), rcp: deny({ Principal: '*' }), request: { action: 'ec2:StartInstances', resource: '*' } },
      'RCPs did not cover the service `ec2`',
    ],
    [
      'the kind of endpoint (R44)',
      { identity: allow(), endpoint: allow({ Principal: '*' }) },
      'A gateway endpoint compares only `"Principal": "*"`',
    ],
    [
      'one check of several (R96)',
      { identity: allow(), request: { action: 'ec2:RunInstances', resource: '*' } },
      'One check was evaluated: `ec2:RunInstances`',
    ],
    [
      'the account’s password policy (R98)',
      { request: { action: 'iam:ChangePassword', resource: 'arn:aws:iam::111122223333:user/kim' } },
      'password policy does not let users change',
    ],
    [
      'the account’s settings (R99)',
      { identity: allow(), request: { action: 'ce:GetCostAndUsage', resource: '*' } },
      'The account’s settings allow it',
    ],
    [
      'the version of an AWS managed policy',
      { more: { policies: [MANAGED] } },
      '`ReadOnlyAccess` is version `v188` of 21 July 2026; your account may have a newer one.',
    ],
    ['the edition of the rules (R240)', {}, 'as of autumn 2026'],
  ])('%s', (_name, sketch, sentence) => {
    expect(smallDiagnosis(sketch).assumptions.join('\n')).toContain(sentence);
  });

  test.each<[string, SmallDiagnosis, string]>([
    [
      'a type that is said to be incomplete',
      { identity: allow(), more: { incomplete: ['identity'] } },
      'taken as complete',
    ],
    ['a caller whose ARN shows its path', { identity: allow(), request: { principal: ROLE } }, 'has no path'],
    ['an owner that is stated', { identity: allow(), request: { resourceAccount: AWAY } }, 'its ARN names none'],
    [
      'a flag that is set',
      { identity: allow(), scp: allow(), more: { principalAccountIsManagementAccount: true } },
      'not the organization’s management',
    ],
    [
      'the version of an AWS managed policy that was edited',
      { more: { policies: [{ ...MANAGED, original: 'another text' }] } },
      'is version',
    ],
    ['a service without grants', { identity: allow() }, 'KMS'],
  ])('%s: not said', (_name, sketch, sentence) => {
    expect(smallDiagnosis(sketch).assumptions.join('\n')).not.toContain(sentence);
  });

  test.each<[string, SmallDiagnosis, RegExp]>([
    [
      'RCPs that do not cover a service (R41)',
      { identity: allow(), rcp: deny({ Principal: '*' }), request: { action: 'ec2:StartInstances', resource: '*' } },
      /RCPs did not cover the service `ec2` on \d{1,2} [A-Z][a-z]+ 20\d\d\./,
    ],
    [
      'an action that names no resource (R126)',
      { identity: allow(), request: { action: 'ec2:DescribeInstances', resource: '*' } },
      /`ec2:DescribeInstances` is checked against `\*` alone: AWS’s data of \d{1,2} [A-Z][a-z]+ 20\d\d names no resource/,
    ],
  ])('%s: with the day of AWS’s data', (_name, sketch, sentence) => {
    expect(smallDiagnosis(sketch, fullCatalog()).assumptions.join('\n')).toMatch(sentence);
    expect(smallDiagnosis(sketch).assumptions.join('\n')).not.toMatch(sentence);
  });
});
