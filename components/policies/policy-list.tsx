'use client';

import type { PolicyEntry } from '@/components/workspace/selectors';
import { PolicyPanel } from './policy-panel';

/** Policies one under the other, held apart by hairlines. */
export function PolicyList({ entries }: { readonly entries: readonly PolicyEntry[] }) {
  return (
    <div className="space-y-4">
      {entries.map((entry) => (
        <PolicyPanel key={entry.key} entry={entry} alone={entries.length === 1} />
      ))}
    </div>
  );
}
