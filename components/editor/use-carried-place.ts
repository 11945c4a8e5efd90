import { type RefObject, useLayoutEffect } from 'react';
import type { EditorPlace } from './editor-handle';

/** Goes on where the editor before this one stood, and leaves behind where this one does: selection, scrolling and focus. */
export function useCarriedPlace(
  area: RefObject<HTMLTextAreaElement | null>,
  scroller: RefObject<HTMLElement | null>,
  place: RefObject<EditorPlace | undefined>,
): void {
  useLayoutEffect(() => {
    const [element, sheet] = [area.current, scroller.current];
    if (!element || !sheet) return;
    const carried = place.current;
    if (carried) {
      element.setSelectionRange(carried.selection.start, carried.selection.end);
      sheet.scrollTop = carried.scrollTop;
      if (carried.focused) element.focus({ preventScroll: true });
    }
    return () => {
      place.current = {
        selection: { start: element.selectionStart, end: element.selectionEnd },
        scrollTop: sheet.scrollTop,
        focused: document.activeElement === element,
      };
    };
  }, [area, scroller, place]);
}
