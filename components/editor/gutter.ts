/** Sizes that both editors share, so that nothing jumps when one takes the other's place. Also in editor.css. */
export const LINE_HEIGHT = 20;
export const FONT_SIZE = 13;
export const PADDING = 8;
/** Room for the shapes, left of the numbers; Monaco takes its line height for it. */
export const SHAPE_WIDTH = LINE_HEIGHT;
/** Between the numbers and the text. */
export const NUMBER_GAP = 12;
export const LEAST_LINES = 5;

/** How many characters wide the line numbers are. */
export function numberWidth(lines: number): number {
  return Math.max(2, String(lines).length);
}
