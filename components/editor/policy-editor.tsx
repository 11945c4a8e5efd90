'use client';

import './editor.css';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { EditorHandle } from './editor-handle';
import { splitLines } from './lines';
import { MarkList } from './mark-list';
import { PlainEditor } from './plain-editor';
import type { PolicyEditorProps } from './policy-editor-props';

/** A policy's text with its marks, and the marks in words below it. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { text, label, marks, revealRange } = props;
  const id = useId();
  const exit = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const lines = useMemo(() => splitLines(text), [text]);

  useEffect(() => {
    if (!revealRange || revealRange.token === lastJump) return;
    lastJump = revealRange.token;
    editor.current?.reveal(revealRange);
  }, [revealRange]);

  return (
    <div className="pe">
      <p id={`${id}-keys`} className="sr-only">
        Escape leaves the editor.
      </p>
      <div className="pe-frame">
        <PlainEditor
          {...props}
          lines={lines}
          describedBy={`${id}-keys`}
          handle={editor}
          onFocus={() => undefined}
          onEscape={() => exit.current?.focus()}
        />
        {/* Behind the editor in the order of the page: Tab goes on from here, Shift+Tab back in. */}
        <div ref={exit} tabIndex={-1} className="pe-exit">
          Left the editor. Tab goes on, Shift+Tab back.
        </div>
      </div>
      <MarkList label={label} marks={marks} starts={lines.starts} onJump={(range) => editor.current?.reveal(range)} />
    </div>
  );
}

// INVARIANT: a jump happens once, also when the editor it went to is closed and opened again.
let lastJump: number | undefined;
