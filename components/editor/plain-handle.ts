import type { RefObject } from 'react';
import { applyEdits, type TextEdit } from '@/lib/text/edit';
import { positionAt, type Range } from '@/lib/text/range';
import type { EditorHandle } from './editor-handle';
import { carryOffset, type Lines, splitLines } from './lines';
import { offsetAfter, textChange } from './text-change';

interface PlainParts {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: Lines;
  readonly onInput: () => void;
  readonly suggest: () => void;
}

/** What the plain editor lets others do with it. */
export function plainHandle({ area, scroller, lines, onInput, suggest }: PlainParts): EditorHandle {
  return {
    reveal: (range) => {
      const element = area.current;
      if (!element) return;
      const shown = splitLines(element.value);
      const start = carryOffset(lines, shown, range.start);
      const end = carryOffset(lines, shown, range.end);
      element.setSelectionRange(start, end);
      lineElement(scroller.current, positionAt(shown.starts, start).line)?.scrollIntoView({ block: 'center' });
      if (!window.matchMedia('(pointer: coarse)').matches) element.focus({ preventScroll: true });
    },
    apply: (edits, selection) => {
      if (!area.current) return;
      change(area.current, edits, selection);
      onInput();
    },
    suggest,
    focus: () => area.current?.focus(),
  };
}

function change(element: HTMLTextAreaElement, edits: readonly TextEdit[], selection: Range | undefined): void {
  const { value: before, selectionStart, selectionEnd } = element;
  const after = applyEdits(before, edits);
  const changed = textChange(before, after);
  if (changed) element.value = after;
  const moved = (offset: number) => (changed ? offsetAfter(changed, offset) : offset);
  const { start, end } = selection ?? { start: moved(selectionStart), end: moved(selectionEnd) };
  element.setSelectionRange(start, end);
}

function lineElement(scroller: HTMLElement | null, line: number): Element | undefined {
  return scroller?.querySelector('.pe-lines')?.children[line - 1];
}
