import { operatorProblems } from '@/lib/evaluation/operator-problems';
import type { PolicyType } from '@/lib/iam/policy-type';
import { OPEN_TO_EVERYONE } from '@/lib/policy/cautions';
import { parsePolicy } from '@/lib/policy/parse';
import { fitToType } from '@/lib/policy/policy-set';
import type { Range } from '@/lib/text/range';

/** A policy type, or a role's trust policy, which is a resource-based policy of its own form. */
export type ValidatedType = PolicyType | 'trust';

type Severity = 'error' | 'securityWarning' | 'warning' | 'suggestion';

/** Something a check found in a policy. */
export interface Finding {
  /** Stable id of the check. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  /** Left out for findings about the whole text. */
  readonly range?: Range;
}

/** Checks a policy's text: JSON, grammar, elements its type does not have, operators that AWS does not know. */
export function validate(policyType: ValidatedType, text: string): readonly Finding[] {
  const parsed = parsePolicy(text);
  const roleTrust = policyType === 'trust';
  const type: PolicyType = policyType === 'trust' ? 'resource' : policyType;
  const fitted = fitToType({ index: 0, type, name: '', document: parsed.value }, { roleTrust });
  const problems = [...parsed.problems, ...fitted.problems, ...operatorProblems(parsed.value)];
  return problems
    .map(
      (problem): Finding => ({
        check: problem.code,
        severity: problem.code === OPEN_TO_EVERYONE ? 'securityWarning' : problem.severity,
        message: problem.message,
        ...(problem.range && { range: problem.range }),
      }),
    )
    .sort((left, right) => (left.range?.start ?? 0) - (right.range?.start ?? 0));
}
