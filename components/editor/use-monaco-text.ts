'use client';

import { useLayoutEffect, useRef } from 'react';
import { Echoes } from './echoes';
import { withNewlines } from './lines';
import { setUpMonaco } from './monaco';
import type { CodeEditor } from './monaco-types';
import type { PolicyEditorProps } from './policy-editor-props';
import { textChange } from './text-change';

type Changes = Pick<PolicyEditorProps, 'text' | 'onChange'>;

/** Keeps Monaco's model and `text` alike; what changes from outside is put in as the smallest edit. */
export function useMonacoText(editor: CodeEditor | undefined, { text, onChange }: Changes): void {
  const latest = useRef(onChange);
  const echoes = useRef(new Echoes());
  const ours = useRef(false);
  useLayoutEffect(() => {
    latest.current = onChange;
  });

  useLayoutEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    const subscription = model.onDidChangeContent(() => {
      if (ours.current) return;
      const value = model.getValue();
      echoes.current.add(value);
      latest.current?.(value);
    });
    return () => subscription.dispose();
  }, [editor]);

  useLayoutEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || echoes.current.takes(text)) return;
    const change = textChange(model.getValue(), withNewlines(text));
    if (!change) return;
    const monaco = setUpMonaco();
    const from = model.getPositionAt(change.start);
    const to = model.getPositionAt(change.start + change.removed);
    ours.current = true;
    model.applyEdits([{ range: monaco.Range.fromPositions(from, to), text: change.inserted }]);
    ours.current = false;
    // A caret inside the change (an undo) goes to its end, and into view.
    const end = model.getPositionAt(change.start + change.inserted.length);
    if (editor.hasTextFocus()) editor.revealPositionInCenterIfOutsideViewport(end);
  }, [editor, text]);
}
