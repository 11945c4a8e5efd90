'use client';

import { type DragEvent, type ReactNode, useState } from 'react';
import { readTextFile } from '@/components/shell/read-file';
import { classes } from '@/components/ui/classes';
import { useWorkspace } from '@/components/workspace/store';

interface DropTargetProps {
  readonly onText: (text: string) => void;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

/** Takes a file dropped here before the page as a whole takes it. */
export function DropTarget({ onText, disabled, children }: DropTargetProps) {
  const [over, setOver] = useState(false);
  const takes = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  const onDrop = async (event: DragEvent) => {
    if (!takes(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    // The page's own listener takes its overlay away, but not the file.
    window.dispatchEvent(new Event('dragend'));
    const [file] = event.dataTransfer.files;
    if (!file) return;
    const read = await readTextFile(file);
    if ('text' in read) onText(read.text);
    else useWorkspace.getState().tell({ kind: 'paste', severity: 'error', message: read.refused, problems: [] });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a twin for the keyboard in the policy's menu.
    <div
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => void onDrop(event)}
      className={classes(
        'rounded-control',
        over && 'relative z-50 bg-accent-fill outline-2 outline-accent outline-dashed outline-offset-4',
      )}
    >
      {children}
    </div>
  );
}
