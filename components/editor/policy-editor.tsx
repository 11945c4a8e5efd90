'use client';

import './editor.css';
import { useEffect, useId, useMemo, useRef, useSyncExternalStore } from 'react';
import type { EditorHandle, EditorPlace } from './editor-handle';
import { splitLines } from './lines';
import { claimMonaco, currentLive, failMonaco, noLive, releaseMonaco, subscribeToLive } from './live';
import { MarkList } from './mark-list';
import { PlainEditor } from './plain-editor';
import type { PolicyEditorProps } from './policy-editor-props';

/** A policy's text with its marks, and the marks in words below it. Monaco where it has been called to, else plain. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { text, marks, revealRange } = props;
  const id = useId();
  const exit = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const place = useRef<EditorPlace>(undefined);
  const lines = useMemo(() => splitLines(text), [text]);
  const { owner, Editor, failed, roomy } = useSyncExternalStore(subscribeToLive, currentLive, noLive);

  useEffect(() => () => releaseMonaco(id), [id]);
  useEffect(() => {
    if (!revealRange || revealRange.token === lastJump) return;
    lastJump = revealRange.token;
    editor.current?.reveal(revealRange);
  }, [revealRange]);

  const hosted = { ...props, lines, place, handle: editor, onEscape: () => exit.current?.focus(), onFail: failMonaco };
  return (
    <div className="pe">
      <p id={`${id}-keys`} className="sr-only">
        Escape leaves the editor.
      </p>
      <div className="pe-frame">
        {Editor && roomy && owner === id ? (
          <Editor {...hosted} />
        ) : (
          <PlainEditor {...hosted} describedBy={`${id}-keys`} onFocus={() => claimMonaco(id)} />
        )}
        {/* Behind the editor in the order of the page: Tab goes on from here, Shift+Tab back in. */}
        <div ref={exit} tabIndex={-1} className="pe-exit">
          Left the editor. Tab goes on, Shift+Tab back.
        </div>
      </div>
      {failed && owner === id && (
        <p role="status" className="mt-1 text-small text-text-muted">
          The larger editor could not be loaded; this one stays, and shows the same. Reload the page to try again.
        </p>
      )}
      <MarkList marks={marks} starts={lines.starts} onJump={(range) => editor.current?.reveal(range)} />
    </div>
  );
}

// INVARIANT: a jump happens once, also when the editor it went to is closed and opened again.
let lastJump: number | undefined;
