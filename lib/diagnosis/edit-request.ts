import { without, withSource } from '@/lib/diagnosis/edit';
import {
  type DiagnosisDocument,
  type DocumentContextValue,
  type DocumentRequest,
  isContextValue,
} from '@/lib/diagnosis/schema';
import { keyId } from '@/lib/iam/context-key';

/** The fields of a request that are single texts. */
export const REQUEST_FIELDS = ['principal', 'action', 'resource', 'resourceAccount'] as const;

export type RequestField = (typeof REQUEST_FIELDS)[number];

/** States a field of the request as typed; an empty text takes it away. */
export function setRequestField(document: DiagnosisDocument, field: RequestField, value: string): DiagnosisDocument {
  const typed = withSource(document, `request.${field}`, undefined);
  return putRequestField(typed, field, value);
}

/** The same without touching where the fact came from. */
export function putRequestField(document: DiagnosisDocument, field: RequestField, value: string): DiagnosisDocument {
  const request = document.request ?? {};
  return withRequest(document, value === '' ? without(request, field) : { ...request, [field]: value });
}

/** States the value of a condition key as typed; letter case of the key does not matter (C12). */
export function setContextKey(
  document: DiagnosisDocument,
  key: string,
  value: DocumentContextValue,
): DiagnosisDocument {
  const typed = withSource(document, contextPath(document, key), undefined);
  return putContextKey(typed, key, value);
}

/** The same without touching where the fact came from. */
export function putContextKey(
  document: DiagnosisDocument,
  key: string,
  value: DocumentContextValue,
): DiagnosisDocument {
  const request = withoutListed(withoutListed(document.request ?? {}, 'absent', key), 'present', key);
  const context = new Map(Object.entries(request.context ?? {}));
  context.set(writtenKey(document, key), value);
  // `Object.fromEntries` makes own fields of hostile names such as `__proto__` instead of setting a prototype.
  return withRequest(document, { ...request, context: Object.fromEntries(context) });
}

/** States that a condition key is not in the request. */
export function setKeyAbsent(document: DiagnosisDocument, key: string): DiagnosisDocument {
  return listKey(document, 'absent', key);
}

/** States that a condition key is in the request with a value nobody knows. */
export function setKeyPresent(document: DiagnosisDocument, key: string): DiagnosisDocument {
  return listKey(document, 'present', key);
}

/** Takes back whatever was stated about a condition key. */
export function removeContextKey(document: DiagnosisDocument, key: string): DiagnosisDocument {
  const request = document.request ?? {};
  const unlisted = withoutListed(withoutListed(request, 'absent', key), 'present', key);
  const context = Object.entries(unlisted.context ?? {}).filter(([stated]) => keyId(stated) !== keyId(key));
  const rest =
    context.length === 0 ? without(unlisted, 'context') : { ...unlisted, context: Object.fromEntries(context) };
  return withRequest(withSource(document, contextPath(document, key), undefined), rest);
}

/** The place of a condition key in the document, with the key as it is written there. */
export function contextPath(document: DiagnosisDocument, key: string): string {
  return `request.context.${writtenKey(document, key)}`;
}

/** The value stated for a condition key, whatever its letter case; none where its shape is not that of a value. */
export function contextValueOf(document: DiagnosisDocument, key: string): DocumentContextValue | undefined {
  const stated = Object.entries(document.request?.context ?? {});
  const value = stated.find(([name]) => keyId(name) === keyId(key))?.[1];
  return isContextValue(value) ? value : undefined;
}

/** Whether a condition key is stated not to be in the request. */
export function isStatedAbsent(document: DiagnosisDocument, key: string): boolean {
  return (document.request?.absent ?? []).some((listed) => keyId(listed) === keyId(key));
}

/** Whether a condition key is stated to be in the request with an unknown value. */
export function isStatedPresent(document: DiagnosisDocument, key: string): boolean {
  return (document.request?.present ?? []).some((listed) => keyId(listed) === keyId(key));
}

function writtenKey(document: DiagnosisDocument, key: string): string {
  return Object.keys(document.request?.context ?? {}).find((stated) => keyId(stated) === keyId(key)) ?? key;
}

function listKey(document: DiagnosisDocument, list: 'absent' | 'present', key: string): DiagnosisDocument {
  const cleared = removeContextKey(document, key);
  const request = cleared.request ?? {};
  return withRequest(cleared, { ...request, [list]: [...(request[list] ?? []), key] });
}

function withoutListed(request: DocumentRequest, list: 'absent' | 'present', key: string): DocumentRequest {
  const rest = (request[list] ?? []).filter((listed) => keyId(listed) !== keyId(key));
  return rest.length === 0 ? without(request, list) : { ...request, [list]: rest };
}

function withRequest(document: DiagnosisDocument, request: DocumentRequest): DiagnosisDocument {
  return Object.keys(request).length === 0 ? without(document, 'request') : { ...document, request };
}
