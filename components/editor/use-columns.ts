'use client';

import { type RefObject, useEffect, useState } from 'react';

/** How many characters fit into a row of the element, and how wide one is; 0 before that is known. */
export function useColumns(element: RefObject<HTMLElement | null>, probe: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(0);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => {
      const ten = probe.current?.getBoundingClientRect().width ?? 0;
      const style = getComputedStyle(box);
      const inner = box.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      setColumns(ten > 0 ? Math.floor(inner / (ten / 10)) : 0);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    // The web font arrives late and may be wider than the one before it.
    void document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, [element, probe]);
  return columns;
}
