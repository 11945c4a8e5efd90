import type { Check } from '@/lib/validation/check';
import { EFFECT_CHECKS } from '@/lib/validation/checks/effect';

/**
 * What IAM Access Analyzer reports, a file for each element or subject, in a reader's order: the text, its elements one by one, then
 * what statements mean.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const ANALYZER_CHECKS: readonly Check[] = [...EFFECT_CHECKS];
