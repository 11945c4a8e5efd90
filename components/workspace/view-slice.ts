import type { MergeState, ReadState } from '@/components/workspace/change';
import type { ViewSlice } from '@/components/workspace/state';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { stepOfPolicyType } from '@/lib/guidance/step';

/** Where the person is. Looking around changes nothing of the document and is not undone. */
export function viewSlice(get: ReadState, set: MergeState): ViewSlice {
  return {
    step: 'source',
    selected: undefined,
    jump: undefined,
    pasted: undefined,
    callers: undefined,
    goToStep: (step) => set({ step }),
    select: (selected) => set({ selected }),
    dismissPasted: () => set({ pasted: undefined }),
    jumpTo: (policyIndex, range) => {
      const policy = policiesOf(get().document)[policyIndex];
      const policyKey = get().policyKeys[policyIndex];
      if (policy === undefined || policyKey === undefined) return;
      const count = (get().jump?.count ?? 0) + 1;
      set({
        step: stepOfPolicyType(policy.type),
        selected: policyKey,
        jump: { count, policyKey, ...(range && { range }) },
      });
    },
  };
}
