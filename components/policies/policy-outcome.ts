import type { Outcome } from '@/components/ui/outcome-shapes';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { policyText } from '@/lib/diagnosis/edit-policies';
import type { DocumentPolicy } from '@/lib/diagnosis/schema';

/** What one policy says by itself about the request: a Deny first, then what is open, then an Allow. */
export function policyOutcome(diagnosis: Diagnosis | undefined, policy: DocumentPolicy, index: number): Outcome {
  if (policyText(policy).trim() === '') return 'notGiven';
  const layer = diagnosis?.verdict.layers.find((candidate) => candidate.type === policy.type);
  if (layer === undefined) return 'given';
  if (layer.outcome === 'notApplicable') return 'notApplicable';
  const own = layer.statements.filter((trace) => trace.policyIndex === index);
  const has = (effect: 'Allow' | 'Deny', outcome: 'matches' | 'dependsOn') =>
    own.some((trace) => trace.statement.effect.value === effect && trace.match.outcome === outcome);
  if (has('Deny', 'matches')) return 'denies';
  if (has('Deny', 'dependsOn')) return 'depends';
  if (has('Allow', 'matches')) return 'allows';
  if (has('Allow', 'dependsOn')) return 'depends';
  return own.length === 0 ? 'given' : 'doesNotAllow';
}
