'use client';

import { type ReactNode, useId } from 'react';

interface CheckBoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export function CheckBox({ checked, onChange, label, hint, disabled }: CheckBoxProps) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="mt-[0.2em] size-[1.15em] shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="pointer-coarse:-my-2.5 block cursor-pointer pointer-coarse:py-2.5">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
