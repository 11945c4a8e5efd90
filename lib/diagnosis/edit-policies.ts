import { without } from '@/lib/diagnosis/edit';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

/** A policy to be added; what is left out is filled in: an empty text and a free name. */
export interface NewPolicy {
  readonly type: PolicyType;
  readonly name?: string;
  readonly arn?: string;
  readonly attachedTo?: string;
  readonly text?: string;
  /** The text is that of an AWS managed policy, in this version of this day. */
  readonly awsManaged?: AwsManagedVersion;
}

export type AwsManagedVersion = NonNullable<DocumentPolicy['awsManaged']>;

/** The policy types whose policies form levels, each of which must allow. */
export type LevelledType = 'scp' | 'rcp';

/** What AWS attaches to every root, OU and account where SCPs are enabled. */
export const FULL_AWS_ACCESS = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  null,
  2,
);

/** A policy's text as an editor shows it; one that the document holds as an object is printed (the format's own way). */
export function policyText(policy: DocumentPolicy): string {
  return typeof policy.document === 'string' ? policy.document : JSON.stringify(policy.document, null, 2);
}

/** Adds a policy behind the last one. */
export function addPolicy(document: DiagnosisDocument, added: NewPolicy): DiagnosisDocument {
  const { text = '', name = freeName(document, added), ...stated } = added;
  return withPolicies(document, [...policiesOf(document), { ...stated, name, document: text }]);
}

/** Adds a level of SCPs or RCPs. An SCP level starts with what AWS attaches by default, `FullAWSAccess`. */
export function addLevel(document: DiagnosisDocument, type: LevelledType, label: string): DiagnosisDocument {
  if (type === 'rcp') return addPolicy(document, { type, attachedTo: label });
  return addPolicy(document, { type, name: 'FullAWSAccess', attachedTo: label, text: FULL_AWS_ACCESS });
}

/** Renames a level: every policy of the type that is attached there moves along. */
export function renameLevel(
  document: DiagnosisDocument,
  type: LevelledType,
  label: string | undefined,
  renamed: string,
): DiagnosisDocument {
  const policies = policiesOf(document).map((policy) =>
    policy.type === type && policy.attachedTo === label ? { ...policy, attachedTo: renamed } : policy,
  );
  return withPolicies(document, policies);
}

export function renamePolicy(document: DiagnosisDocument, index: number, name: string): DiagnosisDocument {
  return change(document, index, (policy) => ({ ...policy, name }));
}

/**
 * Replaces a policy's text and keeps the first one as `original`. A policy that began empty has an empty `original`, so
 * that what is typed letter by letter is not taken for a pasted text; `tidied` leaves such ones out.
 */
export function setPolicyText(document: DiagnosisDocument, index: number, text: string): DiagnosisDocument {
  return change(document, index, (policy) => {
    const before = policyText(policy);
    if (before === text) return policy;
    if (before.trim() === '' && isPaste(text)) return { ...without(policy, 'original'), document: text };
    return { ...policy, document: text, original: policy.original ?? before };
  });
}

/** Whether the text differs from what was first pasted. One that was typed from nothing has no first text. */
export function isEdited(policy: DocumentPolicy): boolean {
  return policy.original !== undefined && policy.original !== '' && policy.original !== policyText(policy);
}

/** The version of AWS's managed policy that the text is; `undefined` for other policies, and once it was edited. */
export function awsVersionOf(policy: DocumentPolicy): AwsManagedVersion | undefined {
  return isEdited(policy) ? undefined : policy.awsManaged;
}

/** Brings back the text as it was first pasted. */
export function restoreOriginal(document: DiagnosisDocument, index: number): DiagnosisDocument {
  return change(document, index, (policy) => {
    const { original } = policy;
    return original === undefined || original === '' ? policy : { ...without(policy, 'original'), document: original };
  });
}

/** Moves a policy to another type; its place of attachment goes, because it means something else there. */
export function setPolicyType(document: DiagnosisDocument, index: number, type: PolicyType): DiagnosisDocument {
  return change(document, index, (policy) =>
    policy.type === type ? policy : { ...without(policy, 'attachedTo'), type },
  );
}

/** Says where a policy is attached: the level of an SCP or RCP, `user:NAME`, `group:NAME`, `role:NAME`. Empty: nowhere said. */
export function setAttachedTo(document: DiagnosisDocument, index: number, attachedTo: string): DiagnosisDocument {
  return change(document, index, (policy) =>
    attachedTo === '' ? without(policy, 'attachedTo') : { ...policy, attachedTo },
  );
}

/** Notes a policy's own ARN, by which AWS's messages name it. Empty: none. */
export function setPolicyArn(document: DiagnosisDocument, index: number, arn: string): DiagnosisDocument {
  return change(document, index, (policy) => (arn === '' ? without(policy, 'arn') : { ...policy, arn }));
}

export function removePolicy(document: DiagnosisDocument, index: number): DiagnosisDocument {
  return withPolicies(
    document,
    policiesOf(document).filter((_, place) => place !== index),
  );
}

export function policiesOf(document: DiagnosisDocument): readonly DocumentPolicy[] {
  return document.policies ?? [];
}

const FIRST_NAMES = {
  rcp: 'RCP',
  scp: 'SCP',
  endpoint: 'Endpoint policy',
  resource: 'Resource policy',
  identity: 'Policy',
  boundary: 'Boundary',
  session: 'Session policy',
} as const satisfies Record<PolicyType, string>;

/** A name that no policy of this type and place of attachment has yet: "Policy", "Policy 2" … */
export function freeName(
  document: DiagnosisDocument,
  place: Pick<NewPolicy, 'type' | 'attachedTo'>,
  wanted: string = FIRST_NAMES[place.type],
): string {
  const beside = policiesOf(document).filter(
    (policy) => policy.type === place.type && policy.attachedTo === place.attachedTo,
  );
  const taken = new Set(beside.map((policy) => policy.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
  return name;
}

// The shortest policy that says anything is longer; no single key press inserts that much.
const PASTE_LENGTH = 40;

function isPaste(text: string): boolean {
  return text.length >= PASTE_LENGTH;
}

function change(
  document: DiagnosisDocument,
  index: number,
  edit: (policy: DocumentPolicy) => DocumentPolicy,
): DiagnosisDocument {
  const policy = policiesOf(document)[index];
  const edited = policy && edit(policy);
  if (edited === undefined || edited === policy) return document;
  return withPolicies(document, policiesOf(document).with(index, edited));
}

function withPolicies(document: DiagnosisDocument, policies: readonly DocumentPolicy[]): DiagnosisDocument {
  return policies.length === 0 ? without(document, 'policies') : { ...document, policies: [...policies] };
}
