import { compute } from '@/components/workspace/compute';
import type { VerdictAnswer, VerdictQuestion } from '@/components/workspace/verdict-client';
import type { Catalog } from '@/lib/catalog/catalog';
import { openCatalog } from '@/lib/catalog/open-catalog';

// Computes the verdicts of large documents beside the page, so that typing never waits.

let catalog: Catalog | undefined;

self.onmessage = ({ data }: MessageEvent<VerdictQuestion>) => {
  if (data.catalog !== undefined) catalog = openCatalog(data.catalog);
  const { diagnosis, notice = '' } = compute(data.document, catalog);
  const answer: VerdictAnswer = diagnosis
    ? { number: data.number, diagnosis }
    : { number: data.number, failed: notice };
  self.postMessage(answer);
};
