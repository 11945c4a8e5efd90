import type { DenialReport } from '@/lib/evidence/evidence';
import { readMessage } from '@/lib/evidence/forms/message';
import { listAt, objectAt, textAt } from '@/lib/evidence/json-pieces';
import { actionOfEvent } from '@/lib/evidence/operation-action';
import { parseArn } from '@/lib/iam/arn';
import { type JsonObject, member } from '@/lib/text/json';

/** Whether an object is a CloudTrail event. */
export function isEvent(object: JsonObject): boolean {
  return ['eventName', 'eventSource', 'userIdentity'].every((name) => member(object, name) !== undefined);
}

const DENIED = /AccessDenied|Unauthorized|AuthorizationError|NotAuthorized|VpceAccessDenied|^403$|Forbidden/i;

/**
 * Reads a CloudTrail event: who called what from where, and what AWS answered. Nothing is taken over that the event does not
 * state, and no address where a service called.
 */
export function readEvent(event: JsonObject): DenialReport {
  const code = textAt(event, 'errorCode');
  const message = textAt(event, 'errorMessage');
  const said = message === undefined ? undefined : readMessage(message);
  const operation = textAt(event, 'eventName');
  const principal = principalOf(event) ?? said?.principal;
  const resource = said?.resource ?? textAt(firstResource(event), 'ARN');
  const impliedAction = said?.action
    ? undefined
    : actionOfEvent(textAt(event, 'eventSource') ?? '', operation ?? '', false);
  const endpoint = code === 'VpceAccessDenied' ? { policyType: 'endpoint' as const } : {};
  const isAccessDenied =
    said?.isAccessDenied === true || (said?.notIam === undefined && code !== undefined && DENIED.test(code));
  const account = textAt(firstResource(event), 'accountId');
  return {
    ...endpoint,
    ...(said ?? {}),
    ...(isAccessDenied ? {} : notDenied(code, said)),
    isAccessDenied,
    ...(isAccessDenied && { denial: said?.denial ?? 'unknown' }),
    ...(principal && { principal }),
    ...(impliedAction && { impliedAction }),
    ...(resource && { resource }),
    ...(operation && { operation }),
    ...(code && { code }),
    ...(account && { resourceAccount: account }),
    ...contextOf(event),
  };
}

function notDenied(
  code: string | undefined,
  said: DenialReport | undefined,
): Pick<DenialReport, 'notIam' | 'notIamText'> {
  if (said?.notIam) return { notIam: said.notIam, ...(said.notIamText && { notIamText: said.notIamText }) };
  return code === undefined
    ? { notIam: 'no-error', notIamText: 'This event records a call that succeeded.' }
    : { notIam: 'other-error', notIamText: 'This event records a failure that has nothing to do with permissions.' };
}

function firstResource(event: JsonObject): JsonObject | undefined {
  const [first] = listAt(event, 'resources');
  return first?.kind === 'object' ? first : undefined;
}

function principalOf(event: JsonObject): string | undefined {
  const identity = objectAt(event, 'userIdentity');
  const type = textAt(identity, 'type');
  if (type === 'AWSService') return textAt(identity, 'invokedBy');
  const account = textAt(identity, 'accountId');
  if (type === 'AWSAccount' && /^anonymous/i.test(account ?? '')) return '*';
  return textAt(identity, 'arn') ?? (type === 'Root' && account ? `arn:aws:iam::${account}:root` : undefined);
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]{2,39})$/i;
const PRINCIPAL_TYPES: Readonly<Record<string, string>> = {
  IAMUser: 'User',
  AssumedRole: 'AssumedRole',
  FederatedUser: 'FederatedUser',
  Root: 'Account',
};

/** The condition keys that the event's fields are. */
function contextOf(event: JsonObject): Pick<DenialReport, 'context' | 'absent'> {
  const identity = objectAt(event, 'userIdentity');
  const session = identity && objectAt(identity, 'sessionContext');
  const attributes = session && objectAt(session, 'attributes');
  const issuer = session && objectAt(session, 'sessionIssuer');
  const type = textAt(identity, 'type') ?? '';
  const endpoint = textAt(event, 'vpcEndpointId');
  const address = textAt(event, 'sourceIPAddress') ?? '';
  const invokedBy = textAt(identity, 'invokedBy');
  const isAddress = ADDRESS.test(address) && invokedBy === undefined;
  const role = type === 'AssumedRole' && textAt(issuer, 'type') === 'Role' ? textAt(issuer, 'arn') : undefined;
  const created = textAt(attributes, 'creationDate');
  const tags = {
    role: role && parseArn(role) ? role : undefined,
    id: PRINCIPAL_TYPES[type] && textAt(identity, 'principalId'),
  };
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['aws:PrincipalArn', tags.role],
    ['aws:userid', type === 'IAMUser' || type === 'AssumedRole' ? tags.id : undefined],
    ['aws:MultiFactorAuthPresent', textAt(attributes, 'mfaAuthenticated')],
    ['aws:TokenIssueTime', created],
    ['aws:CurrentTime', textAt(event, 'eventTime')],
    ['aws:SourceIp', isAddress && endpoint === undefined ? address : undefined],
    ['aws:VpcSourceIp', isAddress ? endpoint && address : undefined],
    ['aws:SourceVpce', endpoint],
    ['aws:UserAgent', textAt(event, 'userAgent')?.replace(/^\[(.*)\]$/s, '$1')],
    ['aws:RequestedRegion', textAt(event, 'awsRegion')],
    ['aws:SecureTransport', objectAt(event, 'tlsDetails') ? 'true' : undefined],
    ['aws:ViaAWSService', viaService(type, invokedBy)],
    ['aws:SourceIdentity', textAt(session, 'sourceIdentity')],
  ];
  const context = Object.fromEntries(
    facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined && fact[1] !== ''),
  );
  // Long-term credentials carry no information on MFA: the keys are absent, not false.
  const absent =
    type === 'IAMUser' && identity && session === undefined ? ['aws:MultiFactorAuthPresent', 'aws:TokenIssueTime'] : [];
  return { ...(Object.keys(context).length > 0 && { context }), ...(absent.length > 0 && { absent }) };
}

function viaService(type: string, invokedBy: string | undefined): string | undefined {
  if (type === 'AWSService') return undefined;
  return invokedBy === undefined ? 'false' : 'true';
}
