'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { canRedo, canUndo } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { redo, undo } from './undo';

/** Undo and redo for those without a keyboard, and to see that there is such a thing. */
export function UndoButtons() {
  const undoable = useWorkspace(canUndo);
  const redoable = useWorkspace(canRedo);
  return (
    <div className="flex">
      <IconButton label="Undo" disabled={!undoable} icon={<Undo2 aria-hidden className="size-4" />} onClick={undo} />
      <IconButton
        label="Redo"
        disabled={!redoable}
        icon={<Redo2 aria-hidden className="size-4" />}
        className="max-mid:hidden"
        onClick={redo}
      />
    </div>
  );
}
