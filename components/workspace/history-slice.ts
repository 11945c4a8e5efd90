import type { MergeState, ReadState } from '@/components/workspace/change';
import { contentOf } from '@/components/workspace/content';
import { EMPTY_HISTORY, redo, redoText, type Travel, undo, undoText } from '@/components/workspace/history';
import type { HistorySlice } from '@/components/workspace/state';

/** One undo history for the whole document. */
export function historySlice(get: ReadState, set: MergeState): HistorySlice {
  const travel = ({ content, history, undone }: Travel) => {
    if (undone === undefined) return undefined;
    const { selected } = get();
    const gone = selected !== undefined && !content.policyKeys.includes(selected);
    set({ ...content, history, pasted: undefined, callers: undefined, ...(gone && { selected: undefined }) });
    return undone;
  };
  return {
    history: EMPTY_HISTORY,
    undo: () => travel(undo(get().history, contentOf(get()))),
    redo: () => travel(redo(get().history, contentOf(get()))),
    undoText: (key) => travel(undoText(get().history, contentOf(get()), key)),
    redoText: (key) => travel(redoText(get().history, contentOf(get()), key)),
  };
}
