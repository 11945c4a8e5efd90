'use client';

import { classes } from '@/components/ui/classes';

interface InPlaceInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  /** The id of a list of suggestions. */
  readonly list?: string;
  readonly className?: string;
}

/** A name that can be typed over where it stands: an edge shows when one points at it or types. */
export function InPlaceInput({ label, value, onChange, placeholder, readOnly, list, className }: InPlaceInputProps) {
  return (
    <input
      type="text"
      aria-label={label}
      title={readOnly ? undefined : label}
      value={value}
      readOnly={readOnly}
      placeholder={placeholder}
      list={list}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classes(
        'target field-sizing-content h-7 min-w-[6ch] max-w-full truncate rounded-control border border-transparent bg-transparent px-1.5 placeholder:text-text-muted',
        'hover:not-read-only:border-line-control focus:not-read-only:border-line-control focus:not-read-only:bg-surface-raised',
        className,
      )}
    />
  );
}
