'use client';

import { useEffect, useRef } from 'react';
import type { HostedEditorProps } from './editor-handle';
import { editorKey } from './editor-key';
import { historyKey } from './history-key';
import { setUpMonaco } from './monaco';
import { applyIn } from './monaco-handle';
import type { CodeEditor } from './monaco-types';

type Keys = Pick<HostedEditorProps, 'readOnly' | 'onUndo' | 'onRedo' | 'onEscape' | 'help'>;

/** Where Escape leads out: Monaco knows what it has opened itself, also before it is drawn, and closes that first. */
const NOTHING_TO_CLOSE =
  'editorTextFocus && !editorHasMultipleSelections && !findWidgetVisible && !editorHoverVisible && !suggestWidgetVisible';

/** Undo and redo go to the document's history before Monaco sees the keys, and Escape leads out once it has nothing to close. */
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
      const { readOnly, onUndo, onRedo, help } = latest.current;
      const step = direction === 'undo' ? onUndo : direction === 'redo' ? onRedo : undefined;
      if (step) {
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) step();
      } else if (help && editorKey(event) === 'format') {
        event.preventDefault();
        event.stopPropagation();
        if (!readOnly) applyIn(editor, help.tools.formatJson(editor.getModel()?.getValue() ?? ''));
      }
    };
    element.addEventListener('keydown', onKeyDown, { capture: true });
    const leaving = editor.addAction({
      id: 'leave-editor',
      label: 'Leave the editor',
      keybindings: [setUpMonaco().KeyCode.Escape],
      keybindingContext: NOTHING_TO_CLOSE,
      run: () => latest.current.onEscape(),
    });
    return () => {
      element.removeEventListener('keydown', onKeyDown, { capture: true });
      leaving.dispose();
    };
  }, [editor]);
}
