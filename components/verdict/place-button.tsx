import type { ReactNode } from 'react';
import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { Outcome } from '@/components/ui/outcome-shapes';

interface PlaceButtonProps {
  readonly outcome?: Outcome;
  /** A drawing instead of an outcome's shape. */
  readonly icon?: ReactNode;
  /** Where it leads: "SCP at Root", "lines 4–9". */
  readonly place: string;
  readonly lines?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A place in a policy, in words; a click shows it there. */
export function PlaceButton({ outcome, icon, place, lines, onClick, children }: PlaceButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="target -mx-1.5 flex w-[calc(100%+0.75rem)] items-start gap-2 rounded-control px-1.5 py-1 text-left transition-colors hover:bg-surface-sunken"
    >
      <span className="mt-[0.22em] shrink-0">{outcome ? <OutcomeShape outcome={outcome} /> : icon}</span>
      <span className="min-w-0">
        <span className="block">{children}</span>
        <span className="block text-small text-text-muted">
          {place}
          {lines && (
            <>
              , <span className="whitespace-nowrap">{lines}</span>
            </>
          )}
        </span>
      </span>
    </button>
  );
}
