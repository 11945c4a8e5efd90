'use client';

import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from './visually-hidden';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** With an icon, the label is for screen readers and on hover. */
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: ReactNode }[];
}

/** One of two to four, all in sight: a radio group drawn as one bar. */
export function Choice<T extends string>({ label, value, onChange, options }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="inline-flex w-fit rounded-control border border-line-control bg-surface-raised p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={option.icon ? option.label : undefined}
          className="target relative inline-flex h-7 min-w-7 cursor-pointer items-center justify-center rounded-[4px] px-1.5 text-small text-text-muted transition-colors hover:text-text has-checked:bg-accent-fill has-checked:font-strong has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {option.icon}
          {option.icon ? <VisuallyHidden>{option.label}</VisuallyHidden> : option.label}
        </label>
      ))}
    </fieldset>
  );
}
