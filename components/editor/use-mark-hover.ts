'use client';

import { type PointerEvent, useState } from 'react';

export interface HoveredMarks {
  /** Places in the list of marks, innermost first. */
  readonly marks: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** What the pointer stands on. The text area lies over the drawing, so the place is looked up through it. */
export function useMarkHover() {
  const [hovered, setHovered] = useState<HoveredMarks>();
  const clear = () => setHovered(undefined);
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.buttons > 0) return clear();
    const marks: number[] = [];
    for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
      const list = element instanceof HTMLElement ? element.dataset.marks : undefined;
      for (const mark of list?.split(' ').map(Number) ?? []) if (!marks.includes(mark)) marks.push(mark);
      if (element.classList.contains('pe-line')) break;
    }
    const { clientX: x, clientY: y } = event;
    setHovered((before) => {
      if (marks.length === 0) return undefined;
      return before && before.marks.join() === marks.join() ? before : { marks, x, y };
    });
  };
  return { hovered, clear, onPointerMove };
}
