'use client';

import { type ClipboardEvent, useRef } from 'react';
import { takePaste } from '@/components/evidence/take-paste';
import { FileButton } from '@/components/shell/file-button';
import { useWorkspace } from '@/components/workspace/store';
import type { NewPolicy } from '@/lib/diagnosis/edit-policies';
import type { PolicyType } from '@/lib/iam/policy-type';
import { showEditor } from './add-policy';
import { DropTarget } from './drop-target';

interface PasteWellProps {
  readonly policy: Pick<NewPolicy, 'type' | 'attachedTo'>;
  /** "Paste the boundary here". */
  readonly label: string;
}

/** So that others can lead here. */
export function pasteWellId(type: PolicyType): string {
  return `paste-${type}`;
}

/** Looks like an editor without a policy: what is pasted, typed or dropped here becomes one. */
export function PasteWell({ policy, label }: PasteWellProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const tell = (message: string) =>
    useWorkspace.getState().tell({ kind: 'paste', severity: 'error', message, problems: [] });
  const take = async (text: string) => {
    const before = useWorkspace.getState().policyKeys;
    const refused = await takePaste(text, policy);
    if (refused) tell(refused);
    const added = useWorkspace.getState().policyKeys.find((key) => !before.includes(key));
    if (added !== undefined) showEditor(added);
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    void take(event.clipboardData.getData('text/plain'));
  };
  /** The first letters go on in an editor of their own, with the caret behind them. */
  const begin = () => {
    const text = area.current?.value ?? '';
    if (text === '') return;
    const key = useWorkspace.getState().addPolicy({ ...policy, text });
    if (key !== undefined) showEditor(key, text.length);
  };
  // A finger's keyboard would close when the field goes, so there the text waits for the end of typing.
  const waits = () => window.matchMedia('(pointer: coarse)').matches;
  return (
    <DropTarget onText={(text) => void take(text)} disabled={false}>
      <div className="relative">
        <textarea
          ref={area}
          id={pasteWellId(policy.type)}
          rows={5}
          aria-label={label}
          placeholder={`${label}, or drop a file`}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          data-own-undo
          onPaste={onPaste}
          onInput={() => {
            if (!waits()) begin();
          }}
          onBlur={begin}
          className="block w-full resize-none rounded-control border border-line-control border-dashed bg-surface px-4 pt-3 pb-11 font-mono text-small [font-variant-ligatures:none] placeholder:text-text-muted focus-visible:outline-offset-0"
        />
        <div className="absolute bottom-1.5 left-1.5">
          <FileButton look="quiet" label="Open a file" onText={(text) => void take(text)} onRefused={tell} />
        </div>
      </div>
    </DropTarget>
  );
}
