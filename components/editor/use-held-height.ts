import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** The height that something had before it was held; undefined while it is not. What is below it stays where it is. */
export function useHeldHeight(box: RefObject<HTMLElement | null>, held: boolean): number | undefined {
  const [height, setHeight] = useState<number>();
  const last = useRef({ held, height: 0 });
  // Told by the browser: asking it at every key press would have it lay out the page in between.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!last.current.held) last.current.height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  // Before the browser draws: what changes together with `held` must not be seen.
  useLayoutEffect(() => {
    last.current.held = held;
    setHeight(held && last.current.height > 0 ? last.current.height : undefined);
  }, [held]);
  return height;
}
