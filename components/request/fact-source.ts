import type { FactSource } from '@/lib/diagnosis/diagnosis';

/** Where a fact came from, in the fewest words. What was typed needs none: the person knows. */
export const SOURCE_WORDS = {
  typed: '',
  evidence: 'from the message',
  derived: 'derived',
  assumed: 'assumed',
} as const satisfies Record<FactSource, string>;
