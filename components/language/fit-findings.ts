import { offsetAfter, textChange } from '@/components/editor/text-change';
import type { Finding } from '@/lib/validation/finding';

/**
 * Findings about one text, moved to where they stand in a newer one until that is checked. What was deleted goes, and so do
 * all fixes: their edits were made for the older text.
 */
export function fitFindings(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  const change = textChange(before, after);
  if (change === undefined) return findings;
  return findings.flatMap(({ check, severity, message, range }) => {
    const moved = { start: offsetAfter(change, range.start), end: offsetAfter(change, range.end) };
    return moved.end > moved.start ? [{ check, severity, message, range: moved }] : [];
  });
}
