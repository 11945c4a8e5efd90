import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DocumentPolicy } from '@/lib/diagnosis/schema';

/** Whether the text differs from what was first pasted. One that was typed from nothing has no first text. */
export function isEdited(policy: DocumentPolicy): boolean {
  return policy.original !== undefined && policy.original !== '' && policy.original !== policyText(policy);
}
