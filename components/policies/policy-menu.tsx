'use client';

import { ClipboardPaste, Ellipsis, FileUp, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { readTextFile } from '@/components/shell/read-file';
import { undo } from '@/components/shell/undo';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toasts';
import { focusStepHeading } from '@/components/wizard/wizard-context';
import type { PolicyEntry } from '@/components/workspace/selectors';
import { useWorkspace } from '@/components/workspace/store';
import { code } from '@/lib/text/wording';
import { pasteInto } from './paste-into';

interface PolicyMenuProps {
  readonly entry: PolicyEntry;
  readonly details: boolean;
  readonly onDetails: () => void;
}

const ICON = 'size-4 shrink-0 text-text-muted';

/** What else can be done with a policy. */
export function PolicyMenu({ entry, details, onDetails }: PolicyMenuProps) {
  const { key, policy } = entry;
  const { setPolicyText, removePolicy, tell } = useWorkspace.getState();
  const input = useRef<HTMLInputElement>(null);
  const name = policy.name ?? 'this policy';
  const remove = () => {
    removePolicy(key);
    // The menu's button, which would get the focus back, goes with the policy.
    focusStepHeading();
    showToast(`Removed ${code(name)}.`, { label: 'Undo', run: undo });
  };
  const open = async (file: File) => {
    const read = await readTextFile(file);
    if ('text' in read) setPolicyText(key, read.text);
    else tell({ kind: 'paste', severity: 'error', message: read.refused, problems: [] });
  };
  const items: readonly MenuItem[] = [
    {
      id: 'paste',
      label: 'Paste from the clipboard',
      icon: <ClipboardPaste aria-hidden className={ICON} />,
      onSelect: () => void pasteInto(key),
    },
    {
      id: 'file',
      label: 'Open a file…',
      icon: <FileUp aria-hidden className={ICON} />,
      onSelect: () => input.current?.click(),
    },
    {
      id: 'details',
      label: details ? 'Hide the details' : 'Type and ARN…',
      icon: <SlidersHorizontal aria-hidden className={ICON} />,
      onSelect: onDetails,
    },
    {
      id: 'remove',
      label: 'Remove',
      icon: <Trash2 aria-hidden className="size-4 shrink-0" />,
      danger: true,
      separated: true,
      onSelect: remove,
    },
  ];
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void open(file);
        }}
      />
      <Menu
        items={items}
        trigger={<IconButton label={`More for ${name}`} icon={<Ellipsis aria-hidden className="size-4" />} />}
      />
    </>
  );
}
