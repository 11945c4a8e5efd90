import { isAccountId, parseArn } from '@/lib/iam/arn';
import { keyId } from '@/lib/iam/context-key';

/**
 * Who calls (R1). Kinds without `account` belong to no account (R3).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Caller =
  | (AccountCaller & { readonly kind: 'user' /** Last part of the path. */; readonly name: string })
  | (AccountCaller & { readonly kind: 'session'; readonly role: string; readonly session: string })
  | (AccountCaller & { readonly kind: 'role' /** Name without its path. */; readonly role: string })
  | (AccountCaller & { readonly kind: 'federated'; readonly name: string })
  | (AccountCaller & { readonly kind: 'root' })
  | { readonly kind: 'provider'; readonly arn: string }
  | { readonly kind: 'service'; readonly arn: string }
  | { readonly kind: 'anonymous'; readonly arn: '*' };

interface AccountCaller {
  /** The principal as stated. */
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
}

export type CallerKind = Caller['kind'];

// Providers that are named by host instead of by ARN.
const BUILT_IN_PROVIDERS = ['accounts.google.com', 'www.amazon.com', 'graph.facebook.com'];
// A provider for the calls below, a service otherwise.
const COGNITO = 'cognito-identity.amazonaws.com';
const FEDERATION_ACTIONS = [
  'sts:assumerolewithwebidentity',
  'sts:assumerolewithsaml',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];
const SERVICE = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com)$/;

/** Recognises the caller, or gives `undefined` for a text that is no principal; it is never taken as anonymous. */
export function readCaller(principal: string, action: string): Caller | undefined {
  if (principal === '*') return { kind: 'anonymous', arn: '*' };
  if (!principal.includes(':')) return readHostCaller(principal, action);
  const arn = parseArn(principal);
  if (arn === undefined || !isAccountId(arn.account) || arn.region !== '') return undefined;
  const of = { arn: principal, partition: arn.partition, account: arn.account };
  if (arn.service === 'iam') return readIamCaller(of, arn.resource);
  return arn.service === 'sts' ? readStsCaller(of, arn.resource) : undefined;
}

function readHostCaller(principal: string, action: string): Caller | undefined {
  const host = principal.toLowerCase();
  if (BUILT_IN_PROVIDERS.includes(host)) return { kind: 'provider', arn: host };
  if (host === COGNITO && FEDERATION_ACTIONS.includes(action.toLowerCase())) return { kind: 'provider', arn: host };
  return SERVICE.test(host) ? { kind: 'service', arn: host } : undefined;
}

function readIamCaller(of: AccountCaller, resource: string): Caller | undefined {
  if (resource === 'root') return { ...of, kind: 'root' };
  const slash = resource.indexOf('/');
  const type = resource.slice(0, Math.max(0, slash));
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  if (slash < 0 || name === '') return undefined;
  if (type === 'user') return { ...of, kind: 'user', name };
  if (type === 'role') return { ...of, kind: 'role', role: name };
  if (type === 'oidc-provider' || type === 'saml-provider') return { kind: 'provider', arn: of.arn };
  return undefined;
}

function readStsCaller(of: AccountCaller, resource: string): Caller | undefined {
  const [type, name, session, ...rest] = resource.split('/');
  if (type === 'federated-user' && name && session === undefined) return { ...of, kind: 'federated', name };
  // A session name has no slash; anything after a further one was never printed by AWS.
  if (type !== 'assumed-role' || !name || !session || rest.length > 0) return undefined;
  return { ...of, kind: 'session', role: name, session };
}

/** The account a caller belongs to; services, providers and anonymous callers belong to none (R3). */
export function callerAccount(caller: Caller): string | undefined {
  return 'account' in caller ? caller.account : undefined;
}

/** The partition of a caller that has an account. */
export function callerPartition(caller: Caller): string | undefined {
  return 'partition' in caller ? caller.partition : undefined;
}

/** Whether an action is one that a role's trust policy decides (R80). */
export function isRoleTrustAction(action: string): boolean {
  const id = keyId(action);
  return id === 'sts:assumerole' || FEDERATION_ACTIONS.includes(id);
}
