import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Change, Surroundings } from '@/components/workspace/change';
import { contentOf } from '@/components/workspace/content';
import { documentActions } from '@/components/workspace/document-slice';
import { evidenceActions } from '@/components/workspace/evidence-slice';
import { record } from '@/components/workspace/history';
import { historySlice } from '@/components/workspace/history-slice';
import { newId } from '@/components/workspace/new-id';
import { secretsNotice } from '@/components/workspace/notices';
import { sessionSlice } from '@/components/workspace/session-slice';
import type { WorkspaceState } from '@/components/workspace/state';
import { viewSlice } from '@/components/workspace/view-slice';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { cutSecrets } from '@/lib/evidence/secrets';

export type Workspace = UseBoundStore<StoreApi<WorkspaceState>>;

/** A workspace with an empty document. The page has one; tests make their own, with a clock of their own. */
export function createWorkspace({ now, newId }: Surroundings): Workspace {
  return create<WorkspaceState>()((set, get) => {
    let keys = 0;
    const newKey = () => `p${++keys}`;

    const change: Change = (field, edit, typing) => {
      if (get().origin.kind === 'received') return;
      const before = contentOf(get());
      const edited = edit(before);
      if (edited.document === before.document) return;
      const policyKeys = policiesOf(edited.document).map((_, place) => edited.policyKeys[place] ?? newKey());
      const after = { ...edited, policyKeys };
      set({ ...after, history: record(get().history, field, before, after, now(), typing) });
    };

    const cut = (text: string): string => {
      const clean = cutSecrets(text);
      if (clean.cuts.length > 0) get().tell(secretsNotice(clean.cuts.map(({ kind }) => kind)));
      return clean.text;
    };

    return {
      document: EMPTY_DOCUMENT,
      policyKeys: [],
      ...documentActions(get, change, cut),
      ...evidenceActions(get, set, change, cut, newId),
      ...viewSlice(get, set),
      ...historySlice(get, set),
      ...sessionSlice(get, set, newId(), newKey),
    };
  });
}

/** The one workspace of the page. Components select from it: `useWorkspace((state) => state.document)`. */
export const useWorkspace = createWorkspace({ now: () => Date.now(), newId });
