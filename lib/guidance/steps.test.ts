import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { Step, StepId } from '@/lib/guidance/step';
import { stepsOf } from '@/lib/guidance/steps';
import { allow, deny, type SmallDiagnosis, smallDocument } from '@/lib/testing/small-diagnosis';

function steps(sketch: SmallDiagnosis): readonly Step[] {
  const document = smallDocument(sketch);
  return stepsOf(document, diagnose(document));
}

function step(sketch: SmallDiagnosis, id: StepId): Step | undefined {
  return steps(sketch).find((one) => one.id === id);
}

test('the seven steps stand in their order, each with a question and guidance', () => {
  const all = steps({ identity: allow() });
  expect(all.map(({ number, id }) => `${number} ${id}`)).toEqual([
    ...['1 source', '2 identity', '3 organization', '4 resource', '5 boundary', '6 message', '7 session'],
  ]);
  for (const one of all) {
    expect(one.question).toMatch(/\?$/);
    expect(one.guidance.length).toBeGreaterThan(0);
  }
});

describe('each step has a state of its own and says what is known', () => {
  const OPEN = { more: { unstated: 'unknown' } } as const;
  const UNKNOWN_KEYS = { more: { unstated: { context: 'unknown', policies: 'absent' } } } as const;
  test.each<[string, SmallDiagnosis, StepId, Step['state'], string]>([
    ['no policy given', OPEN, 'identity', 'empty', 'Not given'],
    ['an Allow', { identity: [allow(), allow({ Action: 'ec2:*' })] }, 'identity', 'allows', '2 policies, 1 allows'],
    ['two Allows', { identity: [allow(), allow()] }, 'identity', 'allows', '2 policies, 2 allow'],
    ['no Allow', { identity: allow({ Action: 'ec2:*' }) }, 'identity', 'doesNotAllow', '1 policy, none allows'],
    ['a Deny', { identity: [allow(), deny()] }, 'identity', 'denies', '2 policies, 1 denies'],
    ['two Denies', { identity: [deny(), deny()] }, 'identity', 'denies', '2 policies, 2 deny'],
    [
      'an Allow that depends',
      { identity: allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }), ...UNKNOWN_KEYS },
      'identity',
      'depends',
      '1 policy, 1 may allow',
    ],
    [
      'a Deny that depends beside an Allow',
      { identity: [allow(), deny({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })], ...UNKNOWN_KEYS },
      'identity',
      'depends',
      '2 policies, 1 may deny',
    ],
    ['unreadable', { identity: '{' }, 'identity', 'depends', '1 policy, not readable yet'],
    [
      'one of two unreadable',
      { identity: ['{', allow({ Action: 'ec2:*' })] },
      'identity',
      'depends',
      '2 policies, 1 not readable yet',
    ],
    [
      'of SCPs and RCPs what matters more',
      { identity: allow(), scp: allow(), rcp: deny({ Principal: '*' }) },
      'organization',
      'denies',
      '2 policies, 1 denies',
    ],
    ['nothing there', { identity: allow() }, 'boundary', 'notApplicable', 'Does not apply'],
    [
      'a session policy for a user',
      { identity: allow(), session: allow() },
      'session',
      'notApplicable',
      '1 policy, none allows',
    ],
    ['the caller', {}, 'source', 'given', '`user/kim`'],
    ['no message', {}, 'message', 'empty', 'Not given'],
    ['a message that is none', { more: { evidence: 'hello' } }, 'message', 'given', 'Nothing recognised yet'],
  ])('%s', (_name, sketch, id, state, known) => {
    expect(step(sketch, id)).toMatchObject({ state, known });
  });
});

describe('AWS’s words point to a step', () => {
  const said = (tail: string) =>
    `User: arn:aws:iam::111122223333:user/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/cat.png" ${tail}`;
  test.each<[string, string, StepId | undefined, string | undefined]>([
    ['an SCP', said('with an explicit deny in a service control policy'), 'organization', 'AWS points here'],
    [
      'a boundary',
      said('because no permissions boundary allows the s3:GetObject action'),
      'boundary',
      'AWS points here',
    ],
    [
      'a session policy',
      said('because no session policy allows the s3:GetObject action'),
      'session',
      'AWS points here',
    ],
    [
      'a VPC endpoint policy',
      said('because no VPC endpoint policy allows the s3:GetObject action'),
      'session',
      'AWS points here',
    ],
    ['nothing', said(''), 'identity', 'Look here first'],
    ['no denial at all', 'hello', undefined, undefined],
  ])('%s', (_name, evidence, id, hint) => {
    const pointed = steps({ identity: allow(), more: { evidence } }).filter((one) => one.pointed);
    expect(pointed.map((one) => [one.id, one.hint])).toEqual(id === undefined ? [] : [[id, hint]]);
  });
});
