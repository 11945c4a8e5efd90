import type { ReactNode } from 'react';

/** What every field has around its control. */
export interface FieldProps {
  readonly label: string;
  /** Beside the label, quiet: where the value came from. */
  readonly note?: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; the control is marked invalid while it is there. */
  readonly problem?: ReactNode;
}

export const CONTROL_CLASSES =
  'w-full min-w-0 rounded-control border border-line-control bg-surface-raised text-text placeholder:text-text-muted ' +
  'hover:border-text-muted focus-visible:outline-offset-0 aria-invalid:border-denies-line';

/** The attributes that tie a control to its hint and problem. */
export function fieldAttributes(id: string, { hint, problem }: FieldProps) {
  const described = [problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined };
}

/** Label, control, hint and problem, one under the other. */
export function Field({
  id,
  label,
  note,
  hint,
  problem,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2 text-small">
        <label htmlFor={id} className="font-strong">
          {label}
        </label>
        {note && <span className="min-w-0 truncate text-text-muted">{note}</span>}
      </div>
      {children}
      {problem && (
        <p id={`${id}-problem`} className="text-denies-text text-small">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-small text-text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
