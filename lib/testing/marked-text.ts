import type { Range } from '@/lib/text/range';

/** A text of a test with the stretches that it marks by `«` and `»`. */
export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  /** The marked stretches in the order in which they begin; they may stand inside one another. */
  readonly ranges: readonly Range[];
}

/** Takes the marks out of a text: expected places are written in the input itself. */
export function markedText(marked: string): MarkedText {
  const open: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      open.push(ranges.length);
      ranges.push({ start: text.length, end: text.length });
    } else if (character === '»') {
      const range = ranges[open.pop() ?? -1];
      if (range === undefined) throw new Error('a mark is closed that was never opened');
      range.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error('a mark is not closed');
  return { text, ranges };
}

/** The stretches of a text that ranges name, for comparing them as text. */
export function cut(text: string, ranges: readonly Range[]): readonly string[] {
  return ranges.map((range) => text.slice(range.start, range.end));
}
