import type { Catalog } from '@/lib/catalog/catalog';
import type { Prepared } from '@/lib/diagnosis/prepare';
import { type Evaluation, evaluate } from '@/lib/evaluation/evaluate';
import type { Verdict } from '@/lib/evaluation/verdict';
import { type KeyOutcomes, MOST_DECISIONS, type Redecide, whatIf } from '@/lib/evaluation/what-if';
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
  const redecide: Redecide = (states) => {
    const asked = { ...request, context: withKeys(request.context, states) };
    return evaluate(asked, open, prepared.settings, catalog).value.verdict;
  };
  const decisions = Math.min(MOST_DECISIONS, Math.floor(MOST_WORK / sizeOf(open)));
  return whatIf(verdict.dependsOn, policies, redecide, { decisions });
}

// Statements, condition keys and values decided again for one key: some tenths of a second.
const MOST_WORK = 20_000;

/** How much there is to decide: statements, and the keys and values of their conditions. */
function sizeOf(policies: readonly GivenPolicy[]): number {
  let size = 1;
  for (const statement of policies.flatMap((policy) => policy.document.statements)) {
    const operators = statement.conditions.flatMap((one) => (one.operators === 'unreadable' ? [] : one.operators));
    const keys = operators.flatMap((operator) => (operator.keys === 'unreadable' ? [] : operator.keys));
    size += keys.reduce((sum, { values }) => sum + 1 + values.length, 1);
  }
  return size;
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
