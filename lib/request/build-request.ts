import type { Catalog } from '@/lib/catalog/catalog';
import { actionId, servicePrefix } from '@/lib/iam/action';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import { type Caller, callerAccount, callerPartition, readCaller } from '@/lib/iam/principal';
import { buildContext } from '@/lib/request/build-context';
import type { Request, RequestSettings, ResourceOwner } from '@/lib/request/request';
import { AWS_OWNED } from '@/lib/request/resource-keys';
import { readStatedContext } from '@/lib/request/stated-context';
import type { StatedRequest } from '@/lib/request/stated-request';
import type { Parsed, Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

/** The fields of a request that are missing or unreadable, in the order in which to ask for them. */
export type MissingField = 'principal' | 'action' | 'resource';

export type BuiltRequest =
  | { readonly request: Request; readonly missing?: undefined }
  | { readonly request?: undefined; readonly missing: readonly MissingField[] };

/** Makes a request that can be decided from what a document states. A text that is no principal is never taken as anonymous. */
export function buildRequest(stated: StatedRequest, settings: RequestSettings, catalog: Catalog): Parsed<BuiltRequest> {
  const problems: Problem[] = [];
  const principal = (stated.principal ?? '').trim();
  const action = (stated.action ?? '').trim();
  const resource = (stated.resource ?? '').trim();
  const caller = principal === '' ? undefined : readCaller(principal, action);
  if (principal !== '' && caller === undefined) problems.push(noPrincipal(principal));
  if (action !== '' && !action.includes(':')) problems.push(noAction(action));
  const actionFits = action.includes(':');
  if (caller === undefined || !actionFits || resource === '') {
    const missing: MissingField[] = [];
    if (caller === undefined) missing.push('principal');
    if (!actionFits) missing.push('action');
    if (resource === '') missing.push('resource');
    return { value: { missing }, problems };
  }
  const resourceArn = parseArn(resource);
  const service = servicePrefix(action);
  const ownerless = isOnNothing(action, resource, catalog) || resourceArn?.account === AWS_OWNED;
  const owner = findOwner(stated, caller, resourceArn?.account, ownerless, problems);
  const { value: keys, problems: keyProblems } = readStatedContext(stated);
  const about = {
    action,
    actionId: actionId(action),
    service,
    resource,
    ...(resourceArn && { resourceArn }),
    owner,
  };
  if (resource !== '*' && catalog.isWithoutResource(action.toLowerCase()) === true)
    problems.push(onStarAlone(action, resource));
  const partition = resourceArn?.partition ?? callerPartition(caller) ?? 'aws';
  const mode = settings.unstatedContext;
  const context = buildContext({ stated: keys, caller, resource: { ...about, partition }, mode, catalog });
  if (settings.principalIsServiceLinkedRole && !isRole(caller)) problems.push(notServiceLinked(principal));
  const account = callerAccount(caller);
  const sameAccount = account !== undefined && owner.account === account;
  return {
    value: {
      request: { ...about, caller, sameAccount, context, stated: keys, settings: settingsFor(caller, settings) },
    },
    problems: [...problems, ...keyProblems],
  };
}

function isRole(caller: Caller): boolean {
  return caller.kind === 'session' || caller.kind === 'role';
}

/** A service-linked role is a role: of another caller the document cannot say it (R8). */
function settingsFor(caller: Caller, settings: RequestSettings): RequestSettings {
  return isRole(caller) ? settings : { ...settings, principalIsServiceLinkedRole: false };
}

/** Whether an action has no resource that could carry a policy: its request resource is `*` (R77, R126). */
export function isOnNothing(action: string, resource: string, catalog: Catalog): boolean {
  if (resource !== '*') return false;
  return catalog.isWithoutResource(action.toLowerCase()) ?? catalog.resourcePolicies(servicePrefix(action)) === 'none';
}

/**
 * Whose account the resource is in (R193): the ARN's account, else the stated one, else the caller's by assumption. What
 * belongs to no customer counts as the caller's.
 */
function findOwner(
  stated: StatedRequest,
  caller: Caller,
  inArn: string | undefined,
  ownerless: boolean,
  problems: Problem[],
): ResourceOwner {
  const given = stated.resourceAccount?.trim() ?? '';
  const own = callerAccount(caller);
  const assumed: ResourceOwner = own === undefined ? { source: 'none' } : { source: 'assumed', account: own };
  if (given !== '' && !isAccountId(given)) problems.push(noAccount(given));
  if (inArn !== undefined && isAccountId(inArn)) {
    if (isAccountId(given) && given !== inArn) problems.push(otherAccount(given, inArn));
    return { source: 'arn', account: inArn };
  }
  if (!isAccountId(given)) return assumed;
  if (!ownerless) return { source: 'stated', account: given };
  if (given !== own) problems.push(accountIgnored(given));
  return assumed;
}

function noPrincipal(principal: string): Problem {
  const message = `${code(principal)} is no principal. Give the ARN of a user, role, role session, federated user or root user, a service such as \`lambda.amazonaws.com\`, or \`*\` for an anonymous caller.`;
  return { code: 'request-principal', severity: 'error', message };
}

function notServiceLinked(principal: string): Problem {
  const message = `The caller is said to be a service-linked role, but ${code(principal)} is no role. That was not used.`;
  return { code: 'request-service-linked', severity: 'warning', message };
}

function noAction(action: string): Problem {
  const message = `${code(action)} is no IAM action. Write it with its service prefix, such as \`s3:GetObject\`.`;
  return { code: 'request-action', severity: 'error', message };
}

function noAccount(given: string): Problem {
  const message = `${code(given)} is no account ID. An account ID has twelve digits. It was not used.`;
  return { code: 'request-resource-account', severity: 'error', message };
}

/** R126. What is stated counts all the same: AWS's messages name a resource for some of these actions. */
function onStarAlone(action: string, resource: string): Problem {
  const message = `AWS’s data names no resource for ${code(action)}, and checks such actions against \`*\`. It was checked on ${code(resource)} here, because that is stated. State \`*\` unless AWS’s message names this resource.`;
  return { code: 'request-resource-none', severity: 'warning', message };
}

function otherAccount(given: string, inArn: string): Problem {
  const message = `The resource's ARN names account \`${inArn}\`, but \`${given}\` was stated as its owner. The ARN counts.`;
  return { code: 'request-resource-account', severity: 'warning', message };
}

function accountIgnored(given: string): Problem {
  const message = `There is no resource here that could belong to account \`${given}\`. The account was not used.`;
  return { code: 'request-resource-account', severity: 'warning', message };
}
