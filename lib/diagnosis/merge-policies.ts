import { collectedFor, unreadProblems, withCollected, withCollectedRequest } from '@/lib/diagnosis/collected';
import { availabilityOf, setAvailability } from '@/lib/diagnosis/edit';
import { addPolicy, FULL_AWS_ACCESS, freeName, policiesOf, policyText } from '@/lib/diagnosis/edit-policies';
import { type Chosen, chooseFor } from '@/lib/diagnosis/policies-of-request';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { Evidence, FoundPolicy, PolicyReference } from '@/lib/evidence/evidence';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Parsed } from '@/lib/text/problem';

/**
 * Adds the policies of a paste that concern the document's request, behind the document's own. A policy that the paste only names
 * gets a place without text, so that it is seen to be missing; its document, pasted later, goes there. What was left out is
 * said. `untyped`: what a policy is taken for whose type the paste does not tell.
 */
export function mergePolicies(
  document: DiagnosisDocument,
  evidence: Evidence,
  untyped: PolicyType,
): Parsed<DiagnosisDocument> {
  const known = withCollectedRequest(document, evidence);
  const { value: meant, problems: others } = collectedFor(known, evidence);
  const { value: chosen, problems } = chooseFor(known, meant);
  const withPolicies = chosen.policies.reduce(
    (growing, policy) => put(growing, policy.type ?? (policy.namesPrincipals ? 'resource' : untyped), policy),
    known,
  );
  const withReferences = chosen.references.reduce(putReference, withPolicies);
  const value = withCollected(withAnswers(withReferences, chosen), meant);
  return { value, problems: [...others, ...problems, ...unreadProblems(value, meant)] };
}

/** Puts a policy where the document waits for it, or behind the others; one that is there already is not added. */
function put(document: DiagnosisDocument, type: PolicyType, found: FoundPolicy): DiagnosisDocument {
  const own = policiesOf(document);
  const places = (fits: (policy: DocumentPolicy) => boolean) =>
    own.flatMap((policy, place) => (fits(policy) ? [place] : []));
  // A managed policy's own answers do not tell what it is used for; where it is a boundary, its place says so.
  const same = places((policy) => isSame(policy, found) && (policy.type === type || isNamedByArn(policy, found)));
  if (same.length > 0) return changeAll(document, same, (policy) => completed(policy, found));
  const waiting = places(
    (policy) => isEmpty(policy) && (isNamedByArn(policy, found) || (policy.type === type && isNamed(policy, found))),
  );
  if (waiting.length > 0) {
    return changeAll(document, waiting, (policy) => ({ ...completed(policy, found), document: found.text }));
  }
  return addPolicy(document, newPolicy(document, type, found));
}

function isSame(policy: DocumentPolicy, found: FoundPolicy): boolean {
  const elsewhere = differs(policy.attachedTo, found.attachedTo) || differs(policy.arn, found.arn);
  return !elsewhere && policyText(policy).trim() === found.text.trim();
}

function isNamedByArn(policy: DocumentPolicy, { arn, attachedTo }: Omit<FoundPolicy, 'text'>): boolean {
  return arn !== undefined && policy.arn === arn && !differs(policy.attachedTo, attachedTo);
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function isEmpty(policy: DocumentPolicy): boolean {
  return policyText(policy).trim() === '';
}

/** The ARN decides; without one, the name and where it is attached. */
function isNamed(policy: DocumentPolicy, named: Omit<FoundPolicy, 'text'>): boolean {
  if (policy.arn !== undefined && named.arn !== undefined) return isNamedByArn(policy, named);
  return named.name !== undefined && policy.name === named.name && !differs(policy.attachedTo, named.attachedTo);
}

/** What the paste knows besides of a policy that is there. */
function completed(
  policy: DocumentPolicy,
  { arn, attachedTo }: Pick<FoundPolicy, 'arn' | 'attachedTo'>,
): DocumentPolicy {
  return {
    ...(arn !== undefined && { arn }),
    ...(attachedTo !== undefined && { attachedTo }),
    ...policy,
  };
}

function putReference(document: DiagnosisDocument, reference: PolicyReference): DiagnosisDocument {
  const { type, ...named } = reference;
  const known = policiesOf(document).findIndex((policy) => policy.type === type && isNamed(policy, named));
  if (known >= 0) return changeAll(document, [known], (policy) => completed(policy, named));
  const text = knownDocument(reference) ?? otherUse(document, reference) ?? '';
  return addPolicy(document, newPolicy(document, type, { ...named, text }));
}

/** What AWS attaches itself, and what never changes. */
function knownDocument({ arn = '' }: PolicyReference): string | undefined {
  if (!arn.startsWith('arn:aws') || !arn.includes(':organizations::aws:policy/')) return undefined;
  if (arn.endsWith('/p-FullAWSAccess')) return FULL_AWS_ACCESS;
  return arn.endsWith('/p-RCPFullAWSAccess') ? RCP_FULL_AWS_ACCESS : undefined;
}

const RCP_FULL_AWS_ACCESS = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
  null,
  2,
);

/** The same policy may be attached and be the boundary, or be attached at several levels: it has one document. */
function otherUse(document: DiagnosisDocument, { arn }: PolicyReference): string | undefined {
  const other = policiesOf(document).find((policy) => arn !== undefined && policy.arn === arn && !isEmpty(policy));
  return other && policyText(other);
}

/** What the answers show not to exist, or not to be here; policies that are there, and what the person said, speak against it. */
function withAnswers(document: DiagnosisDocument, { none, incomplete }: Chosen): DiagnosisDocument {
  const marked = incomplete.reduce(
    (answered, type) =>
      availabilityOf(answered, type) === 'given' ? setAvailability(answered, type, 'incomplete') : answered,
    document,
  );
  return none.reduce((answered, type) => {
    const isOpen = availabilityOf(answered, type) === 'given' && !policiesOf(answered).some((own) => own.type === type);
    return isOpen ? setAvailability(answered, type, 'notApplicable') : answered;
  }, marked);
}

function newPolicy(document: DiagnosisDocument, type: PolicyType, found: FoundPolicy) {
  const { arn, attachedTo, text } = found;
  const place = { type, ...(attachedTo && { attachedTo }) };
  const name = found.name ?? arn?.split('/').at(-1) ?? found.resource?.split(':').at(-1);
  return { ...place, text, name: freeName(document, place, name), ...(arn && { arn }) };
}

function changeAll(
  document: DiagnosisDocument,
  places: readonly number[],
  edit: (policy: DocumentPolicy) => DocumentPolicy,
): DiagnosisDocument {
  const policies = policiesOf(document).map((policy, place) => {
    const edited = places.includes(place) ? edit(policy) : policy;
    return sameFields(policy, edited) ? policy : edited;
  });
  const isChanged = policies.some((policy, place) => policy !== policiesOf(document)[place]);
  return isChanged ? { ...document, policies } : document;
}

function sameFields(one: DocumentPolicy, other: DocumentPolicy): boolean {
  return one.arn === other.arn && one.attachedTo === other.attachedTo && one.document === other.document;
}
