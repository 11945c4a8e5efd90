import { evidenceParts } from '@/lib/diagnosis/edit';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { DenialReport, Evidence, ReportOrigin } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';
import { oncePerText } from '@/lib/text/once-per';

/** Reads a pasted text. */
export type EvidenceReader = (text: string) => Evidence;

const MOST_TEXTS = 20;

/** A reader that remembers the texts it read last: evidence seldom changes while policies are typed. */
export function evidenceReader(): EvidenceReader {
  return oncePerText((text) => readEvidence(text), MOST_TEXTS);
}

/** A report with its place among the document's texts. */
export interface PlacedReport {
  readonly report: DenialReport;
  readonly origin: ReportOrigin;
  /** Which of the document's texts. */
  readonly part: number;
}

/** Every report of all texts, in their order. */
export function placedReports(document: DiagnosisDocument, read: EvidenceReader): readonly PlacedReport[] {
  return evidenceParts(document).flatMap(({ text }, part) => {
    const { reports, origins = [] } = read(text);
    return reports.map((report, place): PlacedReport => {
      const origin = origins[place] ?? { form: 'message', text, times: 1 };
      return { report, origin, part };
    });
  });
}

/** What AWS said: of all reports the first one of a denial, else the first of anything. */
export function decidingReport(reports: readonly PlacedReport[]): PlacedReport | undefined {
  return reports.find(({ report }) => report.isAccessDenied) ?? reports[0];
}
