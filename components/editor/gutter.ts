/** Sizes that both editors share, so that nothing jumps when one takes the other's place. Also in editor.css. */
export const LINE_HEIGHT = 20;
export const FONT_SIZE = 13;
export const PADDING = 8;
/** Between the numbers and the text. */
export const NUMBER_GAP = 12;
export const SCROLLBAR = 12;
/** An editor is at least this many lines high. */
const LEAST_LINES = 5;
/** An editor is at most this part of the window high. */
const MOST_HEIGHT = 0.6;

/** How many characters wide the line numbers are, with one free before them. */
export function numberWidth(lines: number): number {
  return Math.max(3, String(lines).length + 1);
}

/** How high an editor is whose text is so high, in a window so high. */
export function editorHeight(content: number, window: number): number {
  return Math.min(Math.max(content, LEAST_LINES * LINE_HEIGHT + 2 * PADDING), Math.round(window * MOST_HEIGHT));
}
