'use client';

import { type CSSProperties, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { EditorHandle, EditorPlace } from './editor-handle';
import { numberWidth } from './gutter';
import { type Lines, withNewlines } from './lines';
import { MarkHover } from './mark-hover';
import { markedLines } from './marked-lines';
import { plainHandle } from './plain-handle';
import { PlainLine } from './plain-line';
import type { PolicyEditorProps } from './policy-editor-props';
import { useColumns } from './use-columns';
import { useMarkHover } from './use-mark-hover';
import { usePlainText } from './use-plain-text';

export interface PlainEditorProps extends PolicyEditorProps {
  readonly lines: Lines;
  readonly describedBy: string;
  readonly start?: EditorPlace | undefined;
  readonly handle: Ref<EditorHandle>;
  readonly onFocus: () => void;
  readonly onEscape: () => void;
}

/** Above this many characters the JSON is left uncoloured: a span per word would slow every keystroke. */
const COLORED_CHARACTERS = 30_000;

/** A text area over a drawing of the same lines: quick to load, good on phones, and never in the way. */
export function PlainEditor(props: PlainEditorProps) {
  const { text, label, marks, readOnly, placeholder, lines, describedBy, handle, onFocus, onEscape } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const { onInput } = usePlainText(area, props);
  const columns = useColumns(area, probe);
  const { hovered, clear, onPointerMove } = useMarkHover();
  const drawings = useMemo(() => markedLines(lines, marks), [lines, marks]);
  const colored = text.length <= COLORED_CHARACTERS;

  useImperativeHandle(handle, () => plainHandle(area, scroller, lines), [lines]);

  return (
    <div
      ref={scroller}
      className="pe-scroller"
      style={{ '--pe-digits': numberWidth(lines.lines.length) } as CSSProperties}
      onScroll={clear}
    >
      <div className="pe-sheet">
        <div aria-hidden className="pe-lines">
          {lines.lines.map((line, index) => {
            const drawing = drawings.get(index + 1);
            return (
              <PlainLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
                key={index}
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
          onInput={onInput}
          onFocus={onFocus}
          onPointerMove={onPointerMove}
          onPointerLeave={clear}
          onKeyDown={(event) => {
            clear();
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onEscape();
          }}
        />
        <span ref={probe} aria-hidden className="pe-probe">
          0000000000
        </span>
      </div>
      {hovered && <MarkHover hovered={hovered} marks={marks} />}
    </div>
  );
}
