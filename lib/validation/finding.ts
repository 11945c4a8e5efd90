import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';

/**
 * How much a finding matters. `error`: AWS refuses the policy, or the part does nothing at all. `securityWarning`: it grants
 * more than most authors mean. `warning`: probably not what was meant. `suggestion`: style, or worth a thought.
 */
export const SEVERITIES = ['error', 'securityWarning', 'warning', 'suggestion'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A change of the text that removes a finding. */
export interface QuickFix {
  /** What the change does: "Change to `s3:GetObject`". */
  readonly title: string;
  /** Edits of the text as it was checked; they do not overlap. */
  readonly edits: readonly TextEdit[];
}

/** Something a check found in a policy. */
export interface Finding {
  /** Stable id of the check, `INVALID_ACTION`. */
  readonly check: string;
  readonly severity: Severity;
  /** What is wrong, why, what to do; names stand in backticks. */
  readonly message: string;
  /** The smallest thing at fault: a value or a key with its quotes; for a missing element the statement or the document. */
  readonly range: Range;
  /** Offered only where it is certain, or said in the title, what was meant; the likeliest first. */
  readonly fixes?: readonly QuickFix[];
}
