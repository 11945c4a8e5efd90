import { type ReactNode, useId } from 'react';
import { classes } from './classes';

interface PanelProps {
  /** Left out where the content says it. */
  readonly title?: ReactNode;
  readonly level?: 2 | 3;
  /** At the end of the title's line. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A raised part of a page, held by a hairline. Not for panels within panels. */
export function Panel({ title, level = 2, actions, className, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classes('min-w-0 rounded-panel border border-line bg-surface-raised p-4', className)}
    >
      {(title || actions) && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          {title && (
            <Heading id={id} className="text-lead">
              {title}
            </Heading>
          )}
          {actions && <div className="flex items-center gap-1.5">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
