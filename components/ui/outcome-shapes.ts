/** What a layer, a step or a statement comes out as. `given`: something is there, and nothing can be said of it yet. */
export type Outcome = 'allows' | 'denies' | 'doesNotAllow' | 'depends' | 'given' | 'notGiven' | 'notApplicable';

/** One stroke of a shape on a field of 16 × 16. */
export interface ShapePath {
  readonly d: string;
  /** Filled by the even-odd rule instead of drawn as a line. */
  readonly filled?: true;
  readonly dash?: string;
}

/** Each outcome has a shape of its own, so that no colour speaks alone. Also in editor.css, for both editors. */
export const OUTCOME_SHAPES = {
  allows: [{ d: 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z' }, { d: 'M5 8.3l2.1 2.1L11 6.1' }],
  denies: [{ d: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM4.5 7v2h7V7z', filled: true }],
  doesNotAllow: [{ d: 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z' }, { d: 'M3.7 12.3l8.6-8.6' }],
  depends: [
    { d: 'M8 .9L15.1 8L8 15.1L.9 8z' },
    { d: 'M6.4 6.5a1.65 1.65 0 1 1 2.5 1.4c-.6.4-.9.7-.9 1.2' },
    { d: 'M8 10.4a.8.8 0 1 1 0 1.6a.8.8 0 1 1 0-1.6z', filled: true },
  ],
  given: [
    { d: 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z' },
    { d: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z', filled: true },
  ],
  notGiven: [{ d: 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 1 1 0-12.5z', dash: '2.4 2.51' }],
  notApplicable: [{ d: 'M3.5 8h9' }],
} satisfies Record<Outcome, readonly ShapePath[]>;

export const OUTCOME_WORDS = {
  allows: 'Allows',
  denies: 'Denies',
  doesNotAllow: 'Does not allow',
  depends: 'Depends',
  given: 'Given',
  notGiven: 'Not given',
  notApplicable: 'Does not apply',
} satisfies Record<Outcome, string>;

interface OutcomeClasses {
  readonly text: string;
  readonly fill: string;
  /** The shape's colour. */
  readonly line: string;
  readonly border: string;
}

/** Tailwind classes by outcome, written out so that they are found when the style sheet is made. */
export const OUTCOME_CLASSES = {
  allows: { text: 'text-allows-text', fill: 'bg-allows-fill', line: 'text-allows-line', border: 'border-allows-line' },
  denies: { text: 'text-denies-text', fill: 'bg-denies-fill', line: 'text-denies-line', border: 'border-denies-line' },
  doesNotAllow: {
    text: 'text-lacks-text',
    fill: 'bg-lacks-fill',
    line: 'text-lacks-line',
    border: 'border-lacks-line',
  },
  depends: {
    text: 'text-depends-text',
    fill: 'bg-depends-fill',
    line: 'text-depends-line',
    border: 'border-depends-line',
  },
  given: { text: 'text-absent-text', fill: 'bg-absent-fill', line: 'text-absent-line', border: 'border-absent-line' },
  notGiven: {
    text: 'text-absent-text',
    fill: 'bg-absent-fill',
    line: 'text-absent-line',
    border: 'border-absent-line',
  },
  notApplicable: {
    text: 'text-inapplicable-text',
    fill: 'bg-inapplicable-fill',
    line: 'text-inapplicable-line',
    border: 'border-inapplicable-line',
  },
} satisfies Record<Outcome, OutcomeClasses>;
