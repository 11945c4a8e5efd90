import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

/** `primary`: the one next thing to do. `quiet`: no edge until pointed at. `danger`: takes something away. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'medium' | 'small';

const LOOKS = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-line-control bg-surface-raised hover:bg-surface-sunken',
  quiet: 'border-transparent hover:bg-surface-sunken',
  danger: 'border-denies-line bg-surface-raised text-denies-text hover:bg-denies-fill',
} satisfies Record<ButtonLook, string>;

const SIZES = {
  medium: 'h-9 px-3.5 text-base',
  small: 'h-7 px-2.5 text-small',
} satisfies Record<ButtonSize, string>;

/** The look of a button, for links that lead on as buttons do. */
export function buttonClasses(look: ButtonLook = 'secondary', size: ButtonSize = 'medium'): string {
  return classes(
    'target inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border',
    'font-strong no-underline transition-colors',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-text-muted',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60',
    LOOKS[look],
    SIZES[size],
  );
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  /** A 16 px drawing before the words; they say the same, so it is hidden from screen readers by its maker. */
  readonly icon?: ReactNode;
  readonly type?: 'button' | 'submit';
}

export function Button({ look, size, icon, type = 'button', className, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={classes(buttonClasses(look, size), className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}
