import { type Caller, type CallerKind, callerAccount } from '@/lib/iam/principal';
import type { KeyState, PartialValue } from '@/lib/request/context';
import type { UnstatedMode } from '@/lib/request/request';
import { literalPattern, type Pattern } from '@/lib/text/wildcard';

// What each kind of caller brings, and what it certainly does not (C181, C183, C184, C190).
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

/** The state of a key that follows from who calls, or `undefined` where the caller does not tell. Takes the key's lower case. */
export function principalKey(id: string, caller: Caller, action: string, mode: UnstatedMode): KeyState | undefined {
  const value = principalValue(id, caller, action, mode);
  if (value !== undefined) return value;
  return ABSENT.some(({ keys, kinds }) => kinds.includes(caller.kind) && keys.test(id)) || absentBySignIn(id, caller)
    ? ABSENT_STATE
    : undefined;
}

const ABSENT_STATE: KeyState = { state: 'absent', source: 'derived' };
const PRESENT_UNKNOWN: KeyState = { state: 'presentUnknown' };

function derived(value: string | undefined): KeyState | undefined {
  return value === undefined ? undefined : { state: 'present', values: [value], source: 'derived' };
}

function principalValue(id: string, caller: Caller, action: string, mode: UnstatedMode): KeyState | undefined {
  switch (id) {
    case 'aws:principalarn':
      return principalArn(caller, mode);
    case 'aws:principalaccount':
      return derived(caller.kind === 'anonymous' ? 'anonymous' : callerAccount(caller));
    case 'aws:principaltype':
      return derived(PRINCIPAL_TYPES[caller.kind]);
    case 'aws:username':
      return caller.kind === 'user' ? derived(caller.name) : ABSENT_STATE;
    case 'aws:userid':
      return userId(caller, mode);
    case 'aws:principalisawsservice':
      if (caller.kind === 'anonymous') return ABSENT_STATE;
      return caller.kind === 'provider' ? undefined : derived(String(caller.kind === 'service'));
    case 'aws:principalservicename':
      return caller.kind === 'service' ? derived(caller.arn) : ABSENT_STATE;
    case 'aws:principalservicenameslist':
      if (caller.kind !== 'service') return ABSENT_STATE;
      return { state: 'containing', values: [caller.arn], settled: mode === 'absent' };
    case 'aws:viaawsservice':
      return caller.kind === 'service' || caller.kind === 'anonymous' ? derived('false') : undefined;
    case 'aws:tokenissuetime':
      return (caller.kind === 'session' || caller.kind === 'role' || caller.kind === 'federated') && mode === 'unknown'
        ? PRESENT_UNKNOWN
        : undefined;
    case 'aws:federatedprovider':
      return caller.kind === 'provider' && action.toLowerCase() === 'sts:assumerolewithwebidentity'
        ? derived(caller.arn)
        : undefined;
    default:
      return undefined;
  }
}

const PRINCIPAL_TYPES: Readonly<Record<CallerKind, string | undefined>> = {
  user: 'User',
  session: 'AssumedRole',
  role: 'AssumedRole',
  federated: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
  service: undefined,
  provider: undefined,
};

const SSO_PATH = 'aws-reserved/sso.amazonaws.com/';

/** A session shows its role's name but not its path, which `aws:PrincipalArn` carries (R190, C184). */
function principalArn(caller: Caller, mode: UnstatedMode): KeyState | undefined {
  switch (caller.kind) {
    case 'user':
    case 'role':
    case 'federated':
    case 'root':
      return derived(caller.arn);
    case 'anonymous':
      return ABSENT_STATE;
    case 'service':
    case 'provider':
      return undefined;
    case 'session': {
      const prefix = `arn:${caller.partition}:iam::${caller.account}:role/`;
      const ofPermissionSet = caller.role.startsWith('AWSReservedSSO_');
      const likely = `${prefix}${ofPermissionSet ? SSO_PATH : ''}${caller.role}`;
      if (mode === 'absent') return { state: 'present', values: [likely], source: 'assumed' };
      return { state: 'partial', value: roleForms(prefix, caller.role, likely) };
    }
  }
}

function roleForms(prefix: string, role: string, likely: string): PartialValue {
  const behind = (path: string, ...unknown: Pattern): Pattern => [
    { kind: 'text', text: prefix + path },
    ...unknown,
    { kind: 'text', text: `/${role}` },
  ];
  // A Region, or the name of a service.
  const name: Pattern = [{ kind: 'name' }, { kind: 'names' }];
  if (role.startsWith('AWSReservedSSO_'))
    return { forms: [literalPattern(likely), behind(SSO_PATH, ...name)], settled: false };
  if (role.startsWith('AWSServiceRoleFor')) return { forms: [behind('aws-service-role/', ...name)], settled: false };
  return { likely, forms: [literalPattern(likely), behind('', { kind: 'one' }, { kind: 'any' })], settled: false };
}

/** Of a session only the end is known: `ID:SESSION` (R191). */
function userId(caller: Caller, mode: UnstatedMode): KeyState | undefined {
  switch (caller.kind) {
    case 'root':
      return derived(caller.account);
    case 'federated':
      return derived(`${caller.account}:${caller.name}`);
    case 'anonymous':
      return derived('anonymous');
    case 'session': {
      const form: Pattern = [{ kind: 'notColon' }, { kind: 'notColons' }, { kind: 'text', text: `:${caller.session}` }];
      return { state: 'partial', value: { forms: [form], settled: mode === 'absent' } };
    }
    case 'user':
    case 'role':
    case 'service':
    case 'provider':
      return undefined;
  }
}

const SIGNED_BY_ACCOUNT: readonly CallerKind[] = ['user', 'session', 'role', 'federated', 'root'];
const WITHOUT_ACCOUNT: readonly CallerKind[] = ['service', 'anonymous', 'provider'];

/** The cells marked "certainly absent" in the table of callers and keys (C190). */
const ABSENT: readonly { readonly keys: RegExp; readonly kinds: readonly CallerKind[] }[] = [
  { keys: /^aws:principalorg(?:id|paths)$/, kinds: ['service', 'anonymous'] },
  { keys: /^aws:principaltag\//, kinds: ['root', ...WITHOUT_ACCOUNT] },
  { keys: /^aws:multifactorauth(?:present|age)$/, kinds: ['federated', ...WITHOUT_ACCOUNT] },
  { keys: /^aws:tokenissuetime$/, kinds: WITHOUT_ACCOUNT },
  { keys: /^aws:sourceidentity$/, kinds: ['user', 'federated', ...WITHOUT_ACCOUNT] },
  { keys: /^aws:federatedprovider$/, kinds: ['user', 'federated', 'root', 'service', 'anonymous'] },
  { keys: /^aws:assumedroot$/, kinds: ['user', 'session', 'role', 'federated', ...WITHOUT_ACCOUNT] },
  { keys: /^saml:/, kinds: ['user', 'federated', 'root', 'service', 'anonymous'] },
  { keys: /^identitystore:userid$/, kinds: ['user', 'federated', 'root', ...WITHOUT_ACCOUNT] },
  { keys: /^aws:source(?:arn|account|orgid|orgpaths|owner)$/, kinds: [...SIGNED_BY_ACCOUNT, 'anonymous', 'provider'] },
  { keys: /^aws:calledvia/, kinds: WITHOUT_ACCOUNT },
  {
    keys: /^(?:ec2:sourceinstancearn|ec2:roledelivery|aws:ec2instancesource(?:vpc|privateipv4))$/,
    kinds: ['user', 'federated', 'root', ...WITHOUT_ACCOUNT],
  },
  // Claims of a token; those of the built-in providers live on in the session.
  {
    keys: /^(?:accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com|cognito-identity\.amazonaws\.com):/,
    kinds: ['user', 'federated', 'root', 'service', 'anonymous'],
  },
  {
    keys: /^(?!(?:accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com|cognito-identity\.amazonaws\.com):)[^:/]*\.[^:]*:/,
    kinds: [...SIGNED_BY_ACCOUNT, 'service', 'anonymous'],
  },
];

const ABSENT_BY_IDENTITY_CENTER: readonly string[] = [
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:ec2instancesourcevpc',
  'aws:ec2instancesourceprivateipv4',
  'ec2:sourceinstancearn',
  'ec2:roledelivery',
];

/** Identity Center passes no MFA information, and no instance has its roles (C190, D22). */
function absentBySignIn(id: string, caller: Caller): boolean {
  return 'role' in caller && caller.role.startsWith('AWSReservedSSO_') && ABSENT_BY_IDENTITY_CENTER.includes(id);
}
