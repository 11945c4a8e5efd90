import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { catalogStore, useCatalog } from '@/components/catalog/use-catalog';
import { type Computed, compute, isLarge } from '@/components/workspace/compute';
import { createWorkerClient, portOf, type WorkerClient } from '@/components/workspace/worker-client';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { EMPTY_DOCUMENT, evidenceParts } from '@/lib/diagnosis/edit';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

export interface VerdictState {
  /** Left out before the first verdict of a large document, and where computing it failed. */
  readonly diagnosis?: Diagnosis;
  /** The document that the diagnosis is about: its marks and places fit this one. */
  readonly about: DiagnosisDocument;
  /** A newer verdict is on its way. */
  readonly pending: boolean;
  /** What went wrong, as a sentence. */
  readonly notice?: string;
}

/**
 * The verdict of a document, following every change. Small documents are computed here, behind the key press that is being
 * drawn; large ones in a worker.
 */
export function useVerdict(document: DiagnosisDocument): VerdictState {
  const settled = useDeferredValue(document);
  const catalogState = useCatalog(tellsSomething(settled));
  const catalog = catalogState.status === 'ready' ? catalogState.value : undefined;
  const large = useMemo(() => isLarge(settled), [settled]);
  const here = useMemo(() => (large ? undefined : compute(settled, catalog)), [settled, large, catalog]);
  const [far, setFar] = useState<{ readonly about: DiagnosisDocument; readonly computed: Computed }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once AWS's data is there, the same question is asked again.
  useEffect(() => {
    if (!large) return undefined;
    return sharedClient().ask('verdict', settled, (computed) => setFar({ about: settled, computed }));
  }, [settled, large, catalog]);

  if (here) return { ...here, about: settled, pending: settled !== document };
  // Until the worker answers, the last verdict stays in its place.
  const about = far?.about ?? EMPTY_DOCUMENT;
  return { ...far?.computed, about, pending: about !== document };
}

let client: WorkerClient<DiagnosisDocument, Computed> | undefined;

function sharedClient(): WorkerClient<DiagnosisDocument, Computed> {
  client ??= createWorkerClient({
    start: (answered, broke) =>
      portOf(new Worker(new URL('./verdict.worker.ts', import.meta.url), { type: 'module' }), answered, broke),
    here: (document) => ({ notice: ON_THE_PAGE, ...computeWithCatalog(document) }),
    catalogData: () => {
      const state = catalogStore.current();
      return state.status === 'ready' ? state.data : undefined;
    },
  });
  return client;
}

const ON_THE_PAGE =
  'The background worker that computes large diagnoses did not start, so this page computes the verdict itself and may pause while you type. Reload the page to try the worker again.';

function computeWithCatalog(document: DiagnosisDocument): Computed {
  const state = catalogStore.current();
  return compute(document, state.status === 'ready' ? state.value : undefined);
}

/** Whether a document names anything that AWS's data could say more about. */
function tellsSomething(document: DiagnosisDocument): boolean {
  const { request = {} } = document;
  const stated = [request.principal, request.action, request.resource].some((text) => (text ?? '').trim() !== '');
  return stated || policiesOf(document).length > 0 || evidenceParts(document).length > 0;
}
