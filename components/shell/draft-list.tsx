'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { DraftSummary } from '@/components/workspace/state';
import { useWorkspace } from '@/components/workspace/store';
import { session } from '@/components/workspace/use-session';

/** The other diagnoses kept in this browser, newest first. Deleting cannot be undone, so it asks in place. */
export function DraftList({ onOpened }: { readonly onOpened: () => void }) {
  const drafts = useWorkspace((state) => state.drafts);
  const own = useWorkspace((state) => (state.origin.kind === 'draft' ? state.origin.draftId : undefined));
  const others = drafts.filter((draft) => draft.id !== own);
  if (others.length === 0) {
    return (
      <p className="mt-3 text-small text-text-muted">
        Your other diagnoses will be listed here. They are kept in this browser and nowhere else.
      </p>
    );
  }
  return (
    <ul aria-label="Other diagnoses" className="mt-3 max-h-[50vh] overflow-auto border-line border-t pt-1.5">
      {others.map((draft) => (
        <DraftLine key={draft.id} draft={draft} onOpened={onOpened} />
      ))}
    </ul>
  );
}

function DraftLine({ draft, onOpened }: { readonly draft: DraftSummary; readonly onOpened: () => void }) {
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <li className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-denies-fill px-2 py-1.5">
        <span className="min-w-0 truncate text-small">Delete “{draft.title}” for good?</span>
        <span className="flex gap-1.5">
          <Button size="small" look="danger" onClick={() => void session().deleteDraft(draft.id)}>
            Delete
          </Button>
          <Button size="small" look="quiet" onClick={() => setAsking(false)}>
            Keep
          </Button>
        </span>
      </li>
    );
  }
  return (
    <li className="flex items-center">
      <button
        type="button"
        onClick={() => {
          void session().openDraft(draft.id);
          onOpened();
        }}
        className="target flex min-w-0 flex-1 items-baseline justify-between gap-3 rounded-control px-2 py-1.5 text-left hover:bg-surface-sunken"
      >
        <span className="min-w-0 truncate">{draft.title}</span>
        <time dateTime={new Date(draft.changed).toISOString()} className="shrink-0 text-small text-text-muted">
          {sayDate(draft.changed)}
        </time>
      </button>
      <IconButton
        label={`Delete ${draft.title}`}
        icon={<Trash2 aria-hidden className="size-4" />}
        onClick={() => setAsking(true)}
      />
    </li>
  );
}

function sayDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}
