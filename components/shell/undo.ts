import type { PolicyKey } from '@/components/workspace/content';
import type { Undone } from '@/components/workspace/history';
import { useWorkspace } from '@/components/workspace/store';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { stepOfPolicyType } from '@/lib/guidance/step';

/** Undoes the last change, wherever it was, and shows the place. */
export function undo(): void {
  showUndone(useWorkspace.getState().undo());
}

export function redo(): void {
  showUndone(useWorkspace.getState().redo());
}

/** Shows what an undo or redo changed, unless one is looking at it: in the editor of `here`, or beside the steps. */
export function showUndone(undone: Undone | undefined, here?: PolicyKey): void {
  if (undone === undefined) return;
  const { policyKeys, document, goToStep, select } = useWorkspace.getState();
  const key = undone.policyKey;
  if (key !== undefined && key !== here) {
    const policy = policiesOf(document)[policyKeys.indexOf(key)];
    if (policy === undefined) return;
    goToStep(stepOfPolicyType(policy.type));
    select(key);
  } else if (undone.field.startsWith('evidence')) goToStep('message');
}
