'use client';

import { useEffect, useRef } from 'react';
import type { HostedEditorProps } from './editor-handle';
import { serveMonaco } from './monaco-language';
import type { CodeEditor } from './monaco-types';

/** Tells Monaco what this editor's help knows, and the page where its caret stands. */
export function useMonacoHelp(
  editor: CodeEditor | undefined,
  { help, onCaret }: Pick<HostedEditorProps, 'help' | 'onCaret'>,
): void {
  useEffect(() => {
    if (!editor) return;
    serveMonaco(help && { editor, help });
    return () => serveMonaco(undefined);
  }, [editor, help]);

  const latest = useRef(onCaret);
  useEffect(() => {
    latest.current = onCaret;
  });
  useEffect(() => {
    if (!editor) return;
    const subscription = editor.onDidChangeCursorPosition(({ position }) => {
      const model = editor.getModel();
      if (model) latest.current(model.getOffsetAt(position));
    });
    return () => subscription.dispose();
  }, [editor]);
}
