'use client';

import { Button } from '@/components/ui/button';
import { Name } from '@/components/ui/code-text';
import { useWorkspace } from '@/components/workspace/store';

/** What AWS states otherwise than was typed: shown where the fact stands, settled by one click. */
export function FactConflict({ path }: { readonly path: string }) {
  const conflict = useWorkspace((state) => state.conflicts.find((candidate) => candidate.path === path));
  const { settle } = useWorkspace.getState();
  if (conflict === undefined) return null;
  const { stated } = conflict;
  const value = Array.isArray(stated) ? stated.join(', ') : String(stated ?? '');
  return (
    <section aria-label="What the message says" className="mt-1 rounded-control bg-depends-fill px-2 py-1.5 text-small">
      <p className="text-depends-text">
        {value === '' ? 'The message says that it is not in the request.' : 'The message says '}
        {value !== '' && (
          <code>
            <Name>{value}</Name>
          </code>
        )}
      </p>
      <div className="mt-1 flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => settle([path], 'stated')}>
          Use that
        </Button>
        <Button size="small" look="quiet" onClick={() => settle([path], 'current')}>
          Keep mine
        </Button>
      </div>
    </section>
  );
}
