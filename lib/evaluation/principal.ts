import { DOES_NOT_MATCH, dependsOn, every, MATCHES, match, not, some } from '@/lib/evaluation/match';
import type { Comparison, ElementTrace, Match } from '@/lib/evaluation/verdict';
import { isAccountId, parseArn, splitArn } from '@/lib/iam/arn';
import { type Caller, callerAccount, callerPartition } from '@/lib/iam/principal';
import type { PrincipalElement, PrincipalEntry } from '@/lib/policy/document';
import { openReferences } from '@/lib/policy/open-references';
import type { Request } from '@/lib/request/request';

/**
 * What an Allow is worth in the caller's own account, by the entry that names the caller (R51). `direct`: enough by itself.
 * `role`: the caller's boundary and session policies still count. `delegation`: the caller's own policies decide.
 */
export type Strength = 'direct' | 'role' | 'delegation';

export interface PrincipalTrace extends ElementTrace {
  /** For each strength, whether an entry of that strength names the caller. */
  readonly strengths: Readonly<Record<Strength, Match>>;
}

/** What besides the request decides who is meant. */
export interface PrincipalRules {
  /** Gateway endpoints know the star alone (R44); `unknown` where a service has both kinds. */
  readonly endpoint: 'none' | 'interface' | 'unknown';
  /** Whether the caller has a permissions boundary: then NotPrincipal spares nobody (R27). */
  readonly boundary: 'given' | 'none' | 'unknown';
  readonly effect: 'Allow' | 'Deny';
}

/**
 * Whether a `Principal` or `NotPrincipal` means the caller.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function tracePrincipal(element: PrincipalElement, request: Request, rules: PrincipalRules): PrincipalTrace {
  // What counts on interface endpoints alone makes no difference to NotPrincipal (R44).
  const of = element.name === 'Principal' && rules.endpoint === 'unknown' ? onEndpoint : membership;
  const entries = element.entries.map((entry) => ({ entry, ...of(entry, request) }));
  const comparisons = entries.map(
    ({ entry, match }): Comparison => ({
      range: entry.text.range,
      wanted: [entry.text.value],
      given: [request.caller.arn],
      match,
      reason: match.outcome === 'matches' ? 'equal' : match.outcome === 'dependsOn' ? 'unknown' : 'noValueEqual',
    }),
  );
  const through = (strength: Strength) =>
    some(entries.filter((one) => one.strength === strength).map((one) => one.match));
  if (element.name === 'Principal') {
    const strengths = { direct: through('direct'), role: through('role'), delegation: through('delegation') };
    return {
      element: 'Principal',
      range: element.range,
      comparisons,
      strengths,
      match: some(Object.values(strengths)),
    };
  }
  const listed = some(entries.map((one) => one.match));
  const match = rules.effect === 'Allow' ? not(listed) : not(spared(element, request, rules));
  const strengths = { direct: match, role: DOES_NOT_MATCH, delegation: DOES_NOT_MATCH };
  return { element: 'NotPrincipal', range: element.range, comparisons, strengths, match };
}

interface Membership {
  readonly match: Match;
  readonly strength: Strength;
}

const NOBODY: Membership = { match: DOES_NOT_MATCH, strength: 'direct' };

function is(fits: boolean, strength: Strength): Membership {
  return fits ? { match: MATCHES, strength } : NOBODY;
}

/** One entry against the caller (R13). */
function membership(entry: PrincipalEntry, request: Request): Membership {
  const { caller } = request;
  const text = entry.text.value;
  const references = isSettled(request) ? [] : openReferences(text);
  if (references.length > 0) return unrendered(text, references, caller);
  switch (entry.kind) {
    case 'Service':
      return is(caller.kind === 'service' && (text === '*' || text.toLowerCase() === caller.arn), 'direct');
    case 'Federated':
      return is(caller.kind === 'provider' && (text === '*' || sameProvider(text, caller.arn)), 'direct');
    case 'CanonicalUser':
      return canonicalUser(text, request);
    case 'AWS':
      return text === '*' ? is(true, 'direct') : awsEntry(text, request);
  }
}

/** What a template left open may become anybody, but in an account that is written out nobody of another one (C151). */
function unrendered(text: string, references: readonly string[], caller: Caller): Membership {
  const account = splitArn(text)[4];
  if (isAccountId(account ?? '') && account !== callerAccount(caller)) return NOBODY;
  const unknowns = references.map((key) => ({ kind: 'contextKey', key }) as const);
  return { match: match(undefined, unknowns), strength: 'direct' };
}

function sameProvider(entry: string, provider: string): boolean {
  return entry === provider || (!provider.startsWith('arn:') && entry.toLowerCase() === provider);
}

/** The account behind a canonical user ID cannot be told from text (R22). */
function canonicalUser(id: string, request: Request): Membership {
  if (callerAccount(request.caller) === undefined || isSettled(request)) return NOBODY;
  return { match: dependsOn({ kind: 'canonicalUser', id }), strength: 'delegation' };
}

function isSettled(request: Request): boolean {
  return request.settings.unstatedContext === 'absent';
}

/** One entry of an endpoint's policy. But for the star, and for root its account, it counts on interface endpoints alone (R44). */
function onEndpoint(entry: PrincipalEntry, request: Request): Membership {
  const found = membership(entry, request);
  if (found.match.outcome === 'doesNotMatch' || isSettled(request)) return found;
  const { caller } = request;
  const text = entry.text.value;
  const isOwnAccount = caller.kind === 'root' && entryAccount(text, caller) === caller.account;
  if (entry.kind === 'AWS' && (text === '*' || isOwnAccount)) return found;
  return { ...found, match: every([found.match, dependsOn({ kind: 'endpointKind' })]) };
}

/** The account an entry stands for: twelve digits, or the account's root ARN in the caller's partition (R14). */
function entryAccount(text: string, caller: Caller): string | undefined {
  if (isAccountId(text)) return text;
  const arn = parseArn(text);
  const isRoot = arn?.service === 'iam' && arn.resource === 'root' && arn.partition === callerPartition(caller);
  return isRoot ? arn.account : undefined;
}

function awsEntry(text: string, request: Request): Membership {
  const { caller } = request;
  const account = callerAccount(caller);
  if (account === undefined) return NOBODY;
  if (entryAccount(text, caller) === account) return { match: MATCHES, strength: 'delegation' };
  if (/^A(?:ID|RO)A[A-Z0-9]+$/.test(text)) return uniqueId(text, request);
  switch (caller.kind) {
    case 'user':
      return is(text === caller.arn, 'direct');
    case 'session':
      return text === caller.arn ? is(true, 'direct') : is(isRoleOf(text, request), 'role');
    case 'role':
      return isSessionOf(text, request) ?? is(isRoleOf(text, request), 'role');
    case 'federated':
      return text === caller.arn ? is(true, 'direct') : parentUser(text, request);
    case 'root':
    case 'service':
    case 'provider':
    case 'anonymous':
      return NOBODY;
  }
}

/**
 * The ID of a deleted user or role names nobody, unless the request is stated to be that very one (R24); of two spellings
 * of that key one is compared, and which is not known (C14). The ID stands for the ARN of what it is the ID of: only a
 * user's for that user goes straight to the caller (R51).
 */
function uniqueId(text: string, request: Request): Membership {
  const key = 'aws:userid';
  const stated = request.stated.state(key);
  const spellings = stated?.state === 'present' ? [stated.values] : stated?.state === 'spellings' ? stated.values : [];
  const isMeant = new Set(spellings.map((values) => values.some((value) => value.split(':')[0] === text)));
  const certainty = isMeant.size > 1 ? undefined : isMeant.has(true);
  const strength = request.caller.kind === 'user' && text.startsWith('AIDA') ? 'direct' : 'role';
  return { match: match(certainty, [{ kind: 'contextKey', key }]), strength };
}

/** A role's ARN means every session of the role; its path counts only where the caller's is stated (R16). */
function isRoleOf(text: string, request: Request): boolean {
  const { caller } = request;
  const arn = parseArn(text);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('role/') || !('role' in caller)) return false;
  const stated = request.stated.state('aws:principalarn');
  if (stated?.state === 'present') return stated.values.length === 1 && stated.values[0] === text;
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
  return arn.partition === caller.partition && arn.account === caller.account && name === caller.role;
}

/** A session of the calling role: which session calls is not known (R17). */
function isSessionOf(text: string, request: Request): Membership | undefined {
  const { caller } = request;
  const arn = parseArn(text);
  if (caller.kind !== 'role' || arn?.service !== 'sts' || !arn.resource.startsWith('assumed-role/')) return undefined;
  const ofRole =
    arn.partition === caller.partition && arn.account === caller.account && arn.resource.split('/')[1] === caller.role;
  if (!ofRole || isSettled(request)) return NOBODY;
  return { match: dependsOn({ kind: 'sessionName', arn: text }), strength: 'direct' };
}

/** A user of the same account may be the one who made the federated user's credentials (R19). */
function parentUser(text: string, request: Request): Membership {
  const arn = parseArn(text);
  const { caller } = request;
  if (arn?.service !== 'iam' || !arn.resource.startsWith('user/') || arn.account !== callerAccount(caller))
    return NOBODY;
  if (arn.partition !== callerPartition(caller) || isSettled(request)) return NOBODY;
  return { match: dependsOn({ kind: 'parentUser', arn: text }), strength: 'role' };
}

/**
 * Whom a Deny with NotPrincipal spares: who is listed in full, the account included (R26), and has no boundary (R27).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function spared(element: PrincipalElement, request: Request, rules: PrincipalRules): Match {
  const listed = listedInFull(element, request);
  const canHaveBoundary = ['user', 'session', 'role', 'federated'].includes(request.caller.kind);
  if (!canHaveBoundary || listed.outcome === 'doesNotMatch' || rules.boundary === 'none') return listed;
  return rules.boundary === 'given'
    ? DOES_NOT_MATCH
    : every([listed, dependsOn({ kind: 'policies', type: 'boundary' })]);
}

function listedInFull(element: PrincipalElement, request: Request): Match {
  const { caller } = request;
  const aws = element.entries.filter((entry) => entry.kind === 'AWS').map((entry) => entry.text.value);
  if (aws.includes('*')) return MATCHES;
  const has = (fits: (text: string) => boolean) => (aws.some(fits) ? MATCHES : DOES_NOT_MATCH);
  const account = has((text) => entryAccount(text, caller) === callerAccount(caller));
  switch (caller.kind) {
    case 'user':
    case 'federated':
      return every([account, has((text) => text === caller.arn)]);
    case 'session':
      return every([account, has((text) => text === caller.arn), has((text) => isRoleOf(text, request))]);
    case 'role': {
      const role = every([account, has((text) => isRoleOf(text, request))]);
      return isSettled(request) ? role : every([role, dependsOn({ kind: 'sessionName', arn: caller.arn })]);
    }
    case 'root':
      return account;
    case 'service':
    case 'provider':
    case 'anonymous':
      return some(
        element.entries.filter((entry) => entry.kind !== 'AWS').map((entry) => membership(entry, request).match),
      );
  }
}
