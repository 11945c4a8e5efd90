import { type RefObject, useEffect, useState } from 'react';

/** How long a text is left alone before what is wrong with it is more than a word half typed. */
const STANDS = 1500;
/** What a click that leaves the editor is meant for must not move away under it. */
const SETTLES = 400;

/** Whether somebody is in the middle of typing: the editor has the focus, and its text changed a moment ago. */
export function useTyping(text: string, editor: RefObject<HTMLElement | null>): boolean {
  const [focused, setFocused] = useState(false);
  const [stood, setStood] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setStood(text), STANDS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(() => (editor.current ? watchFocus(editor.current, setFocused) : undefined), [editor]);
  return focused && stood !== text;
}

/** Tells when an element gets the focus, and when it lost it a moment ago and no button is held. Gives what ends it. */
function watchFocus(element: HTMLElement, tell: (focused: boolean) => void): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let pressed = false;
  let isLeft = false;
  let timer: number | undefined;
  const settle = () => {
    window.clearTimeout(timer);
    if (isLeft && !pressed) timer = window.setTimeout(() => tell(false), SETTLES);
  };
  element.addEventListener(
    'focusin',
    () => {
      isLeft = false;
      window.clearTimeout(timer);
      tell(true);
    },
    { signal },
  );
  element.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
      isLeft = true;
      settle();
    },
    { signal },
  );
  const press = (isDown: boolean) => () => {
    pressed = isDown;
    settle();
  };
  window.addEventListener('pointerdown', press(true), { signal, capture: true });
  for (const type of ['pointerup', 'pointercancel', 'dragend']) {
    window.addEventListener(type, press(false), { signal, capture: true });
  }
  return () => {
    watch.abort();
    window.clearTimeout(timer);
  };
}
