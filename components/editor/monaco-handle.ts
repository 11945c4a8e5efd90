import type { RefObject } from 'react';
import { positionAt } from '@/lib/text/range';
import type { EditorHandle, EditorPlace } from './editor-handle';
import { type Lines, withNewlines } from './lines';
import { type CodeEditor, type CodeModel, setUpMonaco } from './monaco';

/** A new model for a text, shown in the editor. Every line ends with `\n`, as in a text area. */
export function openModel(editor: CodeEditor, text: string): CodeModel {
  const monaco = setUpMonaco();
  const model = monaco.editor.createModel(withNewlines(text), 'json');
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  editor.setModel(model);
  return model;
}

/** Where caret and view stand, for the editor that takes this one's place. */
export function placeOf(editor: CodeEditor): EditorPlace {
  const model = editor.getModel();
  const selection = editor.getSelection();
  return {
    selection:
      model && selection
        ? { start: model.getOffsetAt(selection.getStartPosition()), end: model.getOffsetAt(selection.getEndPosition()) }
        : { start: 0, end: 0 },
    scrollTop: editor.getScrollTop(),
    focused: editor.hasTextFocus(),
  };
}

/** What Monaco lets others do with it. */
export function monacoHandle(
  editor: CodeEditor | undefined,
  host: RefObject<HTMLElement | null>,
  lines: Lines,
): EditorHandle {
  return {
    reveal: (range) => {
      if (!editor) return;
      const start = positionAt(lines.starts, range.start);
      const end = positionAt(lines.starts, range.end);
      const { Range } = setUpMonaco();
      editor.setSelection(new Range(start.line, start.column, end.line, end.column));
      editor.revealLineInCenterIfOutsideViewport(start.line);
      host.current?.scrollIntoView({ block: 'nearest' });
      editor.focus();
    },
  };
}
