'use client';

import { useMemo } from 'react';
import { showUndone } from '@/components/shell/undo';
import type { PolicyKey } from '@/components/workspace/content';
import { useWorkspace } from '@/components/workspace/store';

/** Undo and redo for one policy's editor: its own text first, then whatever came before. */
export function useUndoText(key: PolicyKey) {
  return useMemo(
    () => ({
      undo: () => showUndone(useWorkspace.getState().undoText(key), key),
      redo: () => showUndone(useWorkspace.getState().redoText(key), key),
    }),
    [key],
  );
}
