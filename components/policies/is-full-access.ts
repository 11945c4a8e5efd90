import { FULL_AWS_ACCESS, policyText } from '@/lib/diagnosis/edit-policies';
import type { DocumentPolicy } from '@/lib/diagnosis/schema';

/** What AWS attaches everywhere by default: there is nothing to read in it. */
export function isFullAccess(policy: DocumentPolicy): boolean {
  return withoutSpace(policyText(policy)) === FULL;
}

const FULL = withoutSpace(FULL_AWS_ACCESS);

function withoutSpace(text: string): string {
  return text.length > 1000 ? text : text.replace(/\s/g, '');
}
