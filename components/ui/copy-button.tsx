'use client';

import { Check, Copy } from 'lucide-react';
import { Button, type ButtonLook, type ButtonSize } from './button';
import { IconButton } from './icon-button';
import { useCopied } from './use-copied';
import { VisuallyHidden } from './visually-hidden';

interface CopyButtonProps {
  /** The text, or what makes it at the time of the click. */
  readonly text: string | (() => string);
  /** "Copy link". */
  readonly label?: string;
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  /** A drawing alone: beside a line of code. */
  readonly iconOnly?: boolean;
  readonly className?: string;
}

const SAID = { idle: '', copied: 'Copied', failed: 'The browser did not allow copying. Select the text and copy it.' };

/** Copies, and says so in its own place and to screen readers. */
export function CopyButton({ text, label = 'Copy', look, size = 'small', iconOnly, className }: CopyButtonProps) {
  const [state, copy] = useCopied();
  const icon = state === 'copied' ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />;
  const onClick = () => copy(typeof text === 'string' ? text : text());
  const shown = state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied' : label;
  return (
    <>
      {iconOnly ? (
        <IconButton
          label={label}
          title={shown}
          icon={icon}
          onClick={onClick}
          className={`${state === 'copied' ? 'text-allows-text ' : ''}${className ?? ''}`}
        />
      ) : (
        <Button {...(look ? { look } : {})} size={size} icon={icon} onClick={onClick} className={className}>
          {/* Both words lie in one cell, so that the button keeps its width. */}
          <span className="grid text-center">
            <span className="col-start-1 row-start-1">{shown}</span>
            <span aria-hidden className="invisible col-start-1 row-start-1">
              {label.length > 6 ? label : 'Copied'}
            </span>
          </span>
        </Button>
      )}
      <span role="status">
        <VisuallyHidden>{SAID[state]}</VisuallyHidden>
      </span>
    </>
  );
}
