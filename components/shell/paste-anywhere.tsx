'use client';

import { useEffect, useState } from 'react';
import { historyKey } from '@/components/editor/history-key';
import { takePaste } from '@/components/evidence/take-paste';
import { isField } from '@/components/ui/is-field';
import { useWorkspace } from '@/components/workspace/store';
import { readTextFile } from './read-file';
import { redo, undo } from './undo';

/**
 * What holds for the whole page: a paste where no field has the focus, a file dropped anywhere, and undo. Fields with a
 * text of their own that is not the document's carry `data-own-undo`.
 */
export function PasteAnywhere() {
  const dragging = useDropAnywhere();
  usePasteAnywhere();
  useUndoKeys();
  if (!dragging) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-[color-mix(in_oklab,var(--color-surface)_80%,transparent)] p-6">
      <p className="rounded-panel border-2 border-accent border-dashed bg-surface-raised px-8 py-6 text-lead">
        Drop the file: a message, an event, a policy, or an exported diagnosis
      </p>
    </div>
  );
}

function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || isField(event.target) || text.trim() === '') return;
      event.preventDefault();
      void take(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function useDropAnywhere(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would open the file instead of the page.
      event.preventDefault();
      setDragging(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const onEnd = () => setDragging(false);
    const onDrop = async (event: DragEvent) => {
      setDragging(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      for (const file of [...(event.dataTransfer?.files ?? [])]) {
        const read = await readTextFile(file);
        if ('text' in read) await take(read.text);
        else tellRefusal(read.refused);
      }
    };
    const drop = (event: DragEvent) => void onDrop(event);
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', drop);
    window.addEventListener('dragend', onEnd);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', drop);
      window.removeEventListener('dragend', onEnd);
    };
  }, []);
  return dragging;
}

function useUndoKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = historyKey(event);
      if (!way || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('[data-own-undo]')) return;
      event.preventDefault();
      if (way === 'undo') undo();
      else redo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

async function take(text: string): Promise<void> {
  const refused = await takePaste(text);
  if (refused) tellRefusal(refused);
}

function tellRefusal(message: string): void {
  useWorkspace.getState().tell({ kind: 'paste', severity: 'error', message, problems: [] });
}
