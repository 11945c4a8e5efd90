/** A part of a text that is written in another notation than JSON. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One line of text output: the member's name, where there is one, and the values. */
export interface OutputLine extends Stretch {
  readonly name: string;
  readonly values: readonly string[];
}
