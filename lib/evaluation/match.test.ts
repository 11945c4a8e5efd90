import { describe, expect, test } from 'vitest';
import { DOES_NOT_MATCH, dependsOn, distinct, every, MATCHES, match, not, some } from '@/lib/evaluation/match';
import type { Match, Unknown } from '@/lib/evaluation/verdict';

const MFA = dependsOn({ kind: 'contextKey', key: 'aws:MultiFactorAuthPresent' });
const VPC = dependsOn({ kind: 'contextKey', key: 'aws:SourceVpc' });
const BOTH: Match = {
  outcome: 'dependsOn',
  unknowns: [
    { kind: 'contextKey', key: 'aws:MultiFactorAuthPresent' },
    { kind: 'contextKey', key: 'aws:SourceVpc' },
  ],
};

describe('three-valued logic (R170)', () => {
  test.each<[readonly Match[], Match, Match]>([
    [[], MATCHES, DOES_NOT_MATCH],
    [[MATCHES], MATCHES, MATCHES],
    [[DOES_NOT_MATCH], DOES_NOT_MATCH, DOES_NOT_MATCH],
    [[MATCHES, DOES_NOT_MATCH], DOES_NOT_MATCH, MATCHES],
    [[MFA, DOES_NOT_MATCH], DOES_NOT_MATCH, MFA],
    [[MATCHES, MFA], MFA, MATCHES],
    [[MFA, VPC], BOTH, BOTH],
    [[MFA, MFA], MFA, MFA],
  ])('of %j all: %j, one: %j', (matches, all, one) => {
    expect(every(matches)).toEqual(all);
    expect(some(matches)).toEqual(one);
  });

  test('what is denied', () => {
    expect([MATCHES, DOES_NOT_MATCH, MFA].map(not)).toEqual([DOES_NOT_MATCH, MATCHES, MFA]);
  });

  test('a certainty', () => {
    const unknowns: readonly Unknown[] = [{ kind: 'endpointKind' }];
    expect([true, false, undefined].map((certainty) => match(certainty, unknowns))).toEqual([
      MATCHES,
      DOES_NOT_MATCH,
      { outcome: 'dependsOn', unknowns },
    ]);
  });
});

describe('each unknown once (R171)', () => {
  const range = (start: number) => ({ start, end: 99 });
  // Each pair is two facts.
  test.each<[Unknown, Unknown]>([
    [
      { kind: 'contextKey', key: 'aws:a' },
      { kind: 'contextKey', key: 'aws:b' },
    ],
    [
      { kind: 'policies', type: 'scp' },
      { kind: 'policies', type: 'rcp' },
    ],
    [
      { kind: 'unreadable', type: 'scp', policyIndex: 0 },
      { kind: 'unreadable', type: 'scp', policyIndex: 1 },
    ],
    [
      { kind: 'unreadable', type: 'scp', policyIndex: 0 },
      { kind: 'unreadable', type: 'scp', policyIndex: 0, range: range(0) },
    ],
    [
      { kind: 'unreadable', type: 'scp', policyIndex: 0, range: range(1) },
      { kind: 'unreadable', type: 'scp', policyIndex: 0, range: range(2) },
    ],
    [
      { kind: 'parentUser', arn: 'a' },
      { kind: 'parentUser', arn: 'b' },
    ],
    [
      { kind: 'sessionName', arn: 'a' },
      { kind: 'parentUser', arn: 'a' },
    ],
    [
      { kind: 'sessionName', arn: 'a' },
      { kind: 'sessionName', arn: 'b' },
    ],
    [
      { kind: 'canonicalUser', id: 'a' },
      { kind: 'canonicalUser', id: 'b' },
    ],
    [{ kind: 'endpointKind' }, { kind: 'canonicalUser', id: '' }],
    [
      { kind: 'request', field: 'action' },
      { kind: 'request', field: 'resource' },
    ],
  ])('%j and %j', (one, other) => {
    expect(distinct([one, other, one, { ...other }])).toEqual([one, other]);
  });

  test('condition keys ignore case', () => {
    const [first, second] = [
      { kind: 'contextKey', key: 'aws:SourceIp' },
      { kind: 'contextKey', key: 'AWS:sourceip' },
    ] as const;
    expect(distinct([first, second])).toEqual([first]);
  });
});
