import type { DenialFacts } from '@/lib/cloudtrail/denial';
import { aPolicyOfType, typeInSentence } from '@/lib/explanation/wording';

/** Why a group was denied, as far as AWS's words tell: "No identity-based policy allows it". */
export function sayReason({ denial, policyType }: Pick<DenialFacts, 'denial' | 'policyType'>): string {
  switch (denial) {
    case 'explicit':
      return policyType ? `Denied by ${aPolicyOfType(policyType)}` : 'Denied by a statement';
    case 'implicit':
      return policyType ? `No ${typeInSentence(policyType)} allows it` : 'Nothing allows it';
    case 'unknown':
      return policyType ? `Stopped by ${aPolicyOfType(policyType)}` : 'AWS does not say why';
  }
}
