import { sourceOf, withSource } from '@/lib/diagnosis/edit';
import {
  contextPath,
  contextValueOf,
  isStatedAbsent,
  putContextKey,
  putRequestField,
  REQUEST_FIELDS,
  type RequestField,
  removeContextKey,
  setKeyAbsent,
} from '@/lib/diagnosis/edit-request';
import type { DiagnosisDocument, DocumentContextValue } from '@/lib/diagnosis/schema';
import type { Evidence } from '@/lib/evidence/evidence';
import { fillIn } from '@/lib/evidence/fill-in';

/** What a pasted text states otherwise than the document. The document's value stays until the person settles it. */
export interface FactConflict {
  /** `request.action`, `request.context.aws:SourceIp` … */
  readonly path: string;
  readonly current: DocumentContextValue;
  /** An empty list: stated to be absent. */
  readonly stated: DocumentContextValue;
  /** Which pasted text states it: `evidence:0`. */
  readonly source: string;
}

export interface Merged {
  readonly document: DiagnosisDocument;
  readonly conflicts: readonly FactConflict[];
}

/**
 * Fills the request with what a pasted text states and notes where each fact came from. What this text stated before and
 * no longer states is taken back. INVARIANT: a value that was typed, or that another text states, is never replaced.
 */
export function mergeEvidence(document: DiagnosisDocument, index: number, evidence: Evidence): Merged {
  const source = `evidence:${index}`;
  const facts = statedFacts(evidence);
  const conflicts: FactConflict[] = [];
  let merged = withoutStale(document, source, facts);
  for (const fact of facts) {
    const path = pathOf(merged, fact);
    const current = currentValue(merged, fact);
    if (current === undefined || sourceOf(merged, path) === source || sourceOf(merged, path) === 'derived') {
      if (!sameValue(current, fact.value) || current === undefined)
        merged = withSource(put(merged, fact), path, source);
    } else if (!sameValue(current, fact.value)) conflicts.push({ path, current, stated: fact.value, source });
  }
  return { document: merged, conflicts };
}

/** Takes what a pasted text states over what the document has. */
export function takeStated(document: DiagnosisDocument, conflict: FactConflict): DiagnosisDocument {
  const fact = factAt(conflict.path, conflict.stated);
  return fact ? withSource(put(document, fact), conflict.path, conflict.source) : document;
}

type Fact =
  | { readonly kind: 'field'; readonly field: RequestField; readonly value: string }
  | { readonly kind: 'key'; readonly key: string; readonly value: DocumentContextValue };

function statedFacts(evidence: Evidence): readonly Fact[] {
  const stated = fillIn(evidence);
  const fields = REQUEST_FIELDS.flatMap((field): readonly Fact[] => {
    const value = stated[field];
    return value === undefined || value === '' ? [] : [{ kind: 'field', field, value }];
  });
  const keys = Object.entries(stated.context).map(
    ([key, value]): Fact => ({ kind: 'key', key, value: typeof value === 'string' ? value : [...value] }),
  );
  const absent = stated.absent.map((key): Fact => ({ kind: 'key', key, value: [] }));
  return [...fields, ...keys, ...absent];
}

const CONTEXT_PATH = 'request.context.';

function factAt(path: string, value: DocumentContextValue): Fact | undefined {
  if (path.startsWith(CONTEXT_PATH)) return { kind: 'key', key: path.slice(CONTEXT_PATH.length), value };
  const field = REQUEST_FIELDS.find((name) => path === `request.${name}`);
  return field && typeof value === 'string' ? { kind: 'field', field, value } : undefined;
}

function pathOf(document: DiagnosisDocument, fact: Fact): string {
  return fact.kind === 'field' ? `request.${fact.field}` : contextPath(document, fact.key);
}

function currentValue(document: DiagnosisDocument, fact: Fact): DocumentContextValue | undefined {
  if (fact.kind === 'field') return document.request?.[fact.field];
  return contextValueOf(document, fact.key) ?? (isStatedAbsent(document, fact.key) ? [] : undefined);
}

function put(document: DiagnosisDocument, fact: Fact): DiagnosisDocument {
  if (fact.kind === 'field') return putRequestField(document, fact.field, fact.value);
  const absent = Array.isArray(fact.value) && fact.value.length === 0;
  return absent ? setKeyAbsent(document, fact.key) : putContextKey(document, fact.key, fact.value);
}

function withoutStale(document: DiagnosisDocument, source: string, facts: readonly Fact[]): DiagnosisDocument {
  const stated = new Set(facts.map((fact) => pathOf(document, fact)));
  const stale = Object.entries(document.from ?? {}).filter(([path, from]) => from === source && !stated.has(path));
  return stale.reduce((rest, [path]) => {
    const fact = factAt(path, '');
    if (fact === undefined) return rest;
    const removed = fact.kind === 'field' ? putRequestField(rest, fact.field, '') : removeContextKey(rest, fact.key);
    return withSource(removed, path, undefined);
  }, document);
}

function sameValue(current: DocumentContextValue | undefined, stated: DocumentContextValue): boolean {
  const [left, right] = [textsOf(current), textsOf(stated)];
  return left.length === right.length && left.every((text, place) => text === right[place]);
}

function textsOf(value: DocumentContextValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
