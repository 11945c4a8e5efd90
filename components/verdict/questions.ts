import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Dependency } from '@/lib/explanation/dependency';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { VerdictActions } from './verdict-actions';

// Where a denial mostly comes from, and what one can mostly get.
const USUAL: readonly PolicyType[] = ['identity', 'scp', 'resource', 'boundary', 'session', 'endpoint', 'rcp'];

/** Questions that one can answer at once, then policies to fetch: first those that AWS blames, then the usual ones. */
export function mostUsefulFirst({ dependencies, agreement }: Diagnosis): readonly Dependency[] {
  const rank = ({ unknown }: Dependency): number => {
    if (unknown.kind !== 'policies') return 0;
    return unknown.type === agreement.blamed ? 1 : 2 + USUAL.indexOf(unknown.type);
  };
  return dependencies.toSorted((one, other) => rank(one) - rank(other));
}

/** Leads to where an answer is given; policies are given in their step. */
export function goTo({ unknown }: Dependency, actions: VerdictActions): (() => void) | undefined {
  const { answer, openType, jump } = actions;
  if (unknown.kind === 'unreadable') return () => jump(unknown.policyIndex, unknown.range);
  if (unknown.kind === 'policies') return openType && (() => openType(unknown.type));
  return answer && (() => answer(unknown));
}
