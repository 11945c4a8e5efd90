import { type Computed, compute } from '@/components/workspace/compute';
import type { WorkerAnswer, WorkerQuestion } from '@/components/workspace/worker-client';
import type { Catalog } from '@/lib/catalog/catalog';
import { openCatalog } from '@/lib/catalog/open-catalog';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { sendable } from '@/lib/diagnosis/sendable';

// Computes the verdicts of large documents beside the page, so that typing never waits.

let catalog: Catalog | undefined;

self.onmessage = ({ data }: MessageEvent<WorkerQuestion<DiagnosisDocument>>) => {
  if (data.catalog !== undefined) catalog = openCatalog(data.catalog);
  const { diagnosis, ...rest } = compute(data.question, catalog);
  const answer: WorkerAnswer<Computed> = {
    number: data.number,
    answer: { ...rest, ...(diagnosis && { diagnosis: sendable(diagnosis) }) },
  };
  self.postMessage(answer);
};
