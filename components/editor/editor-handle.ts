import type { Range } from '@/lib/text/range';

/** What is carried over when one editor takes the other's place: offsets in the text with `\n` line ends. */
export interface EditorPlace {
  readonly selection: Range;
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** What either editor can be asked to do. */
export interface EditorHandle {
  readonly place: () => EditorPlace;
  /** Puts the selection there and brings it into view; takes the focus where that opens no keyboard on the screen. */
  readonly reveal: (range: Range) => void;
}
