import { useEffect, useSyncExternalStore } from 'react';
import { createFileStore, type FileState } from '@/components/catalog/file-store';
import { fetchStaticFile } from '@/components/catalog/static-file';
import type { ManagedPolicies } from '@/lib/catalog/managed-policies';

const IDLE: FileState<ManagedPolicies> = { status: 'idle' };

/** All of AWS's managed policies, in one file: a request for a single one would tell its name. */
export const managedPoliciesStore = createFileStore<ManagedPolicies>(
  () => fetchStaticFile(process.env.NEXT_PUBLIC_POLICIES_FILE ?? ''),
  async (data) => (await import('@/lib/catalog/managed-policies')).openManagedPolicies(data),
);

/** AWS's managed policies, on their way from the first time on that this is drawn. */
export function useManagedPolicies(): FileState<ManagedPolicies> {
  useEffect(() => void managedPoliciesStore.load(), []);
  return useSyncExternalStore(managedPoliciesStore.subscribe, managedPoliciesStore.current, () => IDLE);
}
