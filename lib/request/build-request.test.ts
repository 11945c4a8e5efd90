import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { buildRequest } from '@/lib/request/build-request';
import type { KeyState } from '@/lib/request/context';
import type { RequestSettings, UnstatedMode } from '@/lib/request/request';
import type { StatedRequest } from '@/lib/request/stated-request';

const A = '111122223333';
const CALLERS = {
  user: `arn:aws:iam::${A}:user/ops/kim`,
  session: `arn:aws:sts::${A}:assumed-role/dev/s1`,
  sso: `arn:aws:sts::${A}:assumed-role/AWSReservedSSO_Ops_0a1b/lee`,
  federated: `arn:aws:sts::${A}:federated-user/kiosk`,
  root: `arn:aws:iam::${A}:root`,
  service: 'sns.amazonaws.com',
  anonymous: '*',
} as const;

function build(stated: StatedRequest, mode: UnstatedMode = 'unknown') {
  const settings: RequestSettings = {
    unstatedContext: mode,
    unstatedPolicies: 'absent',
    principalIsServiceLinkedRole: false,
    principalAccountIsManagementAccount: false,
    resourceAccountIsManagementAccount: false,
  };
  const usual = { principal: CALLERS.user, action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${A}:jobs` };
  return buildRequest({ ...usual, ...stated }, settings, builtInCatalog());
}

/** A key's state in few words: its value, `—` absent, `?` unknown, `+` present with unknown value, `~` known in part, `…` perhaps more. */
function shown(state: KeyState | undefined): string {
  switch (state?.state) {
    case undefined:
      return 'no request';
    case 'present':
      return state.values.join(', ');
    case 'absent':
      return '—';
    case 'unknown':
      return '?';
    case 'presentUnknown':
      return '+';
    case 'partial':
      return `~${state.value.likely ?? ''}`;
    case 'containing':
      return `${state.values.join(', ')}, …`;
    case 'spellings':
      return state.values.join(' | ');
  }
}

const lookUp = (key: string, stated: StatedRequest, mode?: UnstatedMode) =>
  shown(build(stated, mode).value.request?.context.lookup(key));

describe('what each caller brings (C181, C183, C190)', () => {
  test.each<[string, Readonly<Partial<Record<keyof typeof CALLERS, string>>>]>([
    [
      'aws:PrincipalArn',
      {
        user: CALLERS.user,
        session: `~arn:aws:iam::${A}:role/dev`,
        federated: CALLERS.federated,
        root: CALLERS.root,
        anonymous: '—',
        service: '?',
        sso: '~',
      },
    ],
    ['aws:PrincipalAccount', { user: A, session: A, root: A, service: '+', anonymous: 'anonymous' }],
    [
      'aws:PrincipalType',
      {
        user: 'User',
        session: 'AssumedRole',
        federated: 'FederatedUser',
        root: 'Account',
        anonymous: 'Anonymous',
        service: '+',
      },
    ],
    ['aws:username', { user: 'kim', session: '—', federated: '—', root: '—', service: '—', anonymous: '—' }],
    ['aws:userid', { user: '+', session: '~', federated: `${A}:kiosk`, root: A, service: '+', anonymous: 'anonymous' }],
    ['aws:PrincipalIsAWSService', { user: 'false', session: 'false', root: 'false', service: 'true', anonymous: '—' }],
    ['aws:PrincipalServiceName', { user: '—', service: 'sns.amazonaws.com', anonymous: '—' }],
    ['aws:TokenIssueTime', { user: '?', session: '+', federated: '+', service: '—', anonymous: '—' }],
    ['aws:MultiFactorAuthPresent', { user: '?', session: '?', sso: '—', federated: '—', service: '—', anonymous: '—' }],
    ['aws:PrincipalTag/team', { user: '?', session: '?', root: '—', service: '—', anonymous: '—' }],
    ['aws:PrincipalOrgID', { user: '?', service: '—', anonymous: '—' }],
    ['aws:SourceArn', { user: '—', session: '—', service: '?', anonymous: '—' }],
    ['aws:ViaAWSService', { user: '+', session: '+', service: 'false', anonymous: 'false' }],
    ['aws:SecureTransport', { user: '+', anonymous: '+' }],
  ])('%s', (key, want) => {
    const got = Object.fromEntries(
      Object.keys(want).map((kind) => [kind, lookUp(key, { principal: CALLERS[kind as keyof typeof CALLERS] })]),
    );
    expect(got).toEqual(want);
  });
});

describe('what follows from the request (C18, C185 to C192)', () => {
  test.each<[string, string, StatedRequest, string]>([
    ['the Region of the ARN', 'aws:RequestedRegion', {}, 'eu-west-1'],
    [
      'the home of a global service',
      'aws:RequestedRegion',
      { action: 'iam:GetUser', resource: CALLERS.user },
      'us-east-1',
    ],
    ['no Region of a bucket', 'aws:RequestedRegion', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }, '+'],
    ['the account of the ARN', 'aws:ResourceAccount', {}, A],
    ['no account of a bucket', 'aws:ResourceAccount', { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }, '+'],
    [
      'the stated owner of a bucket',
      's3:ResourceAccount',
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', resourceAccount: '999988887777' },
      '999988887777',
    ],
    ['an endpoint rules out an address', 'aws:SourceIp', { context: { 'aws:SourceVpce': 'vpce-1' } }, '—'],
    ['an address rules out an endpoint', 'aws:SourceVpce', { context: { 'aws:SourceIp': '203.0.113.9' } }, '—'],
    ['one clock for both', 'aws:EpochTime', { context: { 'aws:CurrentTime': '2026-04-09T00:00:00Z' } }, '1775692800'],
    ['and back', 'aws:CurrentTime', { context: { 'aws:EpochTime': 1775692800 } }, '2026-04-09T00:00:00Z'],
    [
      'the age of MFA tells of MFA',
      'aws:MultiFactorAuthPresent',
      { context: { 'aws:MultiFactorAuthAge': 30 } },
      'true',
    ],
    ['no MFA has no age', 'aws:MultiFactorAuthAge', { absent: ['aws:MultiFactorAuthPresent'] }, '—'],
    [
      'tags tell their keys',
      'aws:TagKeys',
      { context: { 'aws:RequestTag/Team': 'red', 'aws:RequestTag/env': 'dev' } },
      'Team, env',
    ],
    ['a tag that is not listed', 'aws:RequestTag/x', { context: { 'aws:TagKeys': ['y'] } }, '—'],
    ['a tag that is listed', 'aws:RequestTag/Y', { context: { 'aws:TagKeys': ['y'] } }, '+'],
    ['a key of another service', 's3:prefix', {}, '—'],
    ['a key of no service', 'custom:k', {}, '?'],
    ['a second name', 'kms:CallerAccount', { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${A}:key/1` }, A],
    ['a tag without its key (C16)', 'aws:ResourceTag/', {}, '—'],
  ])('%s', (_name, key, stated, want) => {
    expect(lookUp(key, stated)).toBe(want);
  });
});

describe('what the document states comes first (C28)', () => {
  const K = 'custom:k';
  test.each<[string, StatedRequest, string, UnstatedMode?]>([
    ['a value', { context: { [K]: 'x' } }, 'x'],
    ['in another letter case (C12)', { context: { 'CUSTOM:K': 'x' } }, 'x'],
    ['numbers and booleans as their text', { context: { [K]: [1.5, true] } }, '1.5, true'],
    ['an empty list is absent (C25)', { context: { [K]: [] } }, '—'],
    ['null is absent', { context: { [K]: null } }, '—'],
    ['another shape leaves it open (C24)', { context: { [K]: { a: 1 } } }, '?'],
    ['absent', { absent: [K] }, '—'],
    ['a value beats absent', { context: { [K]: 'x' }, absent: [K] }, 'x'],
    ['present', { present: [K] }, '+'],
    ['present beats absent', { present: [K], absent: [K] }, '+'],
    ['present in a document where the rest is absent', { present: [K] }, '+', 'absent'],
    ['two spellings (C14)', { context: { [K]: 'x', 'Custom:K': 'y' } }, 'x | y'],
    ['nothing', {}, '?'],
    ['nothing, where the rest is absent', {}, '—', 'absent'],
  ])('%s', (_name, stated, want, mode) => {
    expect(lookUp(K, stated, mode)).toBe(want);
  });
});

describe('what is wrong with a request is said', () => {
  test.each<[string, StatedRequest, readonly string[]]>([
    ['nothing', {}, []],
    ['no principal', { principal: 'kim' }, ['request-principal']],
    ['no action', { action: 'SendMessage' }, ['request-action']],
    ['no account', { resourceAccount: '123' }, ['request-resource-account']],
    ['another account than the ARN’s', { resourceAccount: '999988887777' }, ['request-resource-account']],
    [
      'an owner of nothing',
      { action: 's3:ListAllMyBuckets', resource: '*', resourceAccount: '999988887777' },
      ['request-resource-account'],
    ],
    ['two spellings', { context: { a: '1', A: '2' } }, ['context-spellings']],
    ['a value of another shape', { context: { a: [['x']] } }, ['context-shape']],
    ['a value and absent', { context: { a: '1' }, absent: ['A'] }, ['context-and-absent']],
    ['present and absent', { present: ['a'], absent: ['a'] }, ['present-and-absent']],
    [
      'two ways into the network',
      { context: { 'aws:SourceIp': '1.2.3.4', 'aws:SourceVpce': 'v' } },
      ['context-network'],
    ],
    ['a tag that the list lacks', { context: { 'aws:RequestTag/a': '1', 'aws:TagKeys': ['b'] } }, ['context-tags']],
  ])('%s', (_name, stated, codes) => {
    expect(build(stated).problems.map((problem) => problem.code)).toEqual(codes);
  });
});

test.each<[string, StatedRequest, string, boolean]>([
  ['by the ARN', {}, `arn ${A}`, true],
  [
    'by the document',
    { action: 's3:GetObject', resource: 'arn:aws:s3:::b', resourceAccount: '999988887777' },
    'stated 999988887777',
    false,
  ],
  ['by assumption', { action: 's3:GetObject', resource: 'arn:aws:s3:::b' }, `assumed ${A}`, true],
  [
    'by assumption for what AWS owns',
    { action: 'iam:GetPolicy', resource: 'arn:aws:iam::aws:policy/X' },
    `assumed ${A}`,
    true,
  ],
  ['by nothing', { principal: '*', action: 's3:GetObject', resource: 'arn:aws:s3:::b' }, 'none ', false],
])('the owner of the resource is known %s (R193)', (_name, stated, want, same) => {
  const { request } = build(stated).value;
  expect([`${request?.owner.source} ${request?.owner.account ?? ''}`, request?.sameAccount]).toEqual([want, same]);
});

test.each([
  ['s3:ListAllMyBuckets', 'arn:aws:s3:::b', ['request-resource-none']],
  ['s3:ListAllMyBuckets', '*', []],
  ['s3:GetObject', 'arn:aws:s3:::b/k', []],
  ['no-such-service:X', 'arn:aws:s3:::b/k', []],
])('%s on %s: what is odd about the resource is said (R126): %j', (action, resource, codes) => {
  const { value, problems } = build({ action, resource });
  expect(problems.map((problem) => problem.code)).toEqual(codes);
  expect(value.request?.resource).toBe(resource);
});

test.each<[string, StatedRequest]>([
  ['a principal', { principal: 'na\u202eme`' }],
  ['an action', { action: 'na\u202eme`' }],
  ['a key that is stated and absent', { context: { 'na\u202eme`': 'x' }, absent: ['na\u202eme`'] }],
  ['a key of a strange value', { context: { 'na\u202eme`': {} } }],
])('what is said of %s shows the characters that would turn or end a name', (_name, stated) => {
  const said = build(stated).problems.map(({ message }) => message);
  expect(said.join(' ')).toContain("`na\\u202eme'`");
});
