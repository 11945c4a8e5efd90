import type { Range } from '@/lib/text/range';
import type { StatementView } from '@/lib/validation/policy-view';

/** What a finding about a whole statement marks: a mark of all of it would hide those of its parts. */
export function openingBrace({ range }: StatementView): Range {
  return { start: range.start, end: range.start + 1 };
}
