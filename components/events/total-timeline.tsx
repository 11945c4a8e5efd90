import type { Timeline } from '@/lib/cloudtrail/timeline';
import { sayNumber } from '@/lib/text/wording';
import { sayCount, sayStep, sayTime } from './say';
import { TimelineBars } from './timeline-bars';

/** When the denials were, all together. */
export function TotalTimeline({ timeline }: { readonly timeline: Timeline }) {
  const { counts, from, step } = timeline;
  const highest = Math.max(...counts);
  const peak = from + counts.indexOf(highest) * step;
  return (
    <figure>
      <div className="flex items-end gap-2">
        <TimelineBars counts={counts} highest={highest} className="h-14 min-w-0 flex-1" />
        <span aria-hidden className="self-start text-small text-text-muted tabular-nums">
          {sayNumber(highest)}
        </span>
      </div>
      <p aria-hidden className="mt-1 flex justify-between gap-4 pr-8 text-small text-text-muted tabular-nums">
        <span>{sayTime(from)}</span>
        {counts.length > 1 && <span>{sayTime(from + counts.length * step)}</span>}
      </p>
      <figcaption className="text-small text-text-muted">
        Each bar is {sayStep(step)}. Most at once: {sayCount(highest, 'denial', 'denials')} from {sayTime(peak)} (UTC).
      </figcaption>
    </figure>
  );
}
