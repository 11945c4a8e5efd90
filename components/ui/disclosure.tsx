import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  /** Told when it was opened or closed. */
  readonly onOpen?: (open: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something that is there when one asks for it. The browser's own element: find-in-page opens it too. */
export function Disclosure({ summary, open, onOpen, className, children }: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={(event) => onOpen?.(event.currentTarget.open)}
      className={classes('group/disclosure min-w-0', className)}
    >
      <summary className="target -mx-1 flex list-none items-center gap-1.5 rounded-control px-1 py-1 hover:bg-surface-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-text-muted transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="pt-1.5 pl-[1.375rem]">{children}</div>
    </details>
  );
}
