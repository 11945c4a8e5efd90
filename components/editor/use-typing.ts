import { type RefObject, useEffect, useState } from 'react';

/** How long a text is left alone before what is wrong with it is more than a word half typed. */
const STANDS = 1500;

/** Whether somebody is in the middle of typing: the editor has the focus, and its text changed a moment ago. */
export function useTyping(text: string, editor: RefObject<HTMLElement | null>): boolean {
  const [focused, setFocused] = useState(false);
  const [stood, setStood] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setStood(text), STANDS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const element = editor.current;
    if (!element) return;
    const onFocus = () => setFocused(true);
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) setFocused(false);
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onLeave);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onLeave);
    };
  }, [editor]);
  return focused && stood !== text;
}
