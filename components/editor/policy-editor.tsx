'use client';

import './editor.css';
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Range } from '@/lib/text/range';
import type { EditorHandle, EditorPlace } from './editor-handle';
import { FindingList } from './finding-list';
import { findingMarks, withFindings } from './finding-marks';
import { HelpBar } from './help-bar';
import { carryOffset, splitLines, withNewlines } from './lines';
import { claimMonaco, currentLive, failMonaco, noLive, releaseMonaco, subscribeToLive } from './live';
import { MarkList } from './mark-list';
import { PlainEditor } from './plain-editor';
import type { PolicyEditorProps } from './policy-editor-props';
import { useLanguageTools } from './use-language-tools';
import { useTyping } from './use-typing';

/**
 * A policy's text with its marks, and the marks in words below it. Monaco where it has been called to, else plain. With help
 * it proposes, explains and shows what the checks found.
 */
export function PolicyEditor(props: PolicyEditorProps) {
  const { text, marks, revealRange, help: given, readOnly = false } = props;
  const id = useId();
  const exit = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const place = useRef<EditorPlace>(undefined);
  const lines = useMemo(() => splitLines(text), [text]);
  const shown = withNewlines(text);
  const { owner, Editor, failed, roomy } = useSyncExternalStore(subscribeToLive, currentLive, noLive);
  const tools = useLanguageTools(given !== undefined);
  const help = useMemo(() => (given && tools ? { ...given, tools } : undefined), [given, tools]);
  const drawn = useMemo(
    () => (given ? withFindings(marks, findingMarks(given.findings, lines)) : marks),
    [given, marks, lines],
  );
  const [caret, setCaret] = useState<number>();
  const [explained, setExplained] = useState(false);
  const [asked, setAsked] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const typing = useTyping(shown, frame);

  useEffect(() => () => releaseMonaco(id), [id]);
  useEffect(() => {
    if (!revealRange || revealRange.token === lastJump) return;
    lastJump = revealRange.token;
    editor.current?.reveal(revealRange);
  }, [revealRange]);

  // What the editors hold has `\n` as its line ends; `reveal` takes places in the text as given.
  const revealShown = ({ start, end }: Range) => {
    const held = splitLines(shown);
    editor.current?.reveal({ start: carryOffset(held, lines, start), end: carryOffset(held, lines, end) });
  };
  const showActions = () => {
    setExplained(true);
    setAsked(true);
  };
  const hosted = {
    ...props,
    marks: drawn,
    lines,
    place,
    help,
    handle: editor,
    onCaret: setCaret,
    onActions: showActions,
    onEscape: () => exit.current?.focus(),
    onFail: failMonaco,
  };
  return (
    <div className="pe">
      <p id={`${id}-keys`} className="sr-only">
        {help && !readOnly ? 'Ctrl+Space proposes what can stand at the caret. ' : ''}Escape leaves the editor.
      </p>
      <div ref={frame} className="pe-frame">
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
      {help && (
        <HelpBar
          text={shown}
          caret={caret}
          help={help}
          readOnly={readOnly}
          open={explained}
          onOpen={setExplained}
          asked={asked}
          onAnswered={() => setAsked(false)}
          onJump={revealShown}
          editor={editor}
        />
      )}
      {failed && owner === id && (
        <p role="status" className="mt-1 text-small text-text-muted">
          The larger editor could not be loaded; this one stays, and shows the same. Reload the page to try again.
        </p>
      )}
      <MarkList marks={marks} starts={lines.starts} onJump={(range) => editor.current?.reveal(range)} />
      {given && shown.trim() !== '' && (
        <FindingList
          text={shown}
          findings={given.findings}
          notice={given.notice}
          owner={given.owner}
          typing={typing}
          readOnly={readOnly}
          onJump={revealShown}
          onFix={({ edits }) => editor.current?.apply(edits)}
        />
      )}
    </div>
  );
}

// INVARIANT: a jump happens once, also when the editor it went to is closed and opened again.
let lastJump: number | undefined;
