import { describe, expect, test } from 'vitest';
import { callerAccount, isRoleTrustAction, readCaller } from '@/lib/iam/principal';

const A = '111122223333';

/** `kind`, and the name or role and session, as one text; `-` for what is no principal. */
function read(principal: string, action = 's3:GetObject'): string {
  const caller = readCaller(principal, action);
  if (caller === undefined) return '-';
  const name = 'name' in caller ? caller.name : 'role' in caller ? caller.role : '';
  return [caller.kind, name, 'session' in caller ? caller.session : ''].filter(Boolean).join(' ');
}

describe('who calls (R1)', () => {
  test.each([
    [`arn:aws:iam::${A}:user/kim`, 'user kim'],
    [`arn:aws:iam::${A}:user/ops/eu/kim`, 'user kim'],
    [`arn:aws:sts::${A}:assumed-role/dev/s1`, 'session dev s1'],
    [`arn:aws:iam::${A}:role/team/dev`, 'role dev'],
    [`arn:aws:sts::${A}:federated-user/kiosk`, 'federated kiosk'],
    [`arn:aws:iam::${A}:root`, 'root'],
    [`arn:aws-cn:iam::${A}:user/kim`, 'user kim'],
    [`arn:aws:iam::${A}:oidc-provider/token.example.org/x`, 'provider'],
    [`arn:aws:iam::${A}:saml-provider/Corp`, 'provider'],
    ['accounts.google.com', 'provider'],
    ['Accounts.Google.com', 'provider'],
    ['lambda.amazonaws.com', 'service'],
    ['s3.me-south-1.amazonaws.com', 'service'],
    ['events.amazonaws.com.cn', 'service'],
    ['*', 'anonymous'],
    ['kim', '-'],
    ['', '-'],
    [A, '-'],
    [`arn:aws:iam::${A}:group/devs`, '-'],
    [`arn:aws:iam::${A}:user/`, '-'],
    [`arn:aws:iam::${A}:user`, '-'],
    ['arn:aws:iam::123:user/kim', '-'],
    [`arn:aws:iam:eu-west-1:${A}:user/kim`, '-'],
    [`arn:aws:sts::${A}:assumed-role/dev`, '-'],
    [`arn:aws:sts::${A}:assumed-role/team/dev/s1`, '-'],
    ['arn:aws:s3:::bucket', '-'],
    ['amazonaws.com', '-'],
    ['evil.amazonaws.com.example.org', '-'],
  ])('%s: %s', (principal, want) => {
    expect(read(principal)).toBe(want);
  });

  test.each([
    ['sts:AssumeRoleWithWebIdentity', 'provider'],
    ['STS:TagSession', 'provider'],
    ['sns:Publish', 'service'],
  ])('Cognito calling %s is a %s', (action, want) => {
    expect(read('cognito-identity.amazonaws.com', action)).toBe(want);
  });
});

test.each([
  [`arn:aws:iam::${A}:user/kim`, A],
  [`arn:aws:iam::${A}:oidc-provider/x.org`, undefined],
  ['sns.amazonaws.com', undefined],
  ['*', undefined],
])('%s belongs to account %s (R3)', (principal, want) => {
  const caller = readCaller(principal, '');
  expect(caller && callerAccount(caller)).toBe(want);
});

test.each([
  ['sts:AssumeRole', true],
  ['STS:assumerolewithsaml', true],
  ['sts:GetCallerIdentity', false],
  ['iam:PassRole', false],
])('a trust policy decides %s: %s (R80)', (action, want) => {
  expect(isRoleTrustAction(action)).toBe(want);
});
