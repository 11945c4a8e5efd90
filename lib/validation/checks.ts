import { ANALYZER_CHECKS } from '@/lib/validation/analyzer-checks';
import type { Check } from '@/lib/validation/check';
import { FURTHER_CHECKS } from '@/lib/validation/further-checks';

/**
 * Every check: first what IAM Access Analyzer reports, then what services refuse on saving and what is worth saying beyond
 * that. The order decides nothing: findings are sorted by their places, and ranks say which ones are told.
 */
export const CHECKS: readonly Check[] = [...ANALYZER_CHECKS, ...FURTHER_CHECKS];
