import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The height that something had before it was held; undefined while it is not. What is below it stays where it is. */
export function useHeldHeight(box: RefObject<HTMLElement | null>, held: boolean): number | undefined {
  const [height, setHeight] = useState<number>();
  const last = useRef(0);
  // Before the browser draws: what changes together with `held` must not be seen.
  useLayoutEffect(() => {
    if (!held) last.current = box.current?.getBoundingClientRect().height ?? 0;
  });
  useLayoutEffect(() => {
    setHeight(held && last.current > 0 ? last.current : undefined);
  }, [held]);
  return height;
}
