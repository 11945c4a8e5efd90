import type { Rule } from '@/lib/evaluation/rule';
import { CONDITION_RULES } from '@/lib/evaluation/rules-conditions';
import { DECISION_RULES } from '@/lib/evaluation/rules-decisions';

/** The id of a rule: `R…` for decisions, `C…` for conditions. */
export type RuleId = keyof typeof DECISION_RULES | keyof typeof CONDITION_RULES;

/** Every rule by its id. */
export const RULES: Readonly<Record<RuleId, Rule>> = { ...DECISION_RULES, ...CONDITION_RULES };
