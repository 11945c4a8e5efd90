'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { Echoes } from './echoes';
import { historyKey } from './history-key';
import { withNewlines } from './lines';
import type { PolicyEditorProps } from './policy-editor-props';
import { offsetAfter, textChange } from './text-change';

type Changes = Pick<PolicyEditorProps, 'text' | 'readOnly' | 'onChange' | 'onUndo' | 'onRedo'>;

/**
 * Keeps a text area and `text` alike. The area holds its own text, so that the browser's input methods are never
 * disturbed; what changes from outside is put in without losing the caret.
 */
export function usePlainText(
  area: RefObject<HTMLTextAreaElement | null>,
  changes: Changes,
): { readonly onInput: () => void } {
  const latest = useRef(changes);
  const echoes = useRef(new Echoes());
  const stepping = useRef(false);
  useLayoutEffect(() => {
    latest.current = changes;
  });

  const { text } = changes;
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || echoes.current.takes(text)) return;
    const next = withNewlines(text);
    const change = textChange(element.value, next);
    if (!change) return;
    const { selectionStart, selectionEnd, selectionDirection } = element;
    element.value = next;
    const end = change.start + change.inserted.length;
    // After an undo the caret stands where the change was; after any other change where it stood.
    if (stepping.current) element.setSelectionRange(end, end);
    else {
      element.setSelectionRange(
        offsetAfter(change, selectionStart),
        offsetAfter(change, selectionEnd),
        selectionDirection,
      );
    }
  }, [area, text]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const step = (direction: 'undo' | 'redo', event: Event) => {
      const run = direction === 'undo' ? latest.current.onUndo : latest.current.onRedo;
      if (!run) return;
      event.preventDefault();
      if (latest.current.readOnly) return;
      stepping.current = true;
      run();
      // The new text is there by the next frame.
      requestAnimationFrame(() => {
        stepping.current = false;
      });
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = historyKey(event);
      if (direction) step(direction, event);
    };
    // Undo from the browser's menus.
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType === 'historyUndo') step('undo', event);
      if (event.inputType === 'historyRedo') step('redo', event);
    };
    element.addEventListener('keydown', onKeyDown);
    element.addEventListener('beforeinput', onBeforeInput);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('beforeinput', onBeforeInput);
    };
  }, [area]);

  const onInput = () => {
    const value = area.current?.value ?? '';
    echoes.current.add(value);
    latest.current.onChange?.(value);
  };
  return { onInput };
}
