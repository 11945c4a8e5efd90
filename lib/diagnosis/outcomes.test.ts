import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';

interface Row {
  readonly statements: readonly object[];
  readonly context?: Readonly<Record<string, string>>;
  /** For each key that matters: where its answers lead. */
  readonly want: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function check({ statements, context, want }: Row): void {
  const diagnosis = diagnose({
    whydenied: 1,
    unstated: { context: 'unknown', policies: 'absent' },
    request: {
      principal: 'arn:aws:iam::111122223333:user/kim',
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
      ...(context && { context }),
    },
    policies: [{ type: 'identity', name: 'P', document: { Version: '2012-10-17', Statement: statements } }],
  });
  const got = diagnosis.dependencies.flatMap(({ unknown, outcomes = [] }) =>
    unknown.kind === 'contextKey'
      ? [[unknown.key, Object.fromEntries(outcomes.map(({ when, decision }) => [when, decision]))] as const]
      : [],
  );
  expect(Object.fromEntries(got)).toEqual(want);
}

const allow = (Condition: object) => ({ Effect: 'Allow', Action: '*', Resource: '*', Condition });
const deny = (Condition: object) => ({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('what would flip a verdict', () => {
  test.each<readonly [string, Row]>([
    [
      'an address range',
      {
        statements: [allow({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
        want: {
          'aws:SourceIp': { 'in `203.0.113.0/24`': 'allowed', 'any other value or not in the request': 'implicitDeny' },
        },
      },
    ],
    [
      'a Boolean whose absence counts as well',
      {
        statements: [ALLOW, deny({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
        want: {
          'aws:MultiFactorAuthPresent': { '`true`': 'allowed', '`false` or not in the request': 'explicitDeny' },
        },
      },
    ],
    [
      'a pattern and the policy’s other values',
      {
        statements: [allow({ StringLike: { 'aws:PrincipalTag/team': ['red-*', 'blue'] } })],
        want: {
          'aws:PrincipalTag/team': {
            'like `red-*` or `blue`': 'allowed',
            'any other value or not in the request': 'implicitDeny',
          },
        },
      },
    ],
    [
      'a number on either side of its bound',
      {
        statements: [allow({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } })],
        want: {
          'aws:MultiFactorAuthAge': {
            'less than `3600`': 'allowed',
            '`3600`, more than `3600` or not in the request': 'implicitDeny',
          },
        },
      },
    ],
    [
      'two keys that must both fit stay open by themselves',
      {
        statements: [allow({ StringEquals: { 'aws:PrincipalTag/a': '1', 'aws:PrincipalTag/b': '2' } })],
        want: {
          'aws:PrincipalTag/a': { '`1`': 'undetermined', 'any other value or not in the request': 'implicitDeny' },
          'aws:PrincipalTag/b': { '`2`': 'undetermined', 'any other value or not in the request': 'implicitDeny' },
        },
      },
    ],
    [
      'a key that no answer flips is not listed',
      {
        statements: [
          allow({ StringEquals: { 'aws:PrincipalTag/a': '1' } }),
          allow({ StringNotEquals: { 'aws:PrincipalTag/a': '1' } }),
          deny({ StringEquals: { 'aws:PrincipalTag/b': 'x' } }),
        ],
        want: {
          'aws:PrincipalTag/b': { '`x`': 'explicitDeny', 'any other value or not in the request': 'undetermined' },
        },
      },
    ],
  ])('%s', (_name, row) => check(row));
});
