/** A part of a text that is written in another notation than JSON. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
