import type { Check } from '@/lib/validation/check';

/** What services refuse when a policy is saved, and what is worth saying beyond what AWS reports. */
export const FURTHER_CHECKS: readonly Check[] = [];
