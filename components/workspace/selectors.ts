import type { PolicyKey } from '@/components/workspace/content';
import type { WorkspaceState } from '@/components/workspace/state';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

/** A policy with the names that pages need: its key for React and the store, its place for verdict and marks. */
export interface PolicyEntry {
  readonly key: PolicyKey;
  readonly index: number;
  readonly policy: DocumentPolicy;
}

/** Policies attached at one place, in the order of the document; `label` left out where none is stated. */
export interface Level {
  readonly label?: string;
  readonly policies: readonly PolicyEntry[];
}

/** The policies of a type, in the order of the document. Call it in a memo: it makes a new list. */
export function entriesOf(
  document: DiagnosisDocument,
  keys: readonly PolicyKey[],
  type: PolicyType,
): readonly PolicyEntry[] {
  return policiesOf(document).flatMap((policy, index) => {
    const key = keys[index];
    return policy.type === type && key !== undefined ? [{ key, index, policy }] : [];
  });
}

/** The levels of SCPs or RCPs, in the order in which they first occur. */
export function levelsOf(entries: readonly PolicyEntry[]): readonly Level[] {
  const levels = new Map<string | undefined, PolicyEntry[]>();
  for (const entry of entries) {
    const level = levels.get(entry.policy.attachedTo);
    if (level) level.push(entry);
    else levels.set(entry.policy.attachedTo, [entry]);
  }
  return Array.from(levels, ([label, policies]) => ({ ...(label !== undefined && { label }), policies }));
}

/** A received document can be looked at and copied, not edited. */
export function isReadOnly(state: WorkspaceState): boolean {
  return state.origin.kind === 'received';
}

export function canUndo(state: WorkspaceState): boolean {
  return state.history.past.length > 0;
}

export function canRedo(state: WorkspaceState): boolean {
  return state.history.future.length > 0;
}
