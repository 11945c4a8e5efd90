interface TimelineBarsProps {
  readonly counts: readonly number[];
  /** The count that is drawn as high as the picture. */
  readonly highest: number;
  readonly className: string;
}

const HIGH = 24;

/** Counts as bars of equal width, from the oldest; what they say is said beside them. */
export function TimelineBars({ counts, highest, className }: TimelineBarsProps) {
  return (
    <svg
      viewBox={`0 0 ${counts.length} ${HIGH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={`block text-accent forced-color-adjust-auto ${className}`}
    >
      {counts.map((count, place) => {
        // What is there at all is seen.
        const high = count === 0 ? 0 : Math.max(2, (count / Math.max(1, highest)) * HIGH);
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of the timeline is its place.
        return <rect key={place} x={place + 0.1} y={HIGH - high} width={0.8} height={high} fill="currentColor" />;
      })}
      <path
        d={`M0 ${HIGH}H${counts.length}`}
        stroke="var(--color-line)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
