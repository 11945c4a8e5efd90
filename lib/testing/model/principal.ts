import type { PrincipalElement, PrincipalEntry } from '@/lib/policy/document';
import { openReferences } from '@/lib/policy/open-references';
import type { Caller } from '@/lib/testing/model/caller';
import { arnParts, type Request } from '@/lib/testing/model/request';
import { stated } from '@/lib/testing/model/stated-keys';
import { and, not, or, same, type Truth, truth } from '@/lib/testing/model/truth';

/** What an Allow through an entry is worth in the caller's own account (R51). */
export type Strength = 'direct' | 'role' | 'delegation';

/** Whether the caller has a permissions boundary (R27). */
export type HasBoundary = Truth;

interface Membership {
  readonly truth: Truth;
  readonly strength: Strength;
}

/** How far a statement speaks of the caller, for each strength. */
export type Principals = Readonly<Record<Strength, Truth>>;

const direct = (is: boolean): Membership => ({ truth: truth(is), strength: 'direct' });

/** An open fact about the caller: U in mode `unknown`, F in mode `absent`. */
function open(request: Request, strength: Strength): Membership {
  return { truth: request.contextMode === 'unknown' ? 'U' : 'F', strength };
}

export function isStar(entry: PrincipalEntry): boolean {
  return entry.kind === 'AWS' && entry.text.value === '*'; // R15
}

/** R14: the account that an entry names as a whole. */
function accountOf(entry: PrincipalEntry, caller: Caller): string | undefined {
  const text = entry.text.value;
  if (entry.kind !== 'AWS') return undefined;
  if (/^\d{12}$/.test(text)) return text;
  const arn = /^arn:([^:]*):iam::(\d{12}):root$/.exec(text);
  return arn?.[1] === caller.partition ? arn[2] : undefined;
}

const BUILT_IN = ['accounts.google.com', 'www.amazon.com', 'graph.facebook.com', 'cognito-identity.amazonaws.com'];

/** R13: whether an entry names the caller. */
function membership(entry: PrincipalEntry, request: Request): Membership {
  const { caller } = request;
  const text = entry.text.value;
  if (request.contextMode === 'unknown' && openReferences(text).length > 0) {
    const account = text.split(':')[4] ?? ''; // C151
    const isAnothers = /^\d{12}$/.test(account) && account !== caller.account;
    return { truth: isAnothers ? 'F' : 'U', strength: 'direct' };
  }
  switch (entry.kind) {
    case 'Service': // R15, R20
      return direct(caller.kind === 'service' && (text === '*' || text.toLowerCase() === caller.text.toLowerCase()));
    case 'Federated': {
      const alike = BUILT_IN.includes(caller.text) && text.toLowerCase() === caller.text.toLowerCase(); // R21
      return direct(caller.kind === 'provider' && (text === '*' || text === caller.text || alike));
    }
    case 'CanonicalUser': // R22
      return caller.account === '' ? direct(false) : open(request, 'delegation');
    case 'AWS':
      return awsMembership(entry, request);
  }
}

function awsMembership(entry: PrincipalEntry, request: Request): Membership {
  const { caller } = request;
  const text = entry.text.value;
  if (isStar(entry)) return direct(true);
  if (caller.account === '') return direct(false); // R3, R14, R21
  const account = accountOf(entry, caller);
  if (account !== undefined) return { truth: truth(account === caller.account), strength: 'delegation' };
  if (/^A(IDA|ROA)/.test(text)) return uniqueId(text, request);
  switch (caller.kind) {
    case 'user':
      return direct(text === caller.text); // R18
    case 'session':
    case 'role':
      if (isRoleOfCaller(text, request)) return { truth: 'T', strength: 'role' };
      if (caller.kind === 'session') return direct(text === caller.text); // R17
      return isSessionOfRole(text, caller) ? open(request, 'direct') : direct(false);
    case 'federated':
      if (text === caller.text) return direct(true);
      // R19: any user of the account may be the parent.
      return isUserOfAccount(text, caller) ? open(request, 'role') : direct(false);
    default:
      return direct(false);
  }
}

/** R16: a stated `aws:PrincipalArn` is compared in full, else the role's name in its account. */
function isRoleOfCaller(text: string, request: Request): boolean {
  const { caller } = request;
  const parts = arnParts(text);
  const resource = parts?.[5] ?? '';
  if (parts?.[2] !== 'iam' || !resource.startsWith('role/') || caller.role === undefined) return false;
  const said = stated(request, 'aws:PrincipalArn');
  const values = said !== undefined && said !== 'present' && said.kind === 'values' ? said.spellings : [];
  // The whole of it counts, its account as well, though it contradict the caller (R180).
  if (values.length === 1) return values.flat().length === 1 && values.flat()[0] === text;
  if (parts[1] !== caller.partition || parts[4] !== caller.account) return false;
  return resource.split('/').at(-1) === caller.role;
}

function isSessionOfRole(text: string, caller: Caller): boolean {
  return text.startsWith(`arn:${caller.partition}:sts::${caller.account}:assumed-role/${caller.role}/`);
}

function isUserOfAccount(text: string, caller: Caller): boolean {
  return text.startsWith(`arn:${caller.partition}:iam::${caller.account}:user/`);
}

/** R24: an ID stands for nobody, unless `aws:userid` is stated and says who has it. */
function uniqueId(text: string, request: Request): Membership {
  const said = stated(request, 'aws:userid');
  // In place of a user's own ARN it goes straight to the user (R51), else it is capped as one of a role or of a parent (R19).
  const strength = text.startsWith('AIDA') && request.caller.kind === 'user' ? 'direct' : 'role';
  if (said === undefined || said === 'present' || said.kind !== 'values') return { truth: 'F', strength };
  // C14: of two spellings one counts, and which is not known.
  return { truth: same(said.spellings.map((ids) => truth(ids.some((id) => id.split(':')[0] === text)))), strength };
}

/** R44: on gateway endpoints of S3 and DynamoDB only the star counts, and for root its account. */
function endpointMembership(entry: PrincipalEntry, request: Request): Membership {
  const found = membership(entry, request);
  const sure = isStar(entry) || (request.caller.kind === 'root' && accountOf(entry, request.caller) !== undefined);
  if (sure || !['s3', 'dynamodb'].includes(request.service)) return found;
  if (found.truth !== 'T' || request.contextMode === 'absent') return found;
  return { ...found, truth: 'U' };
}

/** R13, R28: for each strength whether an Allow's principals name the caller so. */
export function allowedPrincipals(element: PrincipalElement, request: Request, endpoint: boolean): Principals {
  const isNot = element.name === 'NotPrincipal';
  const of = endpoint && !isNot ? endpointMembership : membership;
  const found = element.entries.map((entry) => of(entry, request));
  if (isNot) return { direct: not(or(found.map((one) => one.truth))), role: 'F', delegation: 'F' };
  const through = (strength: Strength) => or(found.filter((one) => one.strength === strength).map((one) => one.truth));
  return { direct: through('direct'), role: through('role'), delegation: through('delegation') };
}

/** R13, R26, R27: whether a Deny speaks of the caller. */
export function deniedPrincipal(
  element: PrincipalElement,
  request: Request,
  endpoint: boolean,
  hasBoundary: HasBoundary,
): Truth {
  const of = endpoint ? endpointMembership : membership;
  if (element.name === 'Principal') return or(element.entries.map((entry) => of(entry, request).truth));
  const spared = isSpared(element.entries, request);
  const boundary = ['user', 'session', 'role', 'federated'].includes(request.caller.kind) ? hasBoundary : 'F';
  return not(and([spared, not(boundary)])); // R27
}

/** R26: whether a NotPrincipal lists the caller in full. */
function isSpared(entries: readonly PrincipalEntry[], request: Request): Truth {
  const { caller } = request;
  if (entries.some(isStar)) return 'T';
  const lists = (text: string) => entries.some((entry) => entry.kind === 'AWS' && entry.text.value === text);
  const account = entries.some((entry) => accountOf(entry, caller) === caller.account && caller.account !== '');
  const role = entries.some((entry) => entry.kind === 'AWS' && isRoleOfCaller(entry.text.value, request));
  switch (caller.kind) {
    case 'user':
    case 'federated':
      return truth(lists(caller.text) && account);
    case 'session':
      return truth(lists(caller.text) && role && account);
    case 'role':
      if (!role || !account) return 'F';
      return request.contextMode === 'unknown' ? 'U' : 'T';
    case 'root':
      return truth(account);
    case 'service':
    case 'provider': {
      const kind = caller.kind === 'service' ? 'Service' : 'Federated';
      return or(entries.filter((entry) => entry.kind === kind).map((entry) => membership(entry, request).truth));
    }
    case 'anonymous':
      return 'F';
  }
}
