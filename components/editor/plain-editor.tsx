'use client';

import { type CSSProperties, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { plural } from '@/lib/text/wording';
import type { EditorHandle, HostedEditorProps } from './editor-handle';
import { editorKey } from './editor-key';
import { numberWidth } from './gutter';
import { identifyLines, NO_LINES } from './line-ids';
import { withNewlines } from './lines';
import { MarkHover } from './mark-hover';
import { markedLines } from './marked-lines';
import { plainHandle } from './plain-handle';
import { PlainLine } from './plain-line';
import { SuggestionList, suggestionId } from './suggestion-list';
import { useCarriedPlace } from './use-carried-place';
import { useColumns } from './use-columns';
import { useMarkHover } from './use-mark-hover';
import { usePlainText } from './use-plain-text';
import { useSuggestions } from './use-suggestions';

export interface PlainEditorProps extends HostedEditorProps {
  readonly describedBy: string;
  readonly onFocus: () => void;
}

/** Above this many characters the JSON is left uncoloured: a span per word would slow every keystroke. */
const COLORED_CHARACTERS = 30_000;

/** Above this many characters there is the text area alone, which scrolls: the marks are in the list below it. */
const DRAWN_CHARACTERS = 200_000;
const NOTHING = 'Nothing to propose here.';
const NO_DRAWING: readonly string[] = [];

/** A text area over a drawing of the same lines: quick to load, good on phones, and never in the way. */
export function PlainEditor(props: PlainEditorProps) {
  const { text, label, marks, readOnly, placeholder, lines, place, describedBy, handle, help } = props;
  const { onFocus, onEscape, onActions, onCaret } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const { onInput } = usePlainText(area, props);
  const columns = useColumns(area, probe);
  const { hovered, clear, onPointerMove } = useMarkHover();
  const listId = useId();
  const asked = useRef<EditorHandle>(null);
  const suggestions = useSuggestions({
    area,
    help,
    readOnly: readOnly ?? false,
    apply: (edits, selection) => asked.current?.apply(edits, selection),
  });
  const { list, isEmpty } = suggestions;
  const drawings = useMemo(() => markedLines(lines, marks), [lines, marks]);
  const drawnLines = text.length <= DRAWN_CHARACTERS ? lines.lines : NO_DRAWING;
  const known = useRef(NO_LINES);
  const ids = useMemo(() => {
    known.current = identifyLines(known.current, drawnLines);
    return known.current.ids;
  }, [drawnLines]);
  const colored = text.length <= COLORED_CHARACTERS;

  const own = plainHandle({ area, scroller, lines, onInput, suggest: suggestions.show });
  useImperativeHandle(handle, () => own);
  useImperativeHandle(asked, () => own);

  useCarriedPlace(area, scroller, place);

  return (
    <div
      ref={scroller}
      className={drawnLines === NO_DRAWING ? 'pe-scroller pe-undrawn' : 'pe-scroller'}
      style={{ '--pe-digits': numberWidth(lines.lines.length) } as CSSProperties}
      onScroll={clear}
    >
      <div className="pe-sheet">
        <div aria-hidden className="pe-lines">
          {drawnLines.map((line, index) => {
            const drawing = drawings.get(index + 1);
            return (
              <PlainLine
                key={ids[index]}
                line={line}
                drawing={drawing}
                marks={drawing && marks}
                colored={colored}
                columns={drawing ? columns : 0}
              />
            );
          })}
        </div>
        <textarea
          ref={area}
          className="pe-area"
          aria-label={label}
          aria-describedby={describedBy}
          defaultValue={withNewlines(text)}
          readOnly={readOnly}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-autocomplete={help ? 'list' : undefined}
          aria-controls={list ? listId : undefined}
          aria-activedescendant={list ? suggestionId(listId, list.active) : undefined}
          onInput={(event) => {
            onInput();
            suggestions.onTyped(event.nativeEvent);
          }}
          onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
          onFocus={onFocus}
          onBlur={suggestions.close}
          onPointerMove={onPointerMove}
          onPointerLeave={clear}
          onKeyDown={(event) => {
            clear();
            if (suggestions.onKeyDown(event)) return;
            const key = editorKey(event);
            if (key === 'leave' && !event.nativeEvent.isComposing) onEscape();
            if (key === 'actions' || key === 'format') event.preventDefault();
            if (key === 'actions') {
              // The browser tells of the caret's last step a moment later.
              onCaret(event.currentTarget.selectionStart);
              onActions();
            }
            if (key === 'format' && help && !readOnly) own.apply(help.tools.formatJson(event.currentTarget.value));
          }}
        />
        <span ref={probe} aria-hidden className="pe-probe">
          0000000000
        </span>
      </div>
      {list && <SuggestionList id={listId} list={list} area={area} onTake={suggestions.take} />}
      <p role="status" className="sr-only">
        {list ? plural(list.proposals.length, 'proposal', 'proposals') : isEmpty ? NOTHING : ''}
      </p>
      {isEmpty && (
        <p aria-hidden className="pe-suggest-none">
          {NOTHING}
        </p>
      )}
      {hovered && !list && <MarkHover hovered={hovered} marks={marks} />}
    </div>
  );
}
