import type { Range } from '@/lib/text/range';

/** Something wrong with an input, told to the person who typed it: data, never an exception. */
export interface Problem {
  /** Stable identifier in kebab-case, for tests and for telling problems apart. */
  readonly code: string;
  /** `error`: this part could not be used. `warning`: used, but not as AWS would take it. */
  readonly severity: 'error' | 'warning';
  /** What happened, why, what to do; names stand in backticks. */
  readonly message: string;
  /** Where in the text; left out when the problem has no place. */
  readonly range?: Range;
}

/** A value read as far as it could be, with everything that was wrong on the way. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
