import { MAX_PASTE } from '@/components/shell/paste-limits';
import { mayHoldYaml } from '@/lib/evidence/notations/yaml-blocks';
import type { Notations } from '@/lib/evidence/pieces';

/** Loads the readers that a text needs beside those that are always there: that of YAML weighs as much as all the others. */
export async function loadNotations(text: string): Promise<Notations> {
  if (text.length > MAX_PASTE || !mayHoldYaml(text)) return {};
  const { readYaml } = await import('@/lib/evidence/notations/yaml');
  return { yaml: readYaml };
}
