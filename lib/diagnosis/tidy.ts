import { without } from '@/lib/diagnosis/edit';
import { policyText } from '@/lib/diagnosis/edit-policies';
import { redact } from '@/lib/diagnosis/redact';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

/**
 * The document as it leaves the app: the version first, no `original` that says nothing, because the text was never edited
 * or began empty.
 */
export function tidied(document: DiagnosisDocument): DiagnosisDocument {
  const { whydenied, policies, ...rest } = document;
  if (policies === undefined) return { whydenied, ...rest };
  const telling = policies.map((policy) =>
    policy.original === '' || policy.original === policyText(policy) ? without(policy, 'original') : policy,
  );
  return { whydenied, ...rest, policies: telling };
}

/** The text of an exported file, without secrets: `openDocument` and the command line read it. */
export function exportText(document: DiagnosisDocument): string {
  return `${JSON.stringify(tidied(redact(document).document), null, 2)}\n`;
}
