'use client';

import { type ComponentProps, useId } from 'react';
import { classes } from './classes';
import { CONTROL_CLASSES, Field, type FieldProps, fieldAttributes } from './field';

export interface TextAreaProps
  extends FieldProps,
    Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'id' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly code?: boolean;
}

/** Several lines of text with a label; grows with them. */
export function TextArea({ label, note, hint, problem, value, onChange, code, rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  const field = { label, note, hint, problem };
  return (
    <Field id={id} {...field}>
      <textarea
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        rows={rows}
        {...rest}
        {...fieldAttributes(id, field)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes(
          CONTROL_CLASSES,
          'read-only:bg-surface-sunken field-sizing-content block max-h-[60vh] resize-y px-3 py-2 leading-normal',
          code ? 'font-mono text-small pointer-coarse:text-[1rem]' : 'pointer-coarse:text-[1rem]',
        )}
        style={{ minHeight: `calc(${rows} * 1.5em + 1.25rem)` }}
      />
    </Field>
  );
}
