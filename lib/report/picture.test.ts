import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { pictureOf } from '@/lib/report/picture';
import { allow, deny, type SmallDiagnosis, smallDocument } from '@/lib/testing/small-diagnosis';

const SIGNS = { passed: '>', stopped: 'X', uncertain: '?', notReached: '.' } as const;

/** The lanes with each gate's line as a sign. */
function lanes(sketch: SmallDiagnosis): readonly string[] {
  const document = smallDocument(sketch);
  return pictureOf(diagnose(document), document).lanes.map((lane) =>
    lane.gates.map((gate) => SIGNS[gate.line]).join(''),
  );
}

const AWAY = { request: { resourceAccount: '999988887777' } };
const onlyEc2 = allow({ Action: 'ec2:*' });

describe('the request goes through the gates to where it stops', () => {
  // Within an account: RCP, SCP, endpoint, resource, identity, boundary, session.
  test.each<[string, SmallDiagnosis, readonly string[]]>([
    ['allowed', { identity: allow() }, ['>>>>>>>']],
    ['stopped by an SCP', { identity: allow(), scp: onlyEc2 }, ['>X.....']],
    ['stopped by the boundary', { identity: allow(), boundary: onlyEc2 }, ['>>>>>X.']],
    ['an explicit Deny stops it before a missing Allow does', { scp: onlyEc2, identity: deny() }, ['>>>>X..']],
    ['nothing allows', {}, ['>>>>X..']],
    ['open', { identity: allow(), more: { unstated: 'unknown' } }, ['????>?>']],
    ['across accounts, stopped on the resource’s side', { identity: allow(), ...AWAY }, ['>>>>>', '>X']],
    ['across accounts, stopped on both', AWAY, ['>>X..', '>X']],
    [
      'across accounts, let through',
      { identity: allow(), resource: allow({ Principal: '*' }), ...AWAY },
      ['>>>>>', '>>'],
    ],
  ])('%s', (_name, sketch, want) => {
    expect(lanes(sketch)).toEqual(want);
  });
});

describe('the sentence says the same', () => {
  const level = { attachedTo: 'Root', document: { Statement: onlyEc2 } };
  test.each<[SmallDiagnosis, string]>([
    [{ identity: allow() }, 'The request gets through every gate.'],
    [{ identity: deny() }, 'The request is stopped at the identity-based policy: denied there.'],
    [{ identity: allow(), scp: level }, 'The request is stopped at the SCP of `Root`: not allowed there.'],
    [
      { identity: allow(), ...AWAY },
      'The request is stopped at the resource-based policy: not allowed there. Across accounts both sides must let it through.',
    ],
    [{ identity: '{' }, 'Whether the request gets through is open at: identity-based policy.'],
  ])('%#', (sketch, want) => {
    const document = smallDocument(sketch);
    expect(pictureOf(diagnose(document), document).sentence).toBe(want);
  });
});

test('across accounts the lanes name the accounts', () => {
  const document = smallDocument({ identity: allow(), ...AWAY });
  expect(pictureOf(diagnose(document), document).lanes.map((lane) => lane.label)).toEqual([
    'The caller’s account 111122223333',
    'The resource’s account 999988887777',
  ]);
});
