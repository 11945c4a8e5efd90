import { POLICY_TYPES } from '@/lib/iam/policy-type';
import type { ValidatedType } from '@/lib/validation/subject';

// Groups of policy types that share a grammar.

/** Policies of an identity, which name no principal. */
export const IDENTITY_TYPES: readonly ValidatedType[] = ['identity', 'boundary', 'session'];

export const ALL_TYPES: readonly ValidatedType[] = [...POLICY_TYPES, 'trust'];

/** Every type but those named. */
export function allBut(...types: readonly ValidatedType[]): readonly ValidatedType[] {
  return ALL_TYPES.filter((type) => !types.includes(type));
}
