'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** One sentence on what is asked or shown. */
  readonly description: ReactNode;
  /** The buttons at the bottom, the primary one last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Stops everything else, so: for the few questions that must be answered first. Brings Radix: not for the start page. */
export function Dialog({ open, onOpenChange, title, description, actions, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_270/0.5)]" />
        <Radix.Content className="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(34rem,calc(100vw-2rem))] overflow-auto rounded-panel border border-line bg-surface-raised p-5 shadow-popover">
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-title">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden className="size-4" />} className="-mt-1 -mr-1" />
            </Radix.Close>
          </div>
          <Radix.Description className="mt-1 text-text-muted">{description}</Radix.Description>
          {children && <div className="mt-4">{children}</div>}
          {actions && <div className="mt-5 flex flex-wrap justify-end gap-2">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
