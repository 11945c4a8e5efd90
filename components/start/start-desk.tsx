'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { handOff } from '@/components/workspace/handoff';
import type { ExampleId } from '@/lib/diagnosis/examples';
import { ExampleList } from './example-list';
import { PasteBox } from './paste-box';

const DIAGNOSE = '/diagnose' as Route;

/** The paste box and the examples: whatever comes in here goes on to the diagnosis. */
export function StartDesk() {
  const router = useRouter();

  useEffect(() => {
    // A link pasted into the address of this page is meant for the diagnosis.
    if (location.hash.startsWith('#w=')) router.replace(`/diagnose${location.hash}` as Route);
  }, [router]);

  const take = async (text: string): Promise<string | undefined> => {
    const { sortPaste } = await import('@/components/evidence/sort-paste');
    const { loadNotations } = await import('@/components/evidence/load-notations');
    const sorted = sortPaste(text, [], await loadNotations(text));
    switch (sorted.kind) {
      case 'refused':
      case 'unrecognised':
        return sorted.sentence;
      case 'recognised':
        await handOff({ kind: 'paste', text });
        break;
      case 'policies': {
        const policies = sorted.policies.map(({ type, text: document }) => ({ type, name: 'Policy', document }));
        await handOff({ kind: 'document', document: { whydenied: 1, policies } });
        break;
      }
    }
    router.push(DIAGNOSE);
    return undefined;
  };

  const openExample = async (id: ExampleId) => {
    const { EXAMPLE_DOCUMENTS } = await import('@/lib/diagnosis/example-documents');
    await handOff({ kind: 'document', document: EXAMPLE_DOCUMENTS[id] });
    router.push(DIAGNOSE);
  };

  return (
    <>
      <PasteBox onText={take} autoFocus />
      <ExampleList onOpen={(id) => void openExample(id)} />
    </>
  );
}
