'use client';

import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classes } from './classes';
import { CONTROL_CLASSES, Field, type FieldProps, fieldAttributes } from './field';

export interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

/** One of a few: the browser's own list, which every phone and screen reader knows. */
export function SelectField<T extends string>({ value, options, onChange, disabled, ...field }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <span className="relative block">
        <select
          {...fieldAttributes(id, field)}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
          className={classes(CONTROL_CLASSES, 'h-9 appearance-none pr-8 pl-2.5 pointer-coarse:h-11')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 size-4 text-text-muted"
        />
      </span>
    </Field>
  );
}
