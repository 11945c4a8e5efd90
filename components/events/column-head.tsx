'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from '@/components/ui/classes';
import type { SortKey } from '@/lib/cloudtrail/arrange';
import { useEvents } from './events-store';

interface ColumnHeadProps {
  readonly by: SortKey;
  readonly label: string;
  /** Numbers and times begin with the largest. */
  readonly startsDescending?: boolean;
  readonly className?: string;
}

/** The head of a column: a click orders by it, one more turns the order round. */
export function ColumnHead({ by, label, startsDescending = false, className }: ColumnHeadProps) {
  const order = useEvents((state) => state.order);
  const { setOrder } = useEvents.getState();
  const isCurrent = order.by === by;
  const Arrow = order.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isCurrent ? (order.isDescending ? 'descending' : 'ascending') : undefined}
      className={classes('pb-1.5 font-normal', className)}
    >
      <button
        type="button"
        onClick={() => setOrder({ by, isDescending: isCurrent ? !order.isDescending : startsDescending })}
        className={classes(
          'target -mx-1 inline-flex items-center gap-1 rounded-control px-1 text-small hover:text-text',
          isCurrent ? 'font-strong text-text' : 'text-text-muted',
        )}
      >
        {label}
        {isCurrent && <Arrow aria-hidden className="size-3.5" />}
      </button>
    </th>
  );
}
