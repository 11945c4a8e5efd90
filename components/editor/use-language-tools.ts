'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { LanguageTools } from './language-tools';

let tools: LanguageTools | undefined;
let isAsked = false;
const listeners = new Set<() => void>();

/** The editor's help, loaded from the first time that an editor wants it; without it an editor is an editor still. */
export function useLanguageTools(wanted: boolean): LanguageTools | undefined {
  useEffect(() => {
    if (wanted) load();
  }, [wanted]);
  return useSyncExternalStore(subscribe, () => tools, none);
}

function load(): void {
  if (isAsked) return;
  isAsked = true;
  void import('./language-tools').then(
    (module) => {
      tools = module.LANGUAGE_TOOLS;
      for (const listener of listeners) listener();
    },
    () => {
      // The next editor that opens tries again.
      isAsked = false;
    },
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function none(): undefined {
  return undefined;
}
