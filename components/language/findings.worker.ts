import { type Checked, checkPolicy, type PolicyQuestion } from '@/components/language/check-policy';
import type { WorkerAnswer, WorkerQuestion } from '@/components/workspace/worker-client';
import type { Catalog } from '@/lib/catalog/catalog';
import { openCatalog } from '@/lib/catalog/open-catalog';

// Checks policies beside the page, so that typing never waits and the page carries none of the checks.

let catalog: Catalog | undefined;

self.onmessage = ({ data }: MessageEvent<WorkerQuestion<PolicyQuestion>>) => {
  if (data.catalog !== undefined) catalog = openCatalog(data.catalog);
  const answer: WorkerAnswer<Checked> = { number: data.number, answer: checkPolicy(data.question, catalog) };
  self.postMessage(answer);
};
