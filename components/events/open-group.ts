import { handOff } from '@/components/workspace/handoff';
import type { DenialGroup } from '@/lib/cloudtrail/group';

/** Hands a group's latest event to the diagnosis, as if it had been pasted. Go to `/diagnose` when it is done. */
export function openGroup({ sample }: DenialGroup): Promise<void> {
  return handOff({ kind: 'paste', text: sample });
}
