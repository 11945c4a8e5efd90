import { evidenceParts } from '@/lib/diagnosis/edit';
import {
  contextPath,
  contextValueOf,
  isStatedAbsent,
  isStatedPresent,
  putContextKey,
  putRequestField,
  REQUEST_FIELDS,
  type RequestField,
  removeContextKey,
  setKeyAbsent,
  setKeyPresent,
} from '@/lib/diagnosis/edit-request';
import { areOfOneCall } from '@/lib/diagnosis/one-call';
import { decidingReport, type EvidenceReader, placedReports } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument, DocumentContextValue } from '@/lib/diagnosis/schema';
import { fillIn } from '@/lib/evidence/fill-in';

/** What is said of a field of the request or of a condition key. */
export type FactValue =
  | { readonly kind: 'value'; readonly value: DocumentContextValue }
  /** A condition key that the request does not have. */
  | { readonly kind: 'absent' }
  /** A condition key that it has, with a value nobody knows. */
  | { readonly kind: 'present' };

/** One fact of the request, as a pasted text states it. */
export interface StatedFact {
  readonly subject:
    | { readonly kind: 'field'; readonly field: RequestField }
    | { readonly kind: 'key'; readonly key: string };
  readonly value: FactValue;
}

/** The facts that one of the document's texts states about the call that the diagnosis is about. */
export interface StatedPart {
  /** `evidence:0`, as the document's `from` names it. */
  readonly source: string;
  /** Nothing was recognised in the text. */
  readonly isUnread: boolean;
  readonly facts: readonly StatedFact[];
}

/** What each text states. A text that tells of other calls alone states nothing about this one. */
export function statedParts(document: DiagnosisDocument, read: EvidenceReader): readonly StatedPart[] {
  const reports = placedReports(document, read);
  const deciding = decidingReport(reports);
  return evidenceParts(document).map(({ text }, part): StatedPart => {
    const evidence = read(text);
    const own = reports.filter((placed) => placed.part === part && placed.report.isAccessDenied);
    const ofCall = own.find((placed) => placed === deciding || (deciding && areOfOneCall(deciding, placed)));
    const isOfOtherCall = own.length > 0 && ofCall === undefined;
    const stated = fillIn(isOfOtherCall ? { ...evidence, reports: [] } : evidence, ofCall?.report);
    const fields = REQUEST_FIELDS.flatMap((field): readonly StatedFact[] => {
      const value = stated[field];
      return value ? [{ subject: { kind: 'field', field }, value: { kind: 'value', value } }] : [];
    });
    const keys = Object.entries(stated.context).map(
      ([key, value]): StatedFact => ({
        subject: { kind: 'key', key },
        value: { kind: 'value', value: typeof value === 'string' ? value : [...value] },
      }),
    );
    const absent = stated.absent.map(
      (key): StatedFact => ({ subject: { kind: 'key', key }, value: { kind: 'absent' } }),
    );
    return {
      source: `evidence:${part}`,
      isUnread: evidence.kind === 'unknown',
      facts: [...fields, ...keys, ...absent],
    };
  });
}

/** `request.action`, `request.context.aws:SourceIp`: the fact's place in a document. */
export function factPath(document: DiagnosisDocument, { subject }: Pick<StatedFact, 'subject'>): string {
  return subject.kind === 'field' ? `request.${subject.field}` : contextPath(document, subject.key);
}

const CONTEXT_PATH = 'request.context.';

/** What a path of `from` is about; `undefined` for one that is about no fact of the request. */
export function subjectAt(path: string): StatedFact['subject'] | undefined {
  if (path.startsWith(CONTEXT_PATH)) return { kind: 'key', key: path.slice(CONTEXT_PATH.length) };
  const field = REQUEST_FIELDS.find((name) => path === `request.${name}`);
  return field && { kind: 'field', field };
}

/** What the document says of a subject; `undefined` where it says nothing. */
export function factValue(document: DiagnosisDocument, subject: StatedFact['subject']): FactValue | undefined {
  if (subject.kind === 'field') {
    const value = document.request?.[subject.field];
    return value ? { kind: 'value', value } : undefined;
  }
  const value = contextValueOf(document, subject.key);
  if (value === null || (Array.isArray(value) && value.length === 0)) return { kind: 'absent' };
  if (value !== undefined) return { kind: 'value', value };
  if (isStatedAbsent(document, subject.key)) return { kind: 'absent' };
  return isStatedPresent(document, subject.key) ? { kind: 'present' } : undefined;
}

/** States a fact; where it came from is noted by the caller. */
export function putFact(document: DiagnosisDocument, { subject, value }: StatedFact): DiagnosisDocument {
  if (subject.kind === 'field')
    return value.kind === 'value' ? putRequestField(document, subject.field, String(value.value)) : document;
  switch (value.kind) {
    case 'value':
      return putContextKey(document, subject.key, value.value);
    case 'absent':
      return setKeyAbsent(document, subject.key);
    case 'present':
      return setKeyPresent(document, subject.key);
  }
}

/** Takes a fact back. */
export function removeFact(document: DiagnosisDocument, subject: StatedFact['subject']): DiagnosisDocument {
  return subject.kind === 'field'
    ? putRequestField(document, subject.field, '')
    : removeContextKey(document, subject.key);
}

/**
 * Whether two values of one fact say the same. A key that is there with an unknown value has any value; the order of several values says nothing, nor
 * does the letter case of an action.
 */
export function agree(subject: StatedFact['subject'], one: FactValue, other: FactValue): boolean {
  if (one.kind === 'value' && other.kind === 'value') {
    const isAction = subject.kind === 'field' && subject.field === 'action';
    const texts = ({ value }: typeof one) => textsOf(value).map((text) => (isAction ? text.toLowerCase() : text));
    const [left, right] = [texts(one), texts(other)];
    return left.length === right.length && left.every((text, place) => text === right[place]);
  }
  return one.kind === other.kind || (one.kind !== 'absent' && other.kind !== 'absent');
}

/** The values as texts, in one order. */
function textsOf(value: DocumentContextValue): readonly string[] {
  return (Array.isArray(value) ? value.map(String) : [String(value)]).toSorted();
}
