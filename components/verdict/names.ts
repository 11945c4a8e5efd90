import { POLICY_TYPE_SHORT_NAMES, type PolicyType } from '@/lib/iam/policy-type';
import { code, visible } from '@/lib/text/wording';

interface NamedStatement {
  readonly sid?: string | undefined;
  /** Place in `Statement`, from 0. */
  readonly index: number;
  readonly policyName: string;
}

/** "`DenyOutsideEurope` in `RegionGuard`", "Statement 2 in `RegionGuard`". */
export function statementTitle({ sid, index, policyName }: NamedStatement): string {
  return `${sid ? code(sid) : `Statement ${index + 1}`} in ${code(policyName)}`;
}

/** Where a policy stands: "SCP at Root", "Identity-based policy of role:Admin". */
export function policyPlace(type: PolicyType, attachedTo: string | undefined): string {
  const at = attachedTo?.trim();
  if (!at) return POLICY_TYPE_SHORT_NAMES[type];
  const of = type === 'scp' || type === 'rcp' ? 'at' : 'of';
  return `${POLICY_TYPE_SHORT_NAMES[type]} ${of} ${visible(at.replace(/^(user|group|role):/, 'the $1 '))}`;
}
