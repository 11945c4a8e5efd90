'use client';

import { ChevronDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { TextField } from '@/components/ui/text-field';
import { isReadOnly } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { session } from '@/components/workspace/use-session';
import { titleOf } from '@/lib/diagnosis/title';
import { DraftList } from './draft-list';

const KEPT = {
  idle: 'Kept in this browser only.',
  saving: 'Saving …',
  saved: 'Saved in this browser.',
  blocked: 'Not saved: this tab only.',
  full: 'Not saved: no room left.',
  failed: 'Not saved: this tab only.',
} as const;

/** The title of the diagnosis; behind it its name, the other drafts, and a new one. */
export function DraftsMenu() {
  const [open, setOpen] = useState(false);
  const document = useWorkspace((state) => state.document);
  const storage = useWorkspace((state) => state.storage.state);
  const readOnly = useWorkspace(isReadOnly);
  const { setTitle } = useWorkspace.getState();
  const title = titleOf(document);
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    if (next) void session().refreshDrafts();
  };
  const close = () => setOpen(false);
  return (
    <Popover
      label="Diagnoses"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          className="target flex min-w-0 items-center gap-1 rounded-control px-2 py-1 hover:bg-surface-sunken"
        >
          <span className="sr-only">Diagnoses. This one is: </span>
          <span className="min-w-0 truncate">{title}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-text-muted" />
        </button>
      }
    >
      <div className="w-[min(22rem,calc(100vw-2.5rem))]">
        <div data-own-undo>
          <TextField
            label="Title"
            note={KEPT[storage]}
            value={document.title ?? ''}
            placeholder={title}
            readOnly={readOnly}
            onChange={setTitle}
          />
        </div>
        <Button
          className="mt-3 w-full"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => {
            session().startNew();
            close();
          }}
        >
          New diagnosis
        </Button>
        <DraftList onOpened={close} />
      </div>
    </Popover>
  );
}
