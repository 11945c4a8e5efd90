import type { LayerVerdict, Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';

/**
 * The layer that lacks an Allow here as AWS says that it does: AWS's message says that no policy of its type allows the request, and
 * those given do not. Whatever else is open, that is what to mend.
 */
export function lackingAsAwsSays(
  { layers }: Verdict,
  { denial, policyType }: Pick<DenialReport, 'denial' | 'policyType'>,
): LayerVerdict | undefined {
  if (denial !== 'implicit') return undefined;
  return layers.find(({ type, outcome }) => type === policyType && outcome === 'implicitDeny');
}
