'use client';

import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { shownTheme, subscribeToTheme } from '@/components/ui/theme';
import { decorations } from './decorations';
import type { EditorPlace, HostedEditorProps } from './editor-handle';
import { editorHeight, numberWidth } from './gutter';
import { setUpMonaco } from './monaco';
import { monacoHandle, openModel, placeOf } from './monaco-handle';
import { themeName } from './monaco-theme';
import type { CodeEditor, Decorations } from './monaco-types';
import { takeStage } from './stage';
import { useLongPastes, wrappingStrategy } from './use-long-pastes';
import { useMonacoHelp } from './use-monaco-help';
import { useMonacoKeys } from './use-monaco-keys';
import { useMonacoText } from './use-monaco-text';

/** Monaco in this editor's place: the page's one instance, with a model for this text. */
export function MonacoEditor(props: HostedEditorProps) {
  const { text, label, marks, readOnly, placeholder, lines, place, handle, onFail } = props;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor>();
  const [columns, setColumns] = useState(0);
  const first = useRef({ text, place });
  const fail = useRef(onFail);

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const { text: firstText, place: carried } = first.current;
    try {
      const stage = takeStage(element);
      stage.editor.updateOptions({ wrappingStrategy: wrappingStrategy(firstText.length) });
      const model = openModel(stage.editor, firstText);
      const resize = () => {
        element.style.height = `${editorHeight(stage.editor.getContentHeight(), window.innerHeight)}px`;
        stage.editor.layout();
      };
      resize();
      enter(stage.editor, carried.current);
      setColumns(stage.editor.getLayoutInfo().viewportColumn);
      setEditor(stage.editor);
      const subscriptions = [
        stage.editor.onDidContentSizeChange((change) => change.contentHeightChanged && resize()),
        stage.editor.onDidLayoutChange((layout) => setColumns(layout.viewportColumn)),
      ];
      window.addEventListener('resize', resize);
      return () => {
        carried.current = placeOf(stage.editor);
        for (const subscription of subscriptions) subscription.dispose();
        window.removeEventListener('resize', resize);
        model.dispose();
        stage.element.remove();
      };
    } catch {
      fail.current();
      return undefined;
    }
  }, []);

  useLayoutEffect(() => {
    editor?.updateOptions({
      readOnly: readOnly ?? false,
      placeholder: placeholder ?? '',
      ariaLabel: `${label}. Escape leaves the editor.`,
      lineNumbersMinChars: numberWidth(lines.lines.length),
      wrappingStrategy: wrappingStrategy(lines.text.length),
    });
  }, [editor, label, readOnly, placeholder, lines]);

  useMonacoText(editor, props);
  useMonacoKeys(editor, props);
  useLongPastes(editor);
  useImperativeHandle(handle, () => monacoHandle(editor, host, lines), [editor, lines]);

  useMonacoHelp(editor, props);

  const drawn = useRef<Decorations>(undefined);
  useLayoutEffect(() => {
    if (!editor) return;
    drawn.current ??= editor.createDecorationsCollection();
    drawn.current.set(decorations(lines, marks, columns));
  }, [editor, lines, marks, columns]);
  useEffect(() => () => drawn.current?.clear(), []);

  const theme = useSyncExternalStore(subscribeToTheme, shownTheme, () => 'light' as const);
  useLayoutEffect(() => setUpMonaco().editor.setTheme(themeName(theme)), [theme]);

  return <div ref={host} className="pe-host" />;
}

function enter(editor: CodeEditor, place: EditorPlace | undefined): void {
  const model = editor.getModel();
  if (!place || !model) return;
  const { start, end } = place.selection;
  editor.setSelection(setUpMonaco().Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
  editor.setScrollTop(place.scrollTop);
  if (place.focused) editor.focus();
}
