import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label'> {
  /** What it does; also shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
}

/** A button that is a drawing alone. */
export function IconButton({ label, icon, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      className={classes(
        'target inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-muted transition-colors',
        'hover:bg-surface-sunken hover:text-text aria-pressed:bg-accent-fill aria-pressed:text-accent',
        'disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
