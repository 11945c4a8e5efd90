import type { Verdict } from '@/lib/evaluation/verdict';
import type { DenialReport } from '@/lib/evidence/evidence';
import type { Dependency } from '@/lib/explanation/dependency';
import type { NearMiss } from '@/lib/explanation/near-miss';
import type { Request } from '@/lib/request/request';

/** The verdict in words. */
export interface Explanation {
  /** At most one line. */
  readonly headline: string;
  /** One or two sentences: why, and what it means. */
  readonly summary: string;
  /** Who owns the policy that blocks. */
  readonly owner?: string;
}

export interface Explained {
  readonly request: Request;
  readonly verdict: Verdict;
  readonly dependencies: readonly Dependency[];
  readonly nearMisses: readonly NearMiss[];
  readonly report?: DenialReport;
}
