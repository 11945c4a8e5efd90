import { sourceOf, withSource } from '@/lib/diagnosis/edit';
import { type ListedMessage, putFirst } from '@/lib/diagnosis/messages';
import type { EvidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import {
  agree,
  factPath,
  factValue,
  putFact,
  removeFact,
  type StatedFact,
  type StatedPart,
  statedParts,
  subjectAt,
} from '@/lib/diagnosis/stated-facts';

/**
 * Fills the request with what the document's texts state about the call, and notes where each fact came from. What a text stated before and no longer
 * states is taken back. INVARIANT: a value that was typed, or that another text states, is never replaced; conflicts.ts tells where
 * they differ. `changed`: the place of the text that is new or was edited.
 */
export function mergeEvidence(document: DiagnosisDocument, read: EvidenceReader, changed?: number): DiagnosisDocument {
  const parts = statedParts(document, read);
  const news = parts.find(({ source }) => source === `evidence:${changed}`);
  const current = withoutStale(document, parts, `evidence:${changed}`);
  return parts.reduce(filledFrom, news ? withoutSettled(current, news) : current);
}

/** Makes one of several messages the one that the diagnosis is about, and fills the request as if it alone had been pasted. */
export function chooseMessage(
  document: DiagnosisDocument,
  message: ListedMessage,
  read: EvidenceReader,
): DiagnosisDocument {
  const put = putFirst(document, message, read);
  const parts = statedParts(put, read);
  const current = parts.reduce(withoutSettled, withoutStale(put, parts));
  return parts.reduce(filledFrom, current);
}

function filledFrom(document: DiagnosisDocument, { source, facts }: StatedPart): DiagnosisDocument {
  return facts.reduce((growing, fact) => {
    const path = factPath(growing, fact);
    return isOpen(growing, path, fact) ? withSource(putFact(growing, fact), path, source) : growing;
  }, document);
}

/** Nothing is stated there, or less than now. What the person took away is not open. */
function isOpen(document: DiagnosisDocument, path: string, { subject, value }: StatedFact): boolean {
  const current = factValue(document, subject);
  const source = sourceOf(document, path);
  if (current === undefined) return source !== 'typed';
  return source === 'derived' || (current.kind === 'present' && value.kind === 'value');
}

/** Facts that no text states as they are. A text that cannot be read now, because its notation is not at hand, keeps its facts. */
function withoutStale(document: DiagnosisDocument, parts: readonly StatedPart[], changed?: string): DiagnosisDocument {
  return Object.entries(document.from ?? {}).reduce((rest, [path, source]) => {
    const subject = subjectAt(path);
    if (subject === undefined || !source.startsWith('evidence:')) return rest;
    const part = parts.find((candidate) => candidate.source === source);
    if (part?.isUnread && source !== changed) return rest;
    const value = factValue(document, subject);
    const isStated = part?.facts.some(
      (fact) => factPath(document, fact) === path && value !== undefined && agree(fact.subject, value, fact.value),
    );
    return isStated ? rest : withSource(removeFact(rest, subject), path, undefined);
  }, document);
}

/** What a new text states otherwise was not known when the person settled it. */
function withoutSettled(document: DiagnosisDocument, { facts }: StatedPart): DiagnosisDocument {
  return facts.reduce((rest, fact) => {
    const path = factPath(rest, fact);
    const value = factValue(rest, fact.subject);
    const isOther = value === undefined || !agree(fact.subject, value, fact.value);
    return isOther && sourceOf(rest, path) === 'typed' ? withSource(rest, path, undefined) : rest;
  }, document);
}
