'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** Muted, at the end: a key, a date. */
  readonly note?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A line above this item. */
  readonly separated?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** A button. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

/** Actions behind a button. Brings Radix: not for the start page. */
export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(24rem,calc(100vw-1rem))] overflow-auto rounded-panel border border-line bg-surface-raised p-1 shadow-popover"
        >
          {items.map((item) => (
            <div key={item.id} role="none">
              {item.separated && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
              <Radix.Item
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
                className={classes(
                  'target flex cursor-pointer items-center gap-2 rounded-[4px] px-2.5 py-1.5 outline-none',
                  'data-highlighted:bg-surface-sunken data-disabled:cursor-not-allowed data-disabled:text-text-muted',
                  'data-highlighted:outline-2 data-highlighted:outline-accent data-highlighted:-outline-offset-2',
                  item.danger && 'text-denies-text',
                )}
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate">{item.label}</span>
                {item.note && <span className="text-small text-text-muted">{item.note}</span>}
              </Radix.Item>
            </div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
