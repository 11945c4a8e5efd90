import { expect, test } from 'vitest';
import { allow, DENIED, deny, type SmallDiagnosis, smallDiagnosis } from '@/lib/testing/small-diagnosis';

const BY_SCP = 'with an explicit deny in a service control policy';
const BY_CAP = 'with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/Cap';
const lacks = { identity: allow({ Action: 'ec2:*' }) };
const cap = (name: string, statement: object) => ({ boundary: { name, document: { Statement: statement } } });
const WHAT_ELSE =
  'What you pasted allows it: a policy may be missing, it may have changed since, the session may be older than the change, or the service checked another action or resource.';

// What AWS said, what is there, how the two agree, and whether something has to be fetched.
test.each<[string, string, SmallDiagnosis, string, string, boolean]>([
  [
    'nothing is there yet',
    BY_SCP,
    { more: { unstated: 'unknown' } },
    'cannotTell',
    'AWS says that an SCP denies this. No such policy is here yet.',
    true,
  ],
  [
    'the named policy is not there yet',
    BY_CAP,
    { more: { unstated: 'unknown' } },
    'cannotTell',
    'AWS says that a permissions boundary denies this. It is `arn:aws:iam::111122223333:policy/Cap`, which is not here yet.',
    true,
  ],
  [
    'a Deny of it is there, a fact is not',
    'with an explicit deny in an identity-based policy',
    {
      identity: { document: { Statement: [allow(), deny({ Condition: { Bool: { k: 'true' } } })] } },
      more: { unstated: { context: 'unknown', policies: 'absent' } },
    },
    'cannotTell',
    'AWS says that an identity-based policy denies this. Here one statement can.',
    false,
  ],
  [
    'two Denies of it are there, facts and an Allow are not',
    'with an explicit deny in an identity-based policy',
    {
      identity: [deny({ Condition: { Bool: { k: 'true' } } }), deny({ Condition: { Bool: { l: 'true' } } })],
      more: { unstated: { context: 'unknown', policies: 'absent' } },
    },
    'cannotTell',
    'AWS says that an identity-based policy denies this. Here 2 statements can. Besides, an Allow is missing in the identity-based policy.',
    false,
  ],
  [
    'no Deny of it is there, policies of other types may be',
    'with an explicit deny in an identity-based policy',
    { identity: allow(), more: { unstated: 'unknown' } },
    'cannotTell',
    'AWS says that an identity-based policy denies this. None here does.',
    true,
  ],
  [
    'the type is there, a fact is not',
    'because no identity-based policy allows the s3:GetObject action',
    {
      identity: allow({ Condition: { Bool: { k: 'true' } } }),
      more: { unstated: { context: 'unknown', policies: 'absent' } },
    },
    'cannotTell',
    'AWS says that no identity-based policy allows this. Here one statement may, or not.',
    false,
  ],
  [
    'the type is there and lacks an Allow, other types are not',
    'because no identity-based policy allows the s3:GetObject action',
    { ...lacks, more: { unstated: 'unknown' } },
    'cannotTell',
    'AWS says that no identity-based policy allows this. The one here does not.',
    false,
  ],
  [
    'the type is there and allows, other types are not',
    'because no identity-based policy allows the s3:GetObject action',
    { identity: allow(), more: { unstated: 'unknown' } },
    'cannotTell',
    'AWS says that no identity-based policy allows this. Here one does: it may have changed since, the session may be older than the change, or the service checked another resource.',
    false,
  ],
  [
    'what is there allows, a type is missing',
    BY_SCP,
    { identity: allow() },
    'contradicts',
    'AWS says that an SCP denies this. No such policy was pasted.',
    true,
  ],
  [
    'what is there allows, a named policy is missing',
    BY_CAP,
    { identity: allow() },
    'contradicts',
    'AWS says that a permissions boundary denies this. It names `arn:aws:iam::111122223333:policy/Cap`, which was not pasted.',
    true,
  ],
  [
    'what is there allows: AWS has another version of it',
    BY_CAP,
    { identity: allow(), ...cap('Cap', allow()) },
    'contradicts',
    `AWS says that a permissions boundary denies this. ${WHAT_ELSE}`,
    true,
  ],
  [
    'AWS named no type',
    '',
    { identity: allow() },
    'contradicts',
    `AWS denied this without saying which policy was the reason. ${WHAT_ELSE}`,
    false,
  ],
  [
    'another type denies, the blamed one is missing',
    BY_SCP,
    { identity: deny() },
    'contradicts',
    'AWS says that an SCP denies this. Here it is the identity-based policy. The policy that AWS means was not pasted.',
    true,
  ],
  [
    'two other types deny',
    'because no permissions boundary allows the s3:GetObject action',
    { ...lacks, scp: deny(), boundary: allow() },
    'contradicts',
    'AWS says that no permissions boundary allows this. Here it is the SCP and the identity-based policy. It may have changed since, or another resource or session was meant.',
    false,
  ],
  [
    'the same type denies',
    BY_CAP,
    { identity: allow(), ...cap('Cap', deny()) },
    'agrees',
    'AWS says that a permissions boundary denies this. That fits.',
    false,
  ],
  [
    'the same type lacks an Allow',
    'because no identity-based policy allows the s3:GetObject action',
    lacks,
    'agrees',
    'AWS says that no identity-based policy allows this. That fits.',
    false,
  ],
  [
    'others would stop it, too',
    'because no identity-based policy allows the s3:GetObject action',
    { ...lacks, scp: lacks.identity },
    'agrees',
    'AWS says that no identity-based policy allows this. That fits. AWS names one reason only; here the SCP would stop it too.',
    false,
  ],
  [
    'explicit for an SCP without Allow, as AWS words it',
    BY_SCP,
    { identity: allow(), scp: lacks.identity },
    'agrees',
    'AWS says that an SCP denies this. That fits.',
    false,
  ],
  [
    'explicit, but the type only lacks an Allow',
    'with an explicit deny in an identity-based policy',
    lacks,
    'contradicts',
    'AWS says that an identity-based policy denies this. Here it only lacks an Allow: the statement that denies is missing.',
    true,
  ],
  [
    'implicit, but the type denies',
    'because no identity-based policy allows the s3:GetObject action',
    { identity: deny() },
    'agrees',
    'AWS says that no identity-based policy allows this. Here a statement of it even denies this explicitly, which AWS would have said: it may have changed since.',
    false,
  ],
  [
    'explicit without a type, and a Deny is there',
    'with an explicit deny',
    { identity: deny() },
    'agrees',
    'AWS says that a statement denies this explicitly. That fits.',
    false,
  ],
  [
    'explicit without a type, and no Deny is there',
    'with an explicit deny',
    lacks,
    'contradicts',
    'AWS says that a statement denies this explicitly. None of the policies here does: the policy with that Deny is missing.',
    false,
  ],
  [
    'no type, and no Allow is there',
    '',
    lacks,
    'agrees',
    'AWS denied this without saying which policy was the reason. That fits.',
    false,
  ],
  [
    'a policy of the blamed name, its ARN not stated',
    BY_CAP,
    { identity: allow(), ...cap('Cap', deny()) },
    'agrees',
    'AWS says that a permissions boundary denies this. That fits.',
    false,
  ],
])('%s', (_name, tail, { more, ...sketch }, status, reason, fetches) => {
  const { agreement } = smallDiagnosis({ ...sketch, more: { ...more, evidence: `${DENIED} ${tail}` } });
  expect([agreement.status, agreement.reason, agreement.fetch !== undefined]).toEqual([status, reason, fetches]);
});

test('without a message there is nothing to agree with', () => {
  expect(smallDiagnosis({ identity: allow() }).agreement).toEqual({ status: 'noEvidence', reason: '' });
});

test('a message that is no denial by policies tells nothing about them', () => {
  const evidence =
    'An error occurred (ThrottlingException) when calling the GetObject operation (reached max retries: 4): Rate exceeded';
  expect(smallDiagnosis({ identity: allow(), more: { evidence } }).agreement.status).toBe('cannotTell');
});

test('several policies of the blamed type, none of the blamed name: the blamed one is missing', () => {
  const boundary = ['One', 'Two'].map((name) => ({ name, document: { Statement: allow() } }));
  const { agreement } = smallDiagnosis({ identity: allow(), boundary, more: { evidence: `${DENIED} ${BY_CAP}` } });
  expect(agreement.fetch).toEqual({ type: 'boundary', arn: 'arn:aws:iam::111122223333:policy/Cap' });
});
