import { lineStarts, positionAt } from '@/lib/text/range';

/** A text as an editor sees it. Editors end every line with `\n`, so places are carried over by line and column. */
export interface Lines {
  readonly text: string;
  /** Offsets of the lines' first characters in `text`. */
  readonly starts: readonly number[];
  /** Without their line ends. */
  readonly lines: readonly string[];
}

export function splitLines(text: string): Lines {
  const starts = lineStarts(text);
  const lines = starts.map((start, index) => {
    let end = starts[index + 1] ?? text.length;
    if (index + 1 < starts.length) end -= text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 ? 2 : 1;
    return text.slice(start, end);
  });
  return { text, starts, lines };
}

/** The text with every line end as `\n`: what a text area and Monaco hold. */
export function withNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** An offset in one text as the offset of the same line and column in another that differs only in its line ends. */
export function carryOffset(from: Lines, to: Lines, offset: number): number {
  const { line, column } = positionAt(from.starts, Math.min(offset, from.text.length));
  const length = to.lines[line - 1]?.length ?? 0;
  return (to.starts[line - 1] ?? to.text.length) + Math.min(column - 1, length);
}
