import type { MergeState, ReadState } from '@/components/workspace/change';
import { EMPTY_HISTORY } from '@/components/workspace/history';
import type { Notice, SessionSlice } from '@/components/workspace/state';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { stepOfPolicyType } from '@/lib/guidance/step';

/** Whose document is shown, how it is kept, and what the person must be told about that. */
export function sessionSlice(get: ReadState, set: MergeState, draftId: string, newKey: () => string): SessionSlice {
  let told = 0;
  const numbered = (notice: Omit<Notice, 'id'>): Notice => ({ ...notice, id: ++told });
  return {
    ready: false,
    origin: { kind: 'draft', draftId },
    notices: [],
    storage: { state: 'idle' },
    drafts: [],
    dismiss: (noticeId) => set({ notices: get().notices.filter((notice) => notice.id !== noticeId) }),
    tell: (notice) => {
      // The same words twice would only push the first ones away.
      const others = get().notices.filter((shown) => shown.message !== notice.message);
      set({ notices: [...others, numbered(notice)] });
    },
    open: (origin, document, notices = []) => {
      const [first] = policiesOf(document);
      const policyKeys = policiesOf(document).map(newKey);
      set({
        ready: true,
        origin,
        document,
        policyKeys,
        history: EMPTY_HISTORY,
        step: first ? stepOfPolicyType(first.type) : 'source',
        selected: policyKeys[0],
        jump: undefined,
        pasted: undefined,
        callers: undefined,
        notices: notices.map(numbered),
      });
    },
    makeItMine: (ownId) => {
      if (get().origin.kind === 'received') set({ origin: { kind: 'draft', draftId: ownId } });
    },
    renameDraft: (renamed) => set({ origin: { kind: 'draft', draftId: renamed } }),
    setStorage: (storage) => set({ storage }),
    setDrafts: (drafts) => set({ drafts }),
  };
}
