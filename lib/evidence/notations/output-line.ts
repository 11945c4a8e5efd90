import type { Range } from '@/lib/text/range';

/** One line of text output: the member's name, where there is one, and the values. */
export interface OutputLine extends Range {
  readonly name: string;
  readonly values: readonly string[];
}
