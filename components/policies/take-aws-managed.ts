import { managedPoliciesStore } from '@/components/catalog/use-managed-policies';
import { useWorkspace } from '@/components/workspace/store';
import type { ManagedPolicies, ManagedPolicy } from '@/lib/catalog/managed-policies';
import { freeName } from '@/lib/diagnosis/edit-policies';
import type { PolicyType } from '@/lib/iam/policy-type';
import { sayDay } from '@/lib/text/day';
import { code } from '@/lib/text/wording';
import { showEditor } from './add-policy';

/** Types whose policies may be AWS's own: attached, set as the boundary, or passed to a session. */
export const AWS_MANAGED_TYPES: readonly PolicyType[] = ['identity', 'boundary', 'session'];

/** Adds a managed policy with its text and its version, and shows it. */
export function addAwsManaged(policies: ManagedPolicies, policy: ManagedPolicy, type: PolicyType): void {
  const { name, arn, version, date } = policy;
  const { addPolicy, document } = useWorkspace.getState();
  const key = addPolicy({
    type,
    name: freeName(document, { type }, name),
    arn,
    text: policies.documentOf(policy),
    awsManaged: { version, date },
  });
  if (key !== undefined) showEditor(key);
}

/** Adds the managed policy with an ARN; says why where that cannot be. */
export async function takeAwsManaged(arn: string, type: PolicyType): Promise<void> {
  const state = await managedPoliciesStore.load();
  const found = state.status === 'ready' ? state.value.find(arn) : undefined;
  if (state.status === 'ready' && found !== undefined) {
    addAwsManaged(state.value, found, type);
    return;
  }
  const message =
    state.status === 'ready'
      ? `${code(arn)} is not among the AWS managed policies of ${sayDay(state.value.date)}. Print it with the command of this step, and paste it.`
      : AWS_MANAGED_MISSING;
  useWorkspace.getState().tell({ kind: 'paste', severity: 'warning', message, problems: [] });
}

export const AWS_MANAGED_MISSING =
  'AWS’s managed policies could not be loaded. Look at your connection and try again, or paste the policy.';
