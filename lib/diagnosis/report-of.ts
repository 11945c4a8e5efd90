import { evidenceParts } from '@/lib/diagnosis/edit';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

/** What AWS said: of all evidence the first report of a denial, else the first of anything. */
export type ReportReader = (document: DiagnosisDocument) => DenialReport | undefined;

const MOST_TEXTS = 20;

/** A reader that remembers the texts it read last: evidence seldom changes while policies are typed. */
export function reportReader(): ReportReader {
  const known = new Map<string, readonly DenialReport[]>();
  const read = (text: string): readonly DenialReport[] => {
    const hit = known.get(text);
    if (hit) return hit;
    const { reports } = readEvidence(text);
    known.set(text, reports);
    const [oldest] = known.keys();
    if (known.size > MOST_TEXTS && oldest !== undefined) known.delete(oldest);
    return reports;
  };
  return (document) => {
    const reports = evidenceParts(document).flatMap((part) => read(part.text));
    return reports.find((report) => report.isAccessDenied) ?? reports[0];
  };
}
