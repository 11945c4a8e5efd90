import type { Range } from '@/lib/text/range';

/** One change of a text: what stands in the range gives way to `text`. An empty range inserts. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * The text with all edits made at once: every range counts in the text as given. Edits must not overlap; two that insert at
 * one place keep their order. Throws a `RangeError` for edits that overlap or leave the text, which is a fault of ours.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort(
    (left, right) => left.range.start - right.range.start || left.range.end - right.range.end,
  );
  let out = '';
  let at = 0;
  for (const { range, text: replacement } of inOrder) {
    if (range.start < at || range.end < range.start || range.end > text.length) {
      throw new RangeError(`Edits overlap or leave the text at ${range.start}.`);
    }
    out += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return out + text.slice(at);
}
