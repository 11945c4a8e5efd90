'use client';

import { Command } from 'cmdk';
import { useMemo } from 'react';
import { commandsOf } from './commands';

interface CommandListProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly openStep: Parameters<typeof commandsOf>[0]['openStep'];
  readonly openPage: Parameters<typeof commandsOf>[0]['openPage'];
}

/** Everything that can be done, found by typing. Loaded when it is first asked for. */
export default function CommandList({ open, onOpenChange, openStep, openPage }: CommandListProps) {
  const groups = useMemo(() => commandsOf({ openStep, openPage }), [openStep, openPage]);
  return (
    <Command.Dialog
      label="Commands"
      open={open}
      onOpenChange={onOpenChange}
      overlayClassName="fixed inset-0 z-40 bg-[oklch(0.15_0.02_270/0.5)]"
      contentClassName="-translate-x-1/2 fixed top-[12vh] left-1/2 z-50 w-[min(34rem,calc(100vw-2rem))] overflow-hidden rounded-panel border border-line bg-surface-raised shadow-popover"
    >
      <Command.Input
        data-own-undo
        placeholder="What do you want to do?"
        className="h-12 w-full border-line border-b bg-transparent px-4 outline-none placeholder:text-text-muted"
      />
      <Command.List className="max-h-[50vh] overflow-auto p-1.5 [scrollbar-width:thin]">
        <Command.Empty className="px-3 py-4 text-text-muted">No command is called that.</Command.Empty>
        {groups.map((group) => (
          <Command.Group
            key={group.heading}
            heading={group.heading}
            className="**:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-small **:[[cmdk-group-heading]]:text-text-muted"
          >
            {group.commands.map((command) => (
              <Command.Item
                key={command.label}
                value={command.label}
                onSelect={() => {
                  onOpenChange(false);
                  command.run();
                }}
                className="target flex cursor-pointer items-center justify-between gap-3 rounded-control px-3 py-1.5 data-[selected=true]:bg-surface-sunken data-[selected=true]:outline-2 data-[selected=true]:outline-accent data-[selected=true]:-outline-offset-2"
              >
                {command.label}
                {command.key && <kbd className="text-small text-text-muted">{command.key}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
