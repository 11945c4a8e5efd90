import type { Outcome } from '@/components/ui/outcome-shapes';
import type { DenialGroup } from '@/lib/cloudtrail/group';

/** The shape of a group's reason. */
export function outcomeOfGroup({ denial }: DenialGroup): Outcome {
  return OUTCOMES[denial];
}

const OUTCOMES = { explicit: 'denies', implicit: 'doesNotAllow', unknown: 'depends' } satisfies Record<
  DenialGroup['denial'],
  Outcome
>;
