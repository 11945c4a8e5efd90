import type { DiagnosisDocument, EvidencePart } from '@/lib/diagnosis/schema';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

/** The pieces of evidence of a document, in their order. */
export function evidenceParts(document: DiagnosisDocument): readonly EvidencePart[] {
  const { evidence } = document;
  if (evidence === undefined) return [];
  return typeof evidence === 'string' ? [{ text: evidence }] : evidence;
}

/** What AWS said: of all evidence the first report of a denial, else the first of anything. */
export function reportOf(document: DiagnosisDocument): DenialReport | undefined {
  const reports = evidenceParts(document).flatMap((part) => readEvidence(part.text).reports);
  return reports.find((report) => report.isAccessDenied) ?? reports[0];
}
