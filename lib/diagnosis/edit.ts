import type { DiagnosisDocument, EvidencePart } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

// Pure changes to a document. INVARIANT: each keeps every field it is not about, also those this version does not know,
// and gives the same object back where nothing changes. The policies' changes are in edit-policies.ts, the request's in
// edit-request.ts.

export const EMPTY_DOCUMENT: DiagnosisDocument = { whydenied: 1 };

/** What is known of one policy type: its policies are all there, some or all are out of reach, or it plays no part. */
export type Availability = 'given' | 'incomplete' | 'notApplicable';

/** Facts about the caller and the accounts that no ARN tells. */
export type AccountFact =
  | 'principalIsServiceLinkedRole'
  | 'principalAccountIsManagementAccount'
  | 'resourceAccountIsManagementAccount';

/** The title as the person writes it; an empty one is taken away, so that one can be derived again. */
export function setTitle(document: DiagnosisDocument, title: string): DiagnosisDocument {
  const untold = withSource(document, 'title', undefined);
  return title.trim() === '' ? without(untold, 'title') : { ...untold, title };
}

export function availabilityOf(document: DiagnosisDocument, type: PolicyType): Availability {
  if (document.notApplicable?.includes(type)) return 'notApplicable';
  return document.incomplete?.includes(type) ? 'incomplete' : 'given';
}

/** Says of a policy type whether all its policies are at hand, not all are, or it does not apply. */
export function setAvailability(
  document: DiagnosisDocument,
  type: PolicyType,
  availability: Availability,
): DiagnosisDocument {
  if (availabilityOf(document, type) === availability) return document;
  const rest = listWithout(listWithout(document, 'notApplicable', type), 'incomplete', type);
  if (availability === 'given') return rest;
  return { ...rest, [availability]: [...(rest[availability] ?? []), type] };
}

/** States or, with `undefined`, takes back a fact about the caller or the accounts. */
export function setAccountFact(
  document: DiagnosisDocument,
  fact: AccountFact,
  value: boolean | undefined,
): DiagnosisDocument {
  return value === undefined ? without(document, fact) : { ...document, [fact]: value };
}

/** The raw pasted texts, in order; one text is the short form of a list of one. */
export function evidenceParts(document: DiagnosisDocument): readonly EvidencePart[] {
  const evidence = document.evidence;
  if (evidence === undefined) return [];
  return typeof evidence === 'string' ? [{ text: evidence }] : evidence;
}

/** Replaces one pasted text, or adds one behind the last; what it states is merged by merge-evidence.ts. */
export function setEvidence(document: DiagnosisDocument, index: number, text: string): DiagnosisDocument {
  const parts = [...evidenceParts(document)];
  const place = Math.min(index, parts.length);
  parts[place] = { ...parts[place], text };
  const [only] = parts;
  if (parts.length > 1 || (only !== undefined && Object.keys(only).length > 1)) return { ...document, evidence: parts };
  return text === '' ? without(document, 'evidence') : { ...document, evidence: text };
}

/** Notes where the fact at a path came from; `undefined` takes the note away, which means typed. */
export function withSource(document: DiagnosisDocument, path: string, source: string | undefined): DiagnosisDocument {
  if (sourceOf(document, path) === source) return document;
  const from = new Map(Object.entries(document.from ?? {}));
  if (source === undefined) from.delete(path);
  else from.set(path, source);
  return from.size === 0 ? without(document, 'from') : { ...document, from: Object.fromEntries(from) };
}

/** Where the fact at a path came from: `evidence:N`, `typed`, `derived`; `undefined` when nothing was noted. */
export function sourceOf(document: DiagnosisDocument, path: string): string | undefined {
  return document.from && Object.hasOwn(document.from, path) ? document.from[path] : undefined;
}

/** The same object without a field; the object itself where it has none. */
export function without<T extends object, K extends keyof T>(object: T, field: K): T {
  if (!Object.hasOwn(object, field)) return object;
  const { [field]: _, ...rest } = object;
  // The field is optional in every caller's type, so the rest is a T without it.
  return rest as unknown as T;
}

function listWithout(
  document: DiagnosisDocument,
  list: 'notApplicable' | 'incomplete',
  type: PolicyType,
): DiagnosisDocument {
  const rest = (document[list] ?? []).filter((listed) => listed !== type);
  return rest.length === 0 ? without(document, list) : { ...document, [list]: rest };
}
