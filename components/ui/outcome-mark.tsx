import { classes } from './classes';
import { OUTCOME_CLASSES, OUTCOME_SHAPES, OUTCOME_WORDS, type Outcome, type ShapePath } from './outcome-shapes';
import { VisuallyHidden } from './visually-hidden';

interface OutcomeShapeProps {
  readonly outcome: Outcome;
  /** Tailwind size, `size-4` unless told. */
  readonly className?: string;
}

/** The shape alone, hidden from screen readers: put the word beside it, or use OutcomeMark. */
export function OutcomeShape({ outcome, className = 'size-4' }: OutcomeShapeProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={classes('shrink-0 forced-color-adjust-auto', OUTCOME_CLASSES[outcome].line, className)}
    >
      <OutcomePaths outcome={outcome} />
    </svg>
  );
}

/** The shape's paths in the current colour, for drawings that are an SVG themselves (16 × 16 from the origin). */
export function OutcomePaths({ outcome }: { readonly outcome: Outcome }) {
  const paths: readonly ShapePath[] = OUTCOME_SHAPES[outcome];
  return paths.map((path) =>
    path.filled ? (
      <path key={path.d} d={path.d} fill="currentColor" fillRule="evenodd" />
    ) : (
      <path
        key={path.d}
        d={path.d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap={path.dash ? 'butt' : 'round'}
        strokeLinejoin="round"
        strokeDasharray={path.dash}
      />
    ),
  );
}

interface OutcomeMarkProps extends OutcomeShapeProps {
  /** Instead of the outcome's own word. */
  readonly word?: string;
  /** The word is for screen readers alone; only where the same is said in writing nearby. */
  readonly wordHidden?: boolean;
}

/** Shape, colour and word of an outcome. */
export function OutcomeMark({ outcome, word = OUTCOME_WORDS[outcome], wordHidden, className }: OutcomeMarkProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <OutcomeShape outcome={outcome} {...(className ? { className } : {})} />
      {wordHidden ? (
        <VisuallyHidden>{word}</VisuallyHidden>
      ) : (
        <span className={OUTCOME_CLASSES[outcome].text}>{word}</span>
      )}
    </span>
  );
}
