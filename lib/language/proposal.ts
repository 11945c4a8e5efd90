import type { ProposalKind } from '@/lib/language/candidates/candidate';
import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';

/** Something to put in at the cursor, ready for the text as it is. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly label: string;
  /** A few words, or a sentence with `names`. */
  readonly detail?: string;
  /** The change at the cursor: on one line, the cursor in its range. */
  readonly edit: TextEdit;
  /** Changes elsewhere, such as the comma behind what stands before; they touch neither each other nor `edit`. */
  readonly further: readonly TextEdit[];
  /** What is selected afterwards, in the text after all changes; empty for a caret. */
  readonly selection: Range;
  /** There is something to fill in at the selection, so proposals for that place are welcome at once. */
  readonly asksOn: boolean;
}
