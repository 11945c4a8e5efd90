import { availabilityOf, setAccountFact, setAvailability, withSource } from '@/lib/diagnosis/edit';
import { addPolicy, policiesOf } from '@/lib/diagnosis/edit-policies';
import { putRequestField, REQUEST_FIELDS } from '@/lib/diagnosis/edit-request';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Collected, CollectedRequest, Evidence } from '@/lib/evidence/evidence';
import { parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type Caller, callerAccount, readCaller } from '@/lib/iam/principal';
import { isOtherResource } from '@/lib/iam/same-resource';
import type { Parsed, Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

// What the collect script says of itself, beside the policies that it found: for which request, and what it could not read.

/** The request that the script was made for, where the document does not state one. */
export function withCollectedRequest(document: DiagnosisDocument, evidence: Evidence): DiagnosisDocument {
  return (evidence.collected ?? []).reduce((filled, { request }) => withRequest(filled, request), document);
}

function withRequest(document: DiagnosisDocument, request: CollectedRequest): DiagnosisDocument {
  const own = document.request ?? {};
  const isOther = REQUEST_FIELDS.some((field) => own[field] && request[field] && own[field] !== request[field]);
  // A part of one request and a part of another are no request.
  if (isOther) return document;
  return REQUEST_FIELDS.reduce((filled, field) => {
    const value = request[field];
    if (value === undefined || own[field]) return filled;
    return withSource(putRequestField(filled, field, value), `request.${field}`, 'derived');
  }, document);
}

/** What of a paste concerns the document's request, as the collect script's outputs together tell it. */
export function collectedFor(document: DiagnosisDocument, evidence: Evidence): Parsed<Evidence> {
  if (evidence.collected === undefined) return { value: evidence, problems: [] };
  const { value, problems } = forThisRequest(document, rootFirst(evidence));
  return { value: addedUp(value), problems };
}

/** What one output lacks and another one has whole, because it was run with other credentials, is not missing. */
function addedUp(evidence: Evidence): Evidence {
  const { collected = [] } = evidence;
  const whole = collected.flatMap((one) => one.whole);
  return { ...evidence, collected: collected.map((one) => withoutUnread(one, (type) => whole.includes(type))) };
}

function withoutUnread(collected: Collected, isLeft: (type: PolicyType) => boolean): Collected {
  const unread = collected.unread.flatMap((one) => {
    const types = one.types.filter((type) => !isLeft(type));
    return types.length === 0 && one.types.length > 0 ? [] : [{ ...one, types }];
  });
  return { ...collected, unread };
}

/** SCPs and RCPs from the root down, as the organization has them: a document that is attached at several levels stands once in an output. */
function rootFirst(evidence: Evidence): Evidence {
  const levels = (evidence.collected ?? []).flatMap((one) => one.levels);
  if (levels.length === 0) return evidence;
  const place = ({ attachedTo = '' }: { readonly attachedTo?: string }) => levels.indexOf(attachedTo);
  const { references } = evidence;
  return {
    ...evidence,
    policies: evidence.policies.toSorted((one, other) => place(one) - place(other)),
    ...(references && { references: references.toSorted((one, other) => place(one) - place(other)) }),
  };
}

/** Without the policies that were collected for another caller or resource than the document's; what is left out is said. */
function forThisRequest(document: DiagnosisDocument, evidence: Evidence): Parsed<Evidence> {
  const others = (evidence.collected ?? []).map(({ request }) => otherTypes(document, request));
  const types = others.flatMap((other) => other.types);
  if (types.length === 0) return { value: evidence, problems: [] };
  const isMeant = (type: PolicyType | undefined) => type === undefined || !types.includes(type);
  const { policies, references = [], principals = [], none = [], collected = [] } = evidence;
  const value: Evidence = {
    ...evidence,
    policies: policies.filter(({ type }) => isMeant(type)),
    references: references.filter(({ type }) => isMeant(type)),
    principals: isMeant('identity') ? principals : [],
    none: none.filter(({ type }) => isMeant(type)),
    collected: collected.map((one) => ({
      ...withoutUnread(one, (type) => !isMeant(type)),
      whole: one.whole.filter(isMeant),
    })),
  };
  return { value, problems: others.flatMap((other) => other.problems) };
}

interface Others {
  readonly types: readonly PolicyType[];
  readonly problems: readonly Problem[];
}

function otherTypes({ request }: DiagnosisDocument, collected: CollectedRequest): Others {
  const { principal = '', action = '', resource = '' } = request ?? {};
  const types: PolicyType[] = [];
  const problems: Problem[] = [];
  const [caller, other] = [readCaller(principal, action), readCaller(collected.principal ?? '', action)];
  if (caller && other && isOtherCaller(caller, other)) {
    const isElsewhere = callerAccount(caller) !== callerAccount(other);
    types.push('identity', 'boundary', ...(isElsewhere ? (['scp'] as const) : []));
    problems.push(otherRequest('caller', collected.principal ?? '', principal));
  }
  if (collected.resource !== undefined && isOtherResource(collected.resource, resource)) {
    types.push('resource', 'rcp');
    problems.push(otherRequest('resource', collected.resource, resource));
  }
  return { types, problems };
}

/** A role and its sessions have the same policies. */
function isOtherCaller(one: Caller, other: Caller): boolean {
  if (callerAccount(one) !== callerAccount(other)) return true;
  const [name, otherName] = [ownerOf(one), ownerOf(other)];
  return name !== undefined && otherName !== undefined && name !== otherName;
}

function ownerOf(caller: Caller): string | undefined {
  if (caller.kind === 'user') return `user:${caller.name}`;
  return 'role' in caller ? `role:${caller.role}` : undefined;
}

function otherRequest(what: string, collected: string, asked: string): Problem {
  const message = `This was collected for the ${what} ${code(collected)}, but the request has ${code(asked)}. What belongs to that ${what} was left out: copy the script once more and run it again.`;
  return { code: `collected-for-other-${what}`, severity: 'warning', message };
}

/** What the script shows of policies and accounts: which types are not all there, and which now are. */
export function withCollected(document: DiagnosisDocument, evidence: Evidence): DiagnosisDocument {
  return (evidence.collected ?? []).reduce((known, collected) => {
    const unread = collected.unread.flatMap(({ types }) => types);
    const open = unread.reduce((marked, type) => withIncomplete(marked, type, evidence), known);
    return withAccounts(withoutAny(collected.whole.reduce(withWhole, open), collected), collected);
  }, document);
}

/** What could not be read and is missing in the document, said to the person. */
export function unreadProblems(document: DiagnosisDocument, { collected = [] }: Evidence): readonly Problem[] {
  const isMissing = (type: PolicyType) => availabilityOf(document, type) === 'incomplete';
  return collected.flatMap(({ unread }) =>
    unread.flatMap(({ types, problem }) => (types.length === 0 || types.some(isMissing) ? [problem] : [])),
  );
}

/** Policies of a type of which this run read nothing came from elsewhere: another run may have had credentials for them all. */
function withIncomplete(document: DiagnosisDocument, type: PolicyType, evidence: Evidence): DiagnosisDocument {
  if (availabilityOf(document, type) !== 'given') return document;
  const { policies, references = [] } = evidence;
  const hasRead = [...policies, ...references].some((found) => found.type === type);
  const isGiven = policiesOf(document).some((policy) => policy.type === type);
  return isGiven && !hasRead ? document : setAvailability(document, type, 'incomplete');
}

/** An earlier run could not read everything, this one did. */
function withWhole(document: DiagnosisDocument, type: PolicyType): DiagnosisDocument {
  return availabilityOf(document, type) === 'incomplete' ? setAvailability(document, type, 'given') : document;
}

// A caller to whom nothing is attached is denied. The document says so by a policy without statements.
const NO_POLICIES = JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2);

function withoutAny(document: DiagnosisDocument, { whole }: Collected): DiagnosisDocument {
  if (!whole.includes('identity') || policiesOf(document).some(({ type }) => type === 'identity')) return document;
  return addPolicy(document, { type: 'identity', name: 'Nothing is attached', text: NO_POLICIES });
}

function withAccounts(document: DiagnosisDocument, { managementAccount }: Collected): DiagnosisDocument {
  if (managementAccount === undefined) return document;
  const { principal = '', resource = '', resourceAccount } = document.request ?? {};
  const ofCaller = parseArn(principal)?.account === managementAccount;
  const ofResource = (parseArn(resource)?.account || resourceAccount) === managementAccount;
  const caller = ofCaller ? setAccountFact(document, 'principalAccountIsManagementAccount', true) : document;
  return ofResource ? setAccountFact(caller, 'resourceAccountIsManagementAccount', true) : caller;
}
