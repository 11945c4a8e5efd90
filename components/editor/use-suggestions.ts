'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Proposal } from '@/lib/language/proposal';
import type { TextEdit } from '@/lib/text/edit';
import type { Range } from '@/lib/text/range';
import type { HostedHelp } from './editor-handle';
import { holdMonaco } from './live';
import { afterKey, invites, type Suggestions } from './suggestions';

interface SuggestionParts {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly help: HostedHelp | undefined;
  readonly readOnly: boolean;
  readonly apply: (edits: readonly TextEdit[], selection: Range) => void;
}

/** Proposals of the plain editor: a list that follows what is typed, moved in by keys, taken by Enter, Tab or a click. */
export function useSuggestions({ area, help, readOnly, apply }: SuggestionParts) {
  const [list, setList] = useState<Suggestions>();
  const [isEmpty, setEmpty] = useState(false);
  // Where the caret stood when the list was made: once it stands elsewhere the list means nothing.
  const caret = useRef(-1);

  const close = () => {
    setList(undefined);
    setEmpty(false);
  };
  const show = (isAsked: boolean) => {
    const element = area.current;
    if (!element || !help || readOnly || element.selectionStart !== element.selectionEnd) return close();
    const { value, selectionStart } = element;
    if (!isAsked && !help.tools.isTyping(value, selectionStart)) return close();
    const proposals = help.tools.complete(value, selectionStart, help.context);
    caret.current = selectionStart;
    setEmpty(isAsked && proposals.length === 0);
    setList(proposals.length === 0 ? undefined : { proposals, active: 0 });
  };
  const take = ({ edit, further, selection, asksOn }: Proposal) => {
    apply([...further, edit], selection);
    if (asksOn) show(true);
    else close();
  };

  const onTyped = (event: InputEvent) => {
    const typed = event.inputType.startsWith('insert') ? (event.data ?? '') : '';
    if (event.isComposing) close();
    else if (list || invites(typed)) show(false);
  };
  /** Whether the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      show(true);
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape' && (list || isEmpty)) {
      close();
      return true;
    }
    if (!list) return false;
    const chosen = list.proposals[list.active];
    const next = afterKey(list, event.key);
    if (next) setList(next);
    else if (chosen && !event.shiftKey && (event.key === 'Enter' || event.key === 'Tab')) take(chosen);
    else return false;
    event.preventDefault();
    return true;
  };

  const isOpen = list !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    holdMonaco(true);
    return () => holdMonaco(false);
  }, [isOpen]);

  useEffect(() => {
    const element = area.current;
    if (!element || (!list && !isEmpty)) return;
    const onSelection = () => {
      if (element.selectionStart !== caret.current || element.selectionEnd !== caret.current) {
        setList(undefined);
        setEmpty(false);
      }
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [area, list, isEmpty]);

  return { list, isEmpty, close, take, onTyped, onKeyDown, show: () => show(true) };
}
