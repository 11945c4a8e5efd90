import { useEffect, useId, useMemo, useState } from 'react';
import { catalogStore, useCatalog } from '@/components/catalog/use-catalog';
import { withNewlines } from '@/components/editor/lines';
import type { Checked, PolicyQuestion } from '@/components/language/check-policy';
import { fitFindings } from '@/components/language/fit-findings';
import { createWorkerClient, portOf, type WorkerClient } from '@/components/workspace/worker-client';
import type { Finding } from '@/lib/validation/finding';
import type { ValidatedType } from '@/lib/validation/subject';

export interface FindingsState {
  /** Places count in the text with `\n` as its line ends; while a newer answer is on its way they are moved along. */
  readonly findings: readonly Finding[];
  /** What went wrong, as a sentence. */
  readonly notice?: string;
}

/** What the checks find in a policy, following every change. */
export function useFindings(text: string, type: ValidatedType, account: string | undefined): FindingsState {
  const asker = useId();
  const shown = withNewlines(text);
  const catalog = useCatalog(shown !== '');
  const [answer, setAnswer] = useState<{ readonly about: string; readonly checked: Checked }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once AWS's data is there, the same question is asked again.
  useEffect(() => {
    const question = {
      type,
      text: shown,
      now: Date.now() - (Date.now() % MINUTE),
      ...(account !== undefined && { account }),
    };
    return sharedClient().ask(asker, question, (checked) => setAnswer({ about: shown, checked }));
  }, [asker, shown, type, account, catalog]);

  return useMemo(() => {
    if (answer === undefined) return shown === '' ? NONE : PENDING;
    const { about, checked } = answer;
    return { ...checked, findings: fitFindings(checked.findings, about, shown) };
  }, [answer, shown]);
}

const MINUTE = 60_000;
const NONE: FindingsState = { findings: [] };
const PENDING: FindingsState = { findings: [], notice: 'This policy is being checked.' };

let client: WorkerClient<PolicyQuestion, Checked> | undefined;

function sharedClient(): WorkerClient<PolicyQuestion, Checked> {
  client ??= createWorkerClient({
    start: (answered, broke) =>
      portOf(new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' }), answered, broke),
    here: checkHere,
    catalogData: () => {
      const state = catalogStore.current();
      return state.status === 'ready' ? state.data : undefined;
    },
  });
  return client;
}

/** Only now the checks come to the page itself. */
async function checkHere(question: PolicyQuestion): Promise<Checked> {
  try {
    const { checkPolicy } = await import('@/components/language/check-policy');
    const state = catalogStore.current();
    return checkPolicy(question, state.status === 'ready' ? state.value : undefined);
  } catch {
    return { findings: [], notice: 'The checks of policies could not be loaded. Reload the page to try again.' };
  }
}
