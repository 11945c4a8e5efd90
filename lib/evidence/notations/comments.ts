import { lineEnd } from '@/lib/text/lines';
import type { Range } from '@/lib/text/range';

// What a program or configuration leaves out: whole lines behind `#` or `//`, and what stands between `/*` and `*/`.

// The prompt of a root shell looks like a comment.
const COMMENT_LINE = /^[ \t]{0,200}(?:\/\/|#(?!\s{0,4}(?:aws|sudo)\s))/;
const OPENING = /^[ \t]{0,200}\/\*/;

/** The comments that begin a line, in their order. A star and a slash within a line may be an ARN's, so those count as no comment. */
export function commentRanges(text: string): readonly Range[] {
  if (!/^[ \t]{0,200}(?:#|\/[/*])/m.test(text)) return [];
  const ranges: Range[] = [];
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 210));
    const close = OPENING.test(line) ? text.indexOf('*/', at + line.indexOf('/*') + 2) : -1;
    const stop = close >= 0 ? close + 2 : COMMENT_LINE.test(line) ? end : at;
    if (stop > at) ranges.push({ start: at, end: stop });
    at = close >= 0 ? stop : end + 1;
  }
  return ranges;
}

/** A text with blanks in place of the comments that go on over lines, so that everything else keeps its place. */
export function withoutCommentBlocks(text: string, comments: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of comments) {
    if (!OPENING.test(text.slice(start, start + 210))) continue;
    out += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return out + text.slice(at);
}

/** Whether a place stands in a comment. */
export function isCommented(comments: readonly Range[], at: number): boolean {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (comments[low]?.start ?? Number.POSITIVE_INFINITY) <= at;
}
