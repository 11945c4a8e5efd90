import { offsetAfter, textChange } from '@/components/editor/text-change';
import type { Mark } from '@/lib/explanation/mark';

/**
 * Marks made for one text, moved to where they stand in a newer one. So they keep their place while the next verdict is
 * on its way; a mark whose text was deleted goes.
 */
export function fitMarks(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  const change = textChange(before, after);
  if (change === undefined || marks.length === 0) return marks;
  return marks.flatMap((mark) => {
    const range = { start: offsetAfter(change, mark.range.start), end: offsetAfter(change, mark.range.end) };
    return range.end > range.start ? [{ ...mark, range }] : [];
  });
}
