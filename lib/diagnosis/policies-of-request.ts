import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { openProblems, withKnownArn, withKnownReferences } from '@/lib/diagnosis/fill-references';
import { decidingReport, placedReports } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { Evidence, FoundPolicy, KnownPrincipal, PolicyReference } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';
import { splitArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { isRoleTrustAction, readCaller } from '@/lib/iam/principal';
import { isOtherResource } from '@/lib/iam/same-resource';
import { parsePolicy } from '@/lib/policy/parse';
import type { Parsed, Problem } from '@/lib/text/problem';
import { shellArgument } from '@/lib/text/quote';
import { code, listOf, plural } from '@/lib/text/wording';

/** What of a paste concerns a request. */
export interface Chosen {
  readonly policies: readonly FoundPolicy[];
  readonly references: readonly PolicyReference[];
  /** The policy types of which the paste shows that there is no policy. */
  readonly none: readonly PolicyType[];
  /** Policy types of which the paste shows that not all policies are here. */
  readonly incomplete: readonly PolicyType[];
}

/**
 * Takes from a paste what concerns the document's request: of the details of a whole account the caller's own policies, of resources'
 * policies that of the request's resource. What is not taken is said.
 */
export function chooseFor(document: DiagnosisDocument, evidence: Evidence): Parsed<Chosen> {
  const problems: Problem[] = [];
  const caller = callerIn(document, evidence);
  const isListing = listsSeveral(evidence);
  if (isListing && caller === undefined) problems.push(whoseProblem(document, evidence));
  const isOfCaller = (places: readonly string[]) =>
    !isListing || places.some((place) => caller?.ids.includes(place) === true);
  const refused: FoundPolicy[] = [];
  const others: FoundPolicy[] = [];
  const named = policyNamed(document);
  const policies = evidence.policies.flatMap((found): readonly FoundPolicy[] => {
    const policy = withKnownReferences(document, named(found));
    if (policy.isRefused) refused.push(policy);
    else if (policy.type === 'resource') {
      if (isOfRequest(policy, document, isListing)) return [policy];
      if (!isListing) others.push(policy);
    } else if (!isOfPrincipal(policy, isListing) || isOfCaller(placesOf(policy))) return [atCaller(policy, caller)];
    return [];
  });
  if (refused.length > 0) problems.push(refusedProblem(refused.length));
  for (const policy of others) problems.push(otherResource(policy, document));
  const references = (evidence.references ?? [])
    .filter(({ type, attachedTo }) => type === 'scp' || type === 'rcp' || isOfCaller(attachedTo ? [attachedTo] : []))
    .map((reference) => withKnownArn(document, reference));
  problems.push(...openProblems(policies));
  const groups = groupsNotHere(document, evidence, caller);
  if (groups.length > 0) problems.push(groupsProblem(groups));
  const none = noneOf(document, evidence, caller);
  return { value: { policies, references, none, incomplete: groups.length > 0 ? ['identity'] : [] }, problems };
}

/** What AWS's message calls the policy of an ARN goes before what a list or a version tells: a boundary is a managed policy like others. */
function policyNamed(document: DiagnosisDocument): (policy: FoundPolicy) => FoundPolicy {
  const { policyArn, policyType } = decidingReport(placedReports(document, readEvidence))?.report ?? {};
  return (policy) =>
    policyType !== undefined && policyArn !== undefined && policy.arn === policyArn
      ? { ...policy, type: policyType }
      : policy;
}

/** The caller in a paste, and everything whose policies are the caller's. */
interface CallerIn {
  readonly ids: readonly string[];
  readonly principal: KnownPrincipal | undefined;
}

function callerIn(document: DiagnosisDocument, { principals = [] }: Evidence): CallerIn | undefined {
  const { principal = '', action = '' } = document.request ?? {};
  const caller = readCaller(principal, action);
  const id =
    caller?.kind === 'user'
      ? `user:${caller.name}`
      : caller?.kind === 'role' || caller?.kind === 'session'
        ? `role:${caller.role}`
        : undefined;
  if (caller === undefined || id === undefined || !('account' in caller)) return undefined;
  const known = principals.find((candidate) => candidate.id === id);
  // The same name in another account is someone else.
  if (known?.arn !== undefined && splitArn(known.arn)[4] !== caller.account) return undefined;
  if (known === undefined && listsAccount(principals)) return undefined;
  return { ids: [id, ...(known?.groups ?? [])], principal: known };
}

/** Of whom a paste tells the policies, where it is not known yet who called: users and roles to choose the caller among. */
export function possibleCallers(document: DiagnosisDocument, evidence: Evidence): readonly PossibleCaller[] {
  if (document.request?.principal || !listsSeveral(evidence)) return [];
  return (evidence.principals ?? []).flatMap(({ id, arn }) =>
    arn === undefined || id.startsWith('group:') ? [] : [{ id, arn }],
  );
}

export interface PossibleCaller {
  /** `user:NAME`, `role:NAME`. */
  readonly id: string;
  readonly arn: string;
}

/** The details of an account list more than one user or role. */
function listsAccount(principals: readonly KnownPrincipal[]): boolean {
  return principals.filter(({ id, arn }) => arn !== undefined && !id.startsWith('group:')).length > 1;
}

/** Whether a paste holds the policies of several users or roles, of which one at most is the caller. */
function listsSeveral(evidence: Evidence): boolean {
  const places = [
    ...evidence.policies.flatMap(placesOf),
    ...(evidence.references ?? []).flatMap(({ attachedTo }) => attachedTo ?? []),
  ];
  const owners = new Set(places.filter((place) => /^(?:user|role):/.test(place)));
  return owners.size > 1 || listsAccount(evidence.principals ?? []);
}

function placesOf({ attachedTo, attachments }: FoundPolicy): readonly string[] {
  return attachments ?? (attachedTo === undefined ? [] : [attachedTo]);
}

/** In the details of an account a managed policy that is attached nowhere is nobody's. */
function isOfPrincipal({ type, arn, attachedTo, attachments }: FoundPolicy, isListing: boolean): boolean {
  if (type === 'scp' || type === 'rcp' || type === 'endpoint' || type === 'session') return false;
  return attachedTo !== undefined || attachments !== undefined || (isListing && arn !== undefined);
}

/** Of several places the caller's own. */
function atCaller(policy: FoundPolicy, caller: CallerIn | undefined): FoundPolicy {
  const { attachments, ...rest } = policy;
  const own = attachments?.find((place) => caller?.ids.includes(place) === true);
  return own === undefined ? rest : { ...rest, attachedTo: own };
}

/** A role's trust policy decides who may become the role, and nothing else. */
function isOfRequest({ resource, text }: FoundPolicy, { request }: DiagnosisDocument, isListing: boolean): boolean {
  const { action, resource: asked } = request ?? {};
  if (resource === undefined)
    return !isListing && (action === undefined || isRoleTrustAction(action) || !isTrustPolicy(text));
  if (isRoleArn(resource) && action !== undefined && !isRoleTrustAction(action)) return false;
  if (asked === undefined || asked === '') return !isListing;
  return !isOtherResource(resource, asked) && (!isListing || resource === asked);
}

/** What only names who may become a role names no resource: the role that it stands at is the resource. */
function isTrustPolicy(text: string): boolean {
  const { statements } = parsePolicy(text).value;
  return (
    statements.length > 0 &&
    statements.every(
      ({ resource, principal, action }) =>
        resource === undefined &&
        principal !== undefined &&
        action.patterns.every(({ value }) => value.toLowerCase().startsWith('sts:')),
    )
  );
}

function isRoleArn(arn: string): boolean {
  const [, , service, , , resource = ''] = splitArn(arn);
  return service === 'iam' && resource.startsWith('role/');
}

function noneOf(
  document: DiagnosisDocument,
  { none = [] }: Evidence,
  caller: CallerIn | undefined,
): readonly PolicyType[] {
  const asked = document.request?.resource;
  const answered = none.flatMap(({ type, resource }) =>
    resource !== undefined && asked !== undefined && isOtherResource(resource, asked) ? [] : [type],
  );
  return caller?.principal?.withoutBoundary ? [...answered, 'boundary'] : answered;
}

function warning(code: string, message: string): Problem {
  return { code, severity: 'warning', message };
}

function whoseProblem({ request }: DiagnosisDocument, { principals = [] }: Evidence): Problem {
  const count = (kind: string) => principals.filter(({ id }) => id.startsWith(`${kind}:`)).length;
  const counts = [
    ...(count('user') > 0 ? [plural(count('user'), 'user', 'users')] : []),
    ...(count('role') > 0 ? [plural(count('role'), 'role', 'roles')] : []),
  ];
  const whose =
    counts.length > 0 ? `the policies of ${listOf(counts, 'and')}` : 'the policies of several users or roles';
  const { principal = '' } = request ?? {};
  return principal === ''
    ? warning(
        'policies-whose',
        `This text holds ${whose}, and it is not known yet who called. Give the caller in step 1, then paste it again.`,
      )
    : warning(
        'policies-not-of-caller',
        `This text holds ${whose}, but ${code(principal)} is not among them. Check the account and the caller in step 1.`,
      );
}

/** A user's groups of which the text holds nothing but the names, and no policy is here. */
function groupsNotHere(
  document: DiagnosisDocument,
  evidence: Evidence,
  caller: CallerIn | undefined,
): readonly string[] {
  const told = new Set([
    ...(evidence.principals ?? []).map(({ id }) => id),
    ...evidence.policies.flatMap(placesOf),
    ...(evidence.references ?? []).flatMap(({ attachedTo }) => attachedTo ?? []),
    ...policiesOf(document).flatMap(({ attachedTo }) => attachedTo ?? []),
  ]);
  return (caller?.principal?.groups ?? [])
    .filter((group) => !told.has(group))
    .map((group) => group.slice('group:'.length));
}

const MOST_GROUPS = 5;

function groupsProblem(groups: readonly string[]): Problem {
  const [first = ''] = groups;
  const shown = groups.slice(0, MOST_GROUPS).map(code);
  const more = groups.length > MOST_GROUPS ? [`${groups.length - MOST_GROUPS} more`] : [];
  const quoted = shellArgument(first);
  const commands = ['list-attached-group-policies', 'list-group-policies'].map((name) =>
    code(`aws iam ${name} --group-name=${quoted}`),
  );
  const printed = quoted === undefined ? '' : ` ${listOf(commands, 'and')} name them.`;
  return warning(
    'groups-not-here',
    `The policies of the ${groups.length === 1 ? 'group' : 'groups'} ${listOf([...shown, ...more], 'and')} count as the user’s own, and they are not in this text, so the identity-based policies are marked as incomplete.${printed}`,
  );
}

function refusedProblem(count: number): Problem {
  const which = count === 1 ? 'A policy in this text is' : `${count} policies in this text are`;
  return warning(
    'policies-refused',
    `${which} what a call wanted to set when AWS refused it, so it is not in force. It was left out.`,
  );
}

function otherResource({ resource }: FoundPolicy, { request }: DiagnosisDocument): Problem {
  const asked = request?.resource ?? '';
  const role = resource === undefined ? 'a role' : code(resource);
  return resource === undefined || (isRoleArn(resource) && !isRoleArn(asked))
    ? warning(
        'policy-of-role',
        `The trust policy of ${role} was left out: it decides who may assume the role, and this request asks for ${code(request?.action ?? asked)}.`,
      )
    : warning(
        'policy-of-other-resource',
        `The policy of ${code(resource)} was left out: this request is for ${code(asked)}.`,
      );
}
