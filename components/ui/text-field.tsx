'use client';

import { type ComponentProps, useId } from 'react';
import { classes } from './classes';
import { CONTROL_CLASSES, Field, type FieldProps, fieldAttributes } from './field';

export interface TextFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'id' | 'className'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For ARNs, actions and other code. */
  readonly code?: boolean;
}

/** One line of text with a label. Nothing is corrected, completed or remembered by the browser unless asked for. */
export function TextField({ label, note, hint, problem, value, onChange, code, ...rest }: TextFieldProps) {
  const id = useId();
  const field = { label, note, hint, problem };
  return (
    <Field id={id} {...field}>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
        {...fieldAttributes(id, field)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes(
          CONTROL_CLASSES,
          'read-only:bg-surface-sunken h-9 px-2.5 pointer-coarse:h-11',
          code ? 'font-mono text-small pointer-coarse:text-[1rem]' : 'pointer-coarse:text-[1rem]',
        )}
      />
    </Field>
  );
}
