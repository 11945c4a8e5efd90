import { describe, expect, test } from 'vitest';
import { allow, DENIED, deny, SESSION, type SmallDiagnosis, smallDiagnosis } from '@/lib/testing/small-diagnosis';

/** A verdict in words: headline, summary, and who owns what blocks. */
function check(sketch: SmallDiagnosis, headline: string, summary: string, owner?: string): void {
  const said = smallDiagnosis(sketch);
  expect([said.headline, said.summary, said.owner]).toEqual([headline, summary, owner]);
}

const DENIES = 'It denies `s3:GetObject` on this object explicitly, and an explicit Deny wins over every Allow.';
const KIMS = 'whoever manages the permissions of the user `kim`';
const ROOT = 'arn:aws:iam::111122223333:root';
const AWAY = '999988887777';
const onlyEc2 = allow({ Action: 'ec2:*' });
const named = (name: string, Statement: object, attachedTo?: string) => ({
  name,
  ...(attachedTo && { attachedTo }),
  document: { Version: '2012-10-17', Statement },
});
const unknownKeys = { unstated: { context: 'unknown', policies: 'absent' } } as const;
/** Nothing is known but the message, with AWS's reason. */
const saying = (reason: string) => ({ unstated: 'unknown' as const, evidence: `${DENIED}${reason}` });
const withoutMfa = deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } });
const withMfa = allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });
const throughService = deny({ Condition: { Bool: { 'aws:ViaAWSService': 'true' } } });
const roleItself = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/dev' };

describe('an explicit Deny', () => {
  const because = (condition: object) => ({ identity: named('Own', [allow(), deny({ Condition: condition })]) });
  const headline = 'Denied by statement 2 of `Own` (identity-based policy)';
  test.each<[string, SmallDiagnosis, string, string]>([
    [
      'with a Sid',
      { identity: named('Own', { ...deny(), Sid: 'NoS3' }) },
      'Denied by statement `NoS3` of `Own` (identity-based policy)',
      DENIES,
    ],
    [
      'by a value',
      {
        ...because({ StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
        request: { context: { 'aws:RequestedRegion': 'us-east-1' } },
      },
      headline,
      `Its condition holds because \`aws:RequestedRegion\` is \`us-east-1\`. ${DENIES}`,
    ],
    [
      'by an absent key',
      because({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }),
      headline,
      `Its condition holds because \`aws:SourceVpce\` is not in the request. ${DENIES}`,
    ],
    [
      'by a key of unknown value',
      { ...because({ StringLike: { 'aws:UserAgent': '*' } }), more: unknownKeys },
      headline,
      `Its condition holds because \`aws:UserAgent\` is in the request, whatever its value. ${DENIES}`,
    ],
    [
      'several',
      { identity: named('Own', [allow(), deny(), deny()]) },
      headline,
      `${DENIES} One more statement denies it, too.`,
    ],
  ])('%s', (_name, sketch, head, summary) => check(sketch, head, summary, KIMS));

  test('of a policy that nobody named', () => {
    const scp = { name: 'SCP', document: { Version: '2012-10-17', Statement: [allow(), deny()] } };
    check({ identity: allow(), scp }, 'Denied by statement 2 of the SCP', DENIES, 'your organization’s administrators');
  });
});

describe('no Allow', () => {
  const nothing = 'Denied: nothing allows `s3:GetObject` on this object';
  test.each<[string, SmallDiagnosis, string, string, string]>([
    [
      'no policy at all',
      {},
      nothing,
      'No identity-based policy was given for the user `kim`. Without an Allow the answer is deny.',
      KIMS,
    ],
    [
      'in the caller’s policies',
      { identity: onlyEc2 },
      nothing,
      'No statement in the identity-based policies of the user `kim` allows this action on this resource. Without an Allow the answer is deny.',
      KIMS,
    ],
    [
      'on either side',
      { identity: onlyEc2, resource: allow({ Principal: { AWS: AWAY } }) },
      nothing,
      'No statement in the identity-based policies of the user `kim` allows this action on this resource, and neither does the bucket policy. Without an Allow the answer is deny.',
      KIMS,
    ],
    [
      'in the boundary',
      { identity: allow(), boundary: named('Cap', onlyEc2) },
      'Denied: the boundary `Cap` does not allow `s3:GetObject`',
      'A permissions boundary caps what the own policies of the user `kim` can allow. It grants nothing; the action must be allowed by both.',
      'the administrators who set the boundary of the user `kim`',
    ],
    [
      'in the boundary and the session policy',
      { identity: allow(), boundary: named('Cap', onlyEc2), session: onlyEc2, request: { principal: SESSION } },
      'Denied: the boundary `Cap` does not allow `s3:GetObject`',
      'A permissions boundary caps what the own policies of the role `dev` can allow. It grants nothing; the action must be allowed by both. The session policy would not allow it either.',
      'the administrators who set the boundary of the role `dev`',
    ],
    [
      'in the session policy',
      { identity: allow(), session: onlyEc2, request: { principal: SESSION } },
      'Denied: the session policy does not allow `s3:GetObject`',
      'A session has only what both its session policy and the role’s or user’s own policies allow.',
      'whoever makes the session’s credentials for the role `dev`',
    ],
    [
      'for a federated user without session policy',
      { identity: allow(), request: { principal: 'arn:aws:sts::111122223333:federated-user/k' } },
      'Denied: the session policy does not allow `s3:GetObject`',
      'A federated user has only what the session policy allows, and none was passed.',
      'whoever makes the session’s credentials for the federated user `k`',
    ],
    [
      'in the one SCP of a level',
      { identity: allow(), scp: [named('Full', allow(), 'OU'), named('Cap', onlyEc2, 'Root')] },
      'Denied: the SCP `Cap` does not allow `s3:GetObject`',
      'Every level of your organization must allow an action, and the level `Root` does not. An SCP grants nothing; it caps what anyone in the account can do.',
      'your organization’s administrators',
    ],
    [
      'in an SCP whose name only says that it is one',
      { identity: allow(), scp: [named('SCP', onlyEc2, 'Root')] },
      'Denied: the SCP at `Root` does not allow `s3:GetObject`',
      'Every level of your organization must allow an action, and the level `Root` does not. An SCP grants nothing; it caps what anyone in the account can do.',
      'your organization’s administrators',
    ],
    [
      'in the SCPs of a level',
      { identity: allow(), scp: [named('One', onlyEc2, 'Root'), named('Two', onlyEc2, 'Root')] },
      'Denied: the SCPs at `Root` do not allow `s3:GetObject`',
      'Every level of your organization must allow an action, and the level `Root` does not. An SCP grants nothing; it caps what anyone in the account can do.',
      'your organization’s administrators',
    ],
    [
      'in the VPC endpoint policy',
      { identity: allow(), endpoint: allow({ Action: 'ec2:*', Principal: '*' }) },
      'Denied: the VPC endpoint policy does not allow `s3:GetObject`',
      'The call went through a VPC endpoint, and its policy must allow whatever passes through it.',
      'whoever runs the network: the owner of the VPC endpoint',
    ],
    [
      'of another account',
      { identity: allow(), resource: allow({ Principal: { AWS: AWAY } }), request: { resourceAccount: AWAY } },
      'Denied: the bucket policy does not let the user `kim` in',
      'No statement of it allows `s3:GetObject` for this caller. Across accounts both sides must allow: the caller’s own policies and the resource’s.',
      `the owner of the bucket policy in account \`${AWAY}\``,
    ],
    [
      'of another account, without a policy',
      { identity: allow(), request: { resourceAccount: AWAY } },
      'Denied: nothing in the other account allows `s3:GetObject`',
      'The resource has no policy of its own. Across accounts both sides must allow; the way in is a role in the other account.',
      `the owner of the bucket policy in account \`${AWAY}\``,
    ],
    [
      'of a service without resource policies',
      {
        identity: allow(),
        request: { action: 'ec2:StartInstances', resource: `arn:aws:ec2:eu-west-1:${AWAY}:instance/i-1` },
      },
      'Denied: nothing in the other account allows `ec2:StartInstances`',
      'Resources of the service `ec2` have no policies of their own. Across accounts both sides must allow; the way in is a role in the other account.',
      `the owner of the resource-based policy in account \`${AWAY}\``,
    ],
    [
      'in a trust policy',
      {
        identity: allow(),
        resource: { document: { Statement: { Effect: 'Allow', Action: '*', Principal: { AWS: AWAY } } } },
        request: roleItself,
      },
      'Denied: the role trust policy does not let the user `kim` in',
      'A role can be assumed only by whom its trust policy names, also within one account and also by administrators. It must allow `sts:AssumeRole`.',
      'the owner of the role trust policy in account `111122223333`',
    ],
    [
      'in a key policy',
      {
        identity: allow(),
        resource: allow({ Principal: { AWS: AWAY } }),
        request: { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      },
      'Denied: the key policy does not let the user `kim` in',
      'A KMS key obeys its key policy first: it must name the caller, or the account so that identity-based policies count.',
      'the owner of the key policy in account `111122223333`',
    ],
    [
      'for an anonymous caller',
      { request: { principal: '*' } },
      'Denied: the bucket policy does not let an anonymous caller in',
      'No statement of it allows `s3:GetObject` for this caller. For a caller without an account it is the only policy that can allow.',
      'the owner of the bucket policy',
    ],
    [
      'for the root user of a role',
      { request: { ...roleItself, principal: ROOT } },
      'Denied: the root user cannot assume roles',
      'AWS refuses that whatever the policies say. Use an IAM user or a role.',
      'the owner of the role trust policy in account `111122223333`',
    ],
    [
      'for a session that asks for a session',
      { request: { principal: SESSION, action: 'sts:GetSessionToken', resource: '*' } },
      'Denied: only users can call `sts:GetSessionToken`',
      'Temporary credentials cannot call it, whatever the policies allow.',
      'whoever manages the permissions of the role `dev`',
    ],
  ])('%s', (_name, sketch, headline, summary, owner) => check(sketch, headline, summary, owner));
});

describe('allowed', () => {
  const headline = 'Allowed by what you pasted';
  test.each<[string, SmallDiagnosis, string, string]>([
    [
      'by the caller’s policy',
      { identity: named('Own', allow()) },
      headline,
      'Statement 1 of `Own` (identity-based policy) allows `s3:GetObject`. Nothing that you pasted stops it.',
    ],
    [
      'by the resource’s policy',
      { resource: named('Shop', allow({ Principal: '*' })) },
      headline,
      'Statement 1 of `Shop` (resource-based policy) allows `s3:GetObject`. Nothing that you pasted stops it.',
    ],
    [
      'for the root user, whom no SCP grants anything',
      { scp: allow(), request: { principal: ROOT } },
      headline,
      'The root user needs no Allow in its own account. Nothing that you pasted stops it.',
    ],
    [
      'whatever the policies say',
      { identity: deny(), request: { action: 'sts:GetCallerIdentity', resource: '*' } },
      'Allowed, always',
      '`sts:GetCallerIdentity` needs no permission. Not even an explicit Deny stops it.',
    ],
  ])('%s', (_name, sketch, head, summary) => check(sketch, head, summary));
});

describe('open', () => {
  const onlyIdentityAndResource = {
    unstated: 'unknown',
    notApplicable: ['rcp', 'scp', 'endpoint', 'boundary', 'session'],
  } as const;
  const more = { ...onlyIdentityAndResource, notApplicable: [...onlyIdentityAndResource.notApplicable] };
  test.each<[string, SmallDiagnosis, string, string]>([
    [
      'no policy yet',
      { more: { unstated: 'unknown' } },
      'Paste the policies to see',
      'Start with the identity-based policies of the user `kim`, step 2.',
    ],
    [
      'a condition key',
      { identity: allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }), more: unknownKeys },
      'Depends on whether MFA was used',
      'What is here does not settle it. Open: whether MFA was used.',
    ],
    [
      'a policy that cannot be read',
      { identity: '{' },
      'Depends on `Identity-based policy 1`, which cannot be read',
      'What is here does not settle it. Open: `Identity-based policy 1`, which cannot be read.',
    ],
    [
      'an operator that AWS does not know',
      { identity: named('Own', allow({ Condition: { Foo: { a: 'b' } } })) },
      'Depends on a condition of `Own`, which cannot be read',
      'What is here does not settle it. Open: a condition of `Own`, which cannot be read.',
    ],
    [
      'policies that may still deny',
      { identity: named('Own', allow()), more: { unstated: 'unknown' } },
      'Allowed so far: nothing that you pasted stops it',
      'Statement 1 of `Own` (identity-based policy) allows `s3:GetObject`. Not given yet: the RCPs of the resource’s organization, your organization’s SCPs, the VPC endpoint policy and 2 more. Any of these can still stop it.',
    ],
    [
      'the other account’s side',
      { identity: named('Own', allow()), more, request: { resourceAccount: AWAY } },
      'Allowed on the caller’s side; the resource’s side is not here yet',
      'Statement 1 of `Own` (identity-based policy) allows `s3:GetObject`. Not given yet: the resource-based policy. Any of these can still stop it.',
    ],
    [
      'the caller’s side behind a trust policy',
      {
        resource: named('Trust', { Effect: 'Allow', Action: '*', Principal: { AWS: '111122223333' } }),
        more,
        request: roleItself,
      },
      'Allowed on the resource’s side; the caller’s side is not here yet',
      'Statement 1 of `Trust` (resource-based policy) allows `sts:AssumeRole`. Not given yet: the identity-based policies. Any of these can still stop it.',
    ],
    [
      'policies that may allow, where AWS named the type that does not',
      {
        identity: named('Own', onlyEc2),
        more: saying(' because no identity-based policy allows the s3:GetObject action'),
      },
      'No identity-based policy allows `s3:GetObject`, as AWS says',
      'AWS denied this because no identity-based policy allows it, and the one here does not either. Add an Allow, unless a policy is missing here.',
    ],
    [
      'an Allow that is open, where AWS says that none allows',
      {
        identity: named('Own', withMfa),
        more: saying(' because no identity-based policy allows the s3:GetObject action'),
      },
      'No identity-based policy allows `s3:GetObject`, as AWS says',
      'Whether statement 1 of `Own` (identity-based policy) does depends on whether MFA was used. As AWS says that none does, it did not.',
    ],
    [
      'two Allows that are open, where AWS says that none allows',
      {
        identity: [named('Own', withMfa), named('Other', withMfa)],
        more: saying(' because no identity-based policy allows the s3:GetObject action'),
      },
      'No identity-based policy allows `s3:GetObject`, as AWS says',
      'Whether 2 statements here do depends on whether MFA was used. As AWS says that none does, they did not.',
    ],
    [
      'a Deny that AWS says and one statement here can be',
      { identity: named('Own', withoutMfa), more: saying(' with an explicit deny in an identity-based policy') },
      'An identity-based policy denies this, as AWS says',
      'Of those here only statement 1 of `Own` (identity-based policy) can. Whether it does depends on whether MFA was used. Unless a policy is missing here, it is the one.',
    ],
    [
      'a Deny that AWS says without its policy',
      { identity: named('Own', withoutMfa), more: saying(' with an explicit deny') },
      'A statement denies this, as AWS says',
      'Of those here only statement 1 of `Own` (identity-based policy) can. Whether it does depends on whether MFA was used. Unless a policy is missing here, it is the one.',
    ],
    [
      'a Deny that AWS says and two statements here can be',
      {
        identity: [named('Own', withoutMfa), named('Other', throughService)],
        more: saying(' with an explicit deny in an identity-based policy'),
      },
      'An identity-based policy denies this, as AWS says',
      '2 statements here can be that Deny. Which of them is depends on whether MFA was used and whether an AWS service made the call for you.',
    ],
    [
      'a Deny that AWS says and no statement here can be',
      { identity: named('Own', allow()), more: saying(' with an explicit deny in an identity-based policy') },
      'An identity-based policy denies this, as AWS says',
      'None here does: the one with that Deny is missing, or it has changed since.',
    ],
    [
      'policies that may allow, one nearly, where AWS named the type that does not',
      {
        identity: named('Own', allow({ Resource: 'arn:aws:s3:::other/*' })),
        more: saying(' because no identity-based policy allows the s3:GetObject action'),
      },
      'No identity-based policy allows `s3:GetObject`, as AWS says',
      'AWS denied this because no identity-based policy allows it, and the one here does not either. One Allow fails by its `Resource` alone: mend it or add another, unless a policy is missing here.',
    ],
    [
      'policies that may allow',
      { identity: named('Own', onlyEc2), more },
      'Nothing here allows `s3:GetObject` yet',
      'No Allow that you pasted reaches this request. Not given yet: the resource-based policy. An Allow may be there.',
    ],
  ])('%s', (_name, sketch, headline, summary) => check(sketch, headline, summary));
});

test('names in sentences cannot pass for other names', () => {
  const { headline } = smallDiagnosis({ identity: named('a`b\u202ec', deny()) });
  expect(headline).toBe("Denied by statement 1 of `a'b\\u202ec` (identity-based policy)");
});
