import { type RefObject, useEffect, useRef } from 'react';

interface AskedActions {
  readonly asked: boolean;
  readonly onAnswered: () => void;
  readonly text: string;
  readonly caret: number | undefined;
  /** What is drawn is what there is to say of this caret, and not of the one before. */
  readonly isDrawn: boolean;
  readonly more: RefObject<HTMLElement | null>;
}

/**
 * Puts the focus on the first change on offer once it was asked for. The offers of a caret are drawn a moment after it got
 * there, and those of a text once it is checked: the question stands until then, but not for another place or text.
 */
export function useAskedActions({ asked, onAnswered, text, caret, isDrawn, more }: AskedActions): void {
  const about = useRef<{ readonly text: string; readonly caret: number | undefined }>(undefined);
  // After every drawing: the buttons themselves tell whether they are there.
  useEffect(() => {
    if (!asked) {
      about.current = undefined;
      return;
    }
    about.current ??= { text, caret };
    const first = isDrawn ? more.current?.querySelector<HTMLButtonElement>('.pe-action') : undefined;
    first?.focus();
    if (first || about.current.text !== text || about.current.caret !== caret) onAnswered();
  });
}
