import type { RefObject } from 'react';
import type { TextEdit } from '@/lib/text/edit';
import { positionAt, type Range } from '@/lib/text/range';
import type { EditorHandle, EditorPlace } from './editor-handle';
import { type Lines, withNewlines } from './lines';
import { setUpMonaco } from './monaco';
import type { CodeEditor, CodeModel } from './monaco-types';

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
      const { Range: Place } = setUpMonaco();
      editor.setSelection(new Place(start.line, start.column, end.line, end.column));
      editor.revealLineInCenterIfOutsideViewport(start.line);
      host.current?.scrollIntoView({ block: 'nearest' });
      editor.focus();
    },
    apply: (edits, selection) => editor && applyIn(editor, edits, selection),
    suggest: () => {
      editor?.focus();
      editor?.trigger('help', 'editor.action.triggerSuggest', {});
    },
    focus: () => editor?.focus(),
  };
}

/** Changes the text as if it had been typed; several edits count in the text before all of them. */
export function applyIn(editor: CodeEditor, edits: readonly TextEdit[], selection?: Range): void {
  const model = editor.getModel();
  if (!model) return;
  const { Range: Place } = setUpMonaco();
  const placeIn = ({ start, end }: Range) => Place.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  editor.executeEdits(
    'help',
    edits.map(({ range, text }) => ({ range: placeIn(range), text })),
  );
  if (selection) editor.setSelection(placeIn(selection));
}
