'use client';

import { useEffect } from 'react';
import type { CodeEditor } from './monaco-types';

/** Up to here the browser itself says where lines wrap, so that they wrap as in the plain editor. */
const MEASURED_CHARACTERS = 30_000;

export function wrappingStrategy(characters: number): 'simple' | 'advanced' {
  return characters > MEASURED_CHARACTERS ? 'simple' : 'advanced';
}

/** A long text must find Monaco counting characters already: having each line measured would freeze the page. */
export function useLongPastes(editor: CodeEditor | undefined): void {
  useEffect(() => {
    const element = editor?.getDomNode();
    if (!editor || !element) return;
    const onPaste = (event: ClipboardEvent) => {
      const strategy = wrappingStrategy(event.clipboardData?.getData('text').length ?? 0);
      if (strategy === 'simple') editor.updateOptions({ wrappingStrategy: strategy });
    };
    element.addEventListener('paste', onPaste, { capture: true });
    return () => element.removeEventListener('paste', onPaste, { capture: true });
  }, [editor]);
}
