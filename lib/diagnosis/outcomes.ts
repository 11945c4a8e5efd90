import type { Catalog } from '@/lib/catalog/catalog';
import type { Prepared } from '@/lib/diagnosis/prepare';
import { type Evaluation, evaluate } from '@/lib/evaluation/evaluate';
import type { Verdict } from '@/lib/evaluation/verdict';
import { type KeyOutcomes, whatIf } from '@/lib/evaluation/what-if';
import type { GivenPolicy } from '@/lib/policy/policy-set';
import { withKeys } from '@/lib/request/context';
import type { Request } from '@/lib/request/request';

/** Where each answer to an open condition key leads; nothing for a verdict that depends on none. */
export function outcomesOf(
  evaluation: Evaluation,
  request: Request,
  prepared: Prepared,
  catalog: Catalog,
): readonly KeyOutcomes[] {
  const { verdict, policies } = evaluation;
  if (verdict.decision !== 'undetermined') return [];
  const open = prepared.policies.map((policy) => onlyOpenStatements(policy, verdict));
  return whatIf(verdict.dependsOn, policies, (states) => {
    const asked = { ...request, context: withKeys(request.context, states) };
    return evaluate(asked, open, prepared.settings, catalog).value.verdict;
  });
}

/** A statement that certainly does not match matches under no answer, so only the others are decided again (R218). */
function onlyOpenStatements(policy: GivenPolicy, verdict: Verdict): GivenPolicy {
  const layer = verdict.layers.find((candidate) => candidate.type === policy.type);
  const kept = new Set(
    layer?.statements
      .filter((trace) => trace.policyIndex === policy.index && trace.match.outcome !== 'doesNotMatch')
      .map((trace) => trace.statement.index),
  );
  const statements = policy.document.statements.filter((statement) => kept.has(statement.index));
  return { ...policy, document: { ...policy.document, statements } };
}
