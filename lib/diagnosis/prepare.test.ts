import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { allow, type SmallDiagnosis, smallDocument } from '@/lib/testing/small-diagnosis';

const named = (name: string, attachedTo?: string) => ({
  name,
  ...(attachedTo && { attachedTo }),
  document: { Statement: allow() },
});

describe('what is wrong with a document’s policies is said, and they are used all the same', () => {
  test.each<[string, SmallDiagnosis, readonly string[]]>([
    ['nothing', { identity: [named('a'), named('b')], scp: named('a') }, []],
    ['a name twice', { identity: [named('a'), named('a')] }, ['1 policy-name-clash']],
    ['a name in two places', { scp: [named('a', 'Root'), named('a', 'OU')] }, []],
    [
      'a name twice in one place, but for blanks',
      { scp: [named('a', 'Root'), named('a', ' Root ')] },
      ['1 policy-name-clash'],
    ],
    ['several boundaries (R37)', { boundary: [named('a'), named('b'), named('c')] }, ['1 several-boundaries']],
    ['a text that is no policy', { identity: ['', allow()] }, ['0 policy-empty']],
    ['a type that cannot apply (R31)', { session: allow() }, ['0 policy-not-evaluated']],
    [
      'a type that is said not to apply (R179)',
      { identity: allow(), more: { notApplicable: ['identity'] } },
      ['0 policy-not-evaluated'],
    ],
    [
      'not applicable and incomplete at once (R184)',
      { more: { notApplicable: ['scp'], incomplete: ['scp'] } },
      [' not-applicable-and-incomplete'],
    ],
  ])('%s', (_name, sketch, want) => {
    const { problems } = diagnose(smallDocument(sketch));
    expect(problems.map(({ policyIndex, code }) => `${policyIndex ?? ''} ${code}`)).toEqual(want);
  });
});

test('a policy without a name is called by its type and place', () => {
  const { nearMisses } = diagnose(smallDocument({ identity: [allow({ Resource: 'x' }), allow({ Resource: 'y' })] }));
  expect(nearMisses.map((miss) => miss.policyName)).toEqual(['Identity-based policy 1', 'Identity-based policy 2']);
});

test('a policy given as an object is read as printed', () => {
  const [policy] = smallDocument({ identity: allow() }).policies ?? [];
  const printed = JSON.stringify(policy?.document, null, 2);
  expect(diagnose(smallDocument({ identity: printed }))).toEqual(diagnose(smallDocument({ identity: allow() })));
});
