'use client';

import { useEffect, useRef } from 'react';
import type { HostedEditorProps } from './editor-handle';
import { editorKey } from './editor-key';
import { historyKey } from './history-key';
import { applyIn } from './monaco-handle';
import type { CodeEditor } from './monaco-types';

type Keys = Pick<HostedEditorProps, 'readOnly' | 'onUndo' | 'onRedo' | 'onEscape' | 'help'>;

/** Widgets inside the editor that Escape closes first. */
const OPEN_WIDGETS = '.find-widget.visible, .monaco-hover:not(.hidden), .suggest-widget.visible';

/** Undo and redo go to the document's history, and Escape leads out, before Monaco sees the keys. */
export function useMonacoKeys(editor: CodeEditor | undefined, keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const element = editor?.getDomNode();
    if (!editor || !element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // In the find box the keys belong to the find box.
      if (!editor.hasTextFocus()) return;
      const direction = historyKey(event);
      const { readOnly, onUndo, onRedo, onEscape, help } = latest.current;
      const step = direction === 'undo' ? onUndo : direction === 'redo' ? onRedo : undefined;
      if (step) {
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) step();
      } else if (help && editorKey(event) === 'format') {
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) applyIn(editor, help.tools.formatJson(editor.getModel()?.getValue() ?? ''));
      } else if (event.key === 'Escape' && !event.isComposing && canLeave(editor, element)) {
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      }
    };
    element.addEventListener('keydown', onKeyDown, { capture: true });
    return () => element.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [editor]);
}

function canLeave(editor: CodeEditor, element: HTMLElement): boolean {
  return (editor.getSelections()?.length ?? 1) === 1 && element.querySelector(OPEN_WIDGETS) === null;
}
