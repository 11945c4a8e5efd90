'use client';

import { ClipboardPaste, Plus } from 'lucide-react';
import { FileButton } from '@/components/shell/file-button';
import { Button } from '@/components/ui/button';
import { useWorkspace } from '@/components/workspace/store';
import type { NewPolicy } from '@/lib/diagnosis/edit-policies';
import { pasteInto } from './paste-into';

interface AddPolicyProps {
  readonly policy: Omit<NewPolicy, 'text'>;
  readonly label: string;
}

/** Adds a policy: an empty one to type or paste into, from the clipboard, or from a file. */
export function AddPolicy({ policy, label }: AddPolicyProps) {
  const { addPolicy, tell } = useWorkspace.getState();
  const add = () => {
    const key = addPolicy(policy);
    if (key !== undefined) showEditor(key);
    return key;
  };
  const paste = () => {
    const key = add();
    if (key !== undefined) void pasteInto(key);
  };
  const addFile = (text: string, fileName: string) => {
    addPolicy({ ...policy, text, name: fileName.replace(/\.(json|txt)$/i, '') });
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button size="small" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
        {label}
      </Button>
      <Button
        size="small"
        look="quiet"
        className="font-normal!"
        icon={<ClipboardPaste aria-hidden className="size-4" />}
        onClick={paste}
      >
        Paste
      </Button>
      <FileButton
        look="quiet"
        label="Open a file"
        onText={addFile}
        onRefused={(message) => tell({ kind: 'paste', severity: 'error', message, problems: [] })}
      />
    </div>
  );
}

/** Brings a new policy's editor into view, with the caret in it. */
export function showEditor(key: string, caret = 0): void {
  const { policyKeys, jumpTo } = useWorkspace.getState();
  jumpTo(policyKeys.indexOf(key), { start: caret, end: caret });
}
