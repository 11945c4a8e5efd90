import type { RefObject } from 'react';
import { positionAt } from '@/lib/text/range';
import type { EditorHandle } from './editor-handle';
import { carryOffset, type Lines, splitLines } from './lines';

/** What the plain editor lets others do with it. */
export function plainHandle(
  area: RefObject<HTMLTextAreaElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
  lines: Lines,
): EditorHandle {
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
  };
}

function lineElement(scroller: HTMLElement | null, line: number): Element | undefined {
  return scroller?.querySelector('.pe-lines')?.children[line - 1];
}
