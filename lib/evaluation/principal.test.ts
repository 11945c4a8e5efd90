import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { type PrincipalRules, tracePrincipal } from '@/lib/evaluation/principal';
import { parsePolicy } from '@/lib/policy/parse';
import { buildRequest } from '@/lib/request/build-request';
import type { RequestSettings, UnstatedMode } from '@/lib/request/request';
import { variable } from '@/lib/testing/small-diagnosis';

// Every kind of caller against the spellings of Principal and NotPrincipal: outcome, strength, and what is not known.

const USER = 'arn:aws:iam::111122223333:user/kim';
const ROLE = 'arn:aws:iam::111122223333:role/app';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/run-7';
const FEDERATED = 'arn:aws:sts::111122223333:federated-user/bob';
const ROOT = 'arn:aws:iam::111122223333:root';
const SERVICE = 'cloudtrail.amazonaws.com';
const WEB = 'accounts.google.com';
const SAML = 'arn:aws:iam::111122223333:saml-provider/Corp';
const ANYONE = '*';

const SETTINGS: RequestSettings = {
  unstatedContext: 'unknown',
  unstatedPolicies: 'unknown',
  principalIsServiceLinkedRole: false,
  principalAccountIsManagementAccount: false,
  resourceAccountIsManagementAccount: false,
};
const RULES: PrincipalRules = { endpoint: 'none', boundary: 'none', effect: 'Allow' };

interface Asked {
  readonly rules?: Partial<PrincipalRules>;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly unstatedContext?: UnstatedMode;
}

function trace(caller: string, element: object, { rules, context = {}, unstatedContext = 'unknown' }: Asked = {}) {
  const action = caller === WEB || caller === SAML ? 'sts:AssumeRoleWithWebIdentity' : 's3:GetObject';
  const { request } = buildRequest(
    { principal: caller, action, resource: 'arn:aws:s3:::acme/a', context, absent: [], present: [] },
    { ...SETTINGS, unstatedContext },
    builtInCatalog(),
  ).value;
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', ...element };
  const principal = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: [statement] })).value.statements[0]
    ?.principal;
  if (request === undefined || principal === undefined) throw new Error('the row makes no request or no Principal');
  return tracePrincipal(principal, request, { ...RULES, ...rules });
}

/** `no`, the strength of an entry that names the caller, or `?` with the facts that decide and the strength. */
function named(caller: string, element: object, asked?: Asked): string {
  const { match, strengths } = trace(caller, element, asked);
  if (match.outcome === 'doesNotMatch') return 'no';
  const own = Object.entries(strengths).find(([, strength]) => strength.outcome === match.outcome)?.[0] ?? '';
  if (match.outcome === 'matches') return own;
  const facts = match.unknowns.map((unknown) =>
    'key' in unknown ? unknown.key : `${unknown.kind} ${Object.values(unknown).slice(1).join()}`.trim(),
  );
  return `? ${facts.join(' & ')}, ${own}`;
}

type Row = readonly [rule: string, caller: string, principal: object | string, want: string, asked?: Asked];

function table(element: 'Principal' | 'NotPrincipal', rows: readonly Row[]): void {
  const full = rows.map(
    ([rule, caller, principal, want, asked = {}]) => [rule, caller, principal, want, asked] as const,
  );
  test.each(full)('%s: %s by %j: %s %j', (_rule, caller, principal, want, asked) => {
    expect(named(caller, { [element]: principal }, asked)).toBe(want);
    expect(trace(caller, { [element]: principal }, asked).element).toBe(element);
  });
}

describe('Principal', () => {
  table('Principal', [
    ['R15', ANYONE, '*', 'direct'],
    ['R15', SERVICE, { AWS: '*' }, 'direct'],
    ['R14', USER, { AWS: '111122223333' }, 'delegation'],
    ['R14', USER, { AWS: ROOT }, 'delegation'],
    ['R14', USER, { AWS: 'arn:aws-cn:iam::111122223333:root' }, 'no'],
    ['R14', USER, { AWS: 'arn:aws:sts::111122223333:root' }, 'no'],
    ['R14', USER, { AWS: 'arn:aws:iam::444455556666:root' }, 'no'],
    ['R14', ROOT, { AWS: ROOT }, 'delegation'],
    ['R14', SERVICE, { AWS: ROOT }, 'no'],
    ['R14', ANYONE, { AWS: '111122223333' }, 'no'],
    ['R18', USER, { AWS: USER }, 'direct'],
    ['R18', USER, { AWS: `${USER}/x` }, 'no'],
    ['R23', USER, { AWS: 'arn:aws:iam::111122223333:user/*' }, 'no'],
    ['R18', USER, { Federated: USER }, 'no'],
    ['R18', USER, { Service: USER }, 'no'],
    ['R18', ROOT, { AWS: USER }, 'no'],
  ]);

  table('Principal', [
    ['R16', SESSION, { AWS: ROLE }, 'role'],
    ['R16', SESSION, { AWS: 'arn:aws:iam::111122223333:role/team/app' }, 'role'],
    ['R16', SESSION, { AWS: 'arn:aws:iam::444455556666:role/app' }, 'no'],
    ['R16', SESSION, { AWS: 'arn:aws-cn:iam::111122223333:role/app' }, 'no'],
    ['R16', SESSION, { AWS: 'arn:aws:iam::111122223333:role/App' }, 'no'],
    ['R16', SESSION, { AWS: 'arn:aws:iam::111122223333:user/app' }, 'no'],
    ['R16', SESSION, { AWS: 'arn:aws:sts::111122223333:role/app' }, 'no'],
    ['R16', SESSION, { AWS: 'app' }, 'no'],
    ['R16', USER, { AWS: 'arn:aws:iam::111122223333:role/kim' }, 'no'],
    ['R16', ROLE, { AWS: ROLE }, 'role'],
    ['R16', ROLE, { AWS: 'arn:aws-cn:iam::111122223333:role/app' }, 'no'],
    ['R16', SESSION, { AWS: ROLE }, 'role', { context: { 'aws:PrincipalArn': ROLE } }],
    [
      'R16',
      SESSION,
      { AWS: ROLE },
      'no',
      { context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/app' } },
    ],
    ['R17', SESSION, { AWS: SESSION }, 'direct'],
    ['R17', SESSION, { AWS: 'arn:aws:sts::111122223333:assumed-role/app/run-8' }, 'no'],
    ['R17', ROLE, { AWS: SESSION }, `? sessionName ${SESSION}, direct`],
    ['R17', ROLE, { AWS: SESSION }, 'no', { unstatedContext: 'absent' }],
    ['R17', ROLE, { AWS: 'arn:aws:sts::111122223333:assumed-role/other/run-7' }, 'no'],
    ['R17', ROLE, { AWS: 'arn:aws:sts::444455556666:assumed-role/app/run-7' }, 'no'],
    ['R17', ROLE, { AWS: 'arn:aws-cn:sts::111122223333:assumed-role/app/run-7' }, 'no'],
    ['R17', ROLE, { AWS: 'arn:aws:iam::111122223333:assumed-role/app/run-7' }, 'no'],
    ['R17', ROLE, { AWS: 'arn:aws:sts::111122223333:federated-user/app' }, 'no'],
    ['R17', ROLE, { AWS: 'app' }, 'no'],
    ['R19', FEDERATED, { AWS: FEDERATED }, 'direct'],
    ['R19', FEDERATED, { AWS: USER }, `? parentUser ${USER}, role`],
    ['R19', FEDERATED, { AWS: USER }, 'no', { unstatedContext: 'absent' }],
    ['R19', FEDERATED, { AWS: 'arn:aws:iam::444455556666:user/kim' }, 'no'],
    ['R19', FEDERATED, { AWS: 'arn:aws-cn:iam::111122223333:user/kim' }, 'no'],
    ['R19', FEDERATED, { AWS: 'arn:aws:sts::111122223333:user/kim' }, 'no'],
    ['R19', FEDERATED, { AWS: ROLE }, 'no'],
    ['R19', FEDERATED, { AWS: 'bob' }, 'no'],
  ]);

  table('Principal', [
    ['R20', SERVICE, { Service: SERVICE }, 'direct'],
    ['R20', SERVICE, { Service: 'CloudTrail.amazonaws.com' }, 'direct'],
    ['R20', SERVICE, { Service: '*' }, 'direct'],
    ['R20', SERVICE, { Service: 'config.amazonaws.com' }, 'no'],
    ['R20', USER, { Service: '*' }, 'no'],
    ['R21', WEB, { Federated: WEB }, 'direct'],
    ['R21', WEB, { Federated: 'Accounts.Google.com' }, 'direct'],
    ['R21', WEB, { Federated: 'www.amazon.com' }, 'no'],
    ['R21', WEB, { Federated: '*' }, 'direct'],
    ['R21', SAML, { Federated: SAML }, 'direct'],
    ['R21', SAML, { Federated: SAML.toLowerCase() }, 'no'],
    ['R21', USER, { Federated: '*' }, 'no'],
    ['R22', USER, { CanonicalUser: '79a5' }, '? canonicalUser 79a5, delegation'],
    ['R22', USER, { CanonicalUser: '79a5' }, 'no', { unstatedContext: 'absent' }],
    ['R22', SERVICE, { CanonicalUser: '79a5' }, 'no'],
    ['R22', ANYONE, { CanonicalUser: '79a5' }, 'no'],
    ['R24', USER, { AWS: 'AIDA1EXAMPLE' }, 'no'],
    ['R24', USER, { AWS: 'AIDA1EXAMPLE' }, 'direct', { context: { 'aws:userid': 'AIDA1EXAMPLE' } }],
    ['R24', SESSION, { AWS: 'AROA1EXAMPLE' }, 'no', { context: { 'aws:userid': 'AROA2EXAMPLE:run-7' } }],
    ['R24', SESSION, { AWS: 'AROA1EXAMPLE' }, 'role', { context: { 'aws:userid': 'AROA1EXAMPLE:run-7' } }],
    ['R24', SESSION, { AWS: 'AROA1EXAMPLE/x' }, 'no', { context: { 'aws:userid': 'AROA1EXAMPLE/x' } }],
    ['C151', USER, { AWS: `arn:aws:iam::111122223333:role/${variable('Name')}` }, '? Name, direct'],
    ['C151', USER, { AWS: `arn:aws:iam::444455556666:role/${variable('Name')}` }, 'no'],
    ['C151', USER, { AWS: `arn:aws:iam::${variable('Account')}:role/app` }, '? Account, direct'],
    ['C151', USER, { AWS: variable('Who') }, '? Who, direct'],
    ['C151', USER, { AWS: variable('Who') }, 'no', { unstatedContext: 'absent' }],
  ]);

  const unknownKind: Asked = { rules: { endpoint: 'unknown' } };
  table('Principal', [
    ['R44', USER, '*', 'direct', unknownKind],
    ['R44', USER, { AWS: USER }, '? endpointKind, direct', unknownKind],
    ['R44', USER, { AWS: ROOT }, '? endpointKind, delegation', unknownKind],
    ['R44', USER, { AWS: 'arn:aws:iam::444455556666:root' }, 'no', unknownKind],
    ['R44', ROOT, { AWS: ROOT }, 'delegation', unknownKind],
    ['R44', USER, { AWS: USER }, 'direct', { ...unknownKind, unstatedContext: 'absent' }],
  ]);
});

describe('NotPrincipal', () => {
  const deny = (boundary: PrincipalRules['boundary']): Asked => ({ rules: { effect: 'Deny', boundary } });
  table('NotPrincipal', [
    ['R28', USER, { AWS: USER }, 'no'],
    ['R28', USER, { AWS: ROOT }, 'no'],
    ['R28', USER, { AWS: ROLE }, 'direct'],
    ['R26', USER, { AWS: [ROOT, USER] }, 'no', deny('none')],
    ['R26', USER, { AWS: [USER] }, 'direct', deny('none')],
    ['R26', USER, { AWS: [ROOT] }, 'direct', deny('none')],
    ['R26', USER, '*', 'no', deny('none')],
    ['R27', USER, '*', 'direct', deny('given')],
    ['R26', FEDERATED, { AWS: [ROOT, FEDERATED] }, 'no', deny('none')],
    ['R26', SESSION, { AWS: [ROOT, ROLE, SESSION] }, 'no', deny('none')],
    ['R26', SESSION, { AWS: [ROOT, ROLE] }, 'direct', deny('none')],
    ['R26', SESSION, { AWS: [ROOT, SESSION] }, 'direct', deny('none')],
    ['R26', SESSION, { AWS: [ROLE, SESSION] }, 'direct', deny('none')],
    ['R26', ROLE, { AWS: [ROOT, ROLE] }, `? sessionName ${ROLE}, direct`, deny('none')],
    ['R26', ROLE, { AWS: [ROLE] }, 'direct', deny('none')],
    ['R26', ROOT, { AWS: [ROOT] }, 'no', deny('none')],
    ['R26', ROOT, { AWS: ['444455556666'] }, 'direct', deny('none')],
    ['R26', SERVICE, { Service: SERVICE }, 'no', deny('none')],
    ['R26', SERVICE, { AWS: SERVICE }, 'direct', deny('none')],
    ['R26', ANYONE, { AWS: ROOT }, 'direct', deny('none')],
    ['R26', WEB, { Federated: WEB }, 'no', deny('none')],
    ['R26', USER, { Service: [ROOT, USER] }, 'direct', deny('none')],
    ['R27', USER, { AWS: [ROOT, USER] }, 'direct', deny('given')],
    ['R27', FEDERATED, { AWS: [ROOT, FEDERATED] }, 'direct', deny('given')],
    ['R27', SESSION, { AWS: [ROOT, ROLE, SESSION] }, 'direct', deny('given')],
    ['R27', ROLE, { AWS: [ROOT, ROLE] }, 'direct', deny('given')],
    ['R27', USER, { AWS: [ROOT, USER] }, '? policies boundary, direct', deny('unknown')],
    ['R27', USER, { AWS: [USER] }, 'direct', deny('unknown')],
    ['R27', ROOT, { AWS: [ROOT] }, 'no', deny('given')],
    ['R27', SERVICE, { Service: SERVICE }, 'no', deny('given')],
  ]);
});

test('each entry says what it was compared with, and how that came out', () => {
  const { comparisons } = trace(ROLE, { Principal: { AWS: [USER, ROLE, SESSION] } });
  expect(comparisons.map(({ wanted, given, reason }) => [wanted, given, reason])).toEqual([
    [[USER], [ROLE], 'noValueEqual'],
    [[ROLE], [ROLE], 'equal'],
    [[SESSION], [ROLE], 'unknown'],
  ]);
});
