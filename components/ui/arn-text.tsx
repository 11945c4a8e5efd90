'use client';

import { Name } from './code-text';
import { useCopied } from './use-copied';
import { VisuallyHidden } from './visually-hidden';

interface ArnTextProps {
  readonly value: string;
  /** One line, cut with an ellipsis; otherwise as many lines as it takes. */
  readonly oneLine?: boolean;
}

/** An ARN or another long name: the full value on hover, copied by a click. */
export function ArnText({ value, oneLine }: ArnTextProps) {
  const [state, copy] = useCopied();
  return (
    <span className="relative inline-block min-w-0 max-w-full align-bottom">
      <button
        type="button"
        title={`${value}\nClick to copy`}
        onClick={() => copy(value)}
        className={`target-inline max-w-full rounded-[4px] text-left font-mono text-[0.875em] decoration-dotted underline-offset-[3px] hover:underline ${oneLine ? 'block truncate' : ''}`}
      >
        {oneLine ? value : <Name>{value}</Name>}
        <VisuallyHidden> (copy)</VisuallyHidden>
      </button>
      {state !== 'idle' && (
        <span
          aria-hidden
          className="-top-1 -translate-y-full absolute left-0 z-10 rounded-control bg-text px-2 py-0.5 text-small text-surface"
        >
          {state === 'copied' ? 'Copied' : 'Not copied: select the text and copy it'}
        </span>
      )}
      <span role="status">
        <VisuallyHidden>{state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied' : ''}</VisuallyHidden>
      </span>
    </span>
  );
}
