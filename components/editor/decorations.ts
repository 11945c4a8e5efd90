import { sentenceParts } from '@/components/ui/sentence';
import type { Mark } from '@/lib/explanation/mark';
import type { Lines } from './lines';
import { markedLines } from './marked-lines';

/** Monaco's IModelDeltaDecoration, as far as it is used here; lines and columns from 1. */
export interface Decoration {
  readonly range: {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  };
  readonly options: {
    readonly showIfCollapsed?: boolean;
    readonly isWholeLine?: boolean;
    readonly className?: string;
    readonly marginClassName?: string;
    readonly inlineClassName?: string;
    readonly glyphMarginClassName?: string;
    readonly glyphMarginHoverMessage?: HoverMessage[];
    readonly hoverMessage?: HoverMessage[];
    readonly after?: { readonly content: string; readonly inlineClassName: string; readonly cursorStops: number };
  };
}

interface HoverMessage {
  readonly value: string;
  readonly isTrusted: false;
  readonly supportHtml: false;
}

/** No caret stop before, after or inside a note: `InjectedTextCursorStops.None`. */
const NO_STOPS = 3;
const BEFORE_NOTE = '\u00a0\u00a0\u00a0';

/** The same drawing as the plain editor's, for Monaco. A note that does not fit into its row of `columns` is left out. */
export function decorations(lines: Lines, marks: readonly Mark[], columns: number): Decoration[] {
  const drawn: Decoration[] = [];
  for (const [number, line] of markedLines(lines, marks)) {
    const length = lines.lines[number - 1]?.length ?? 0;
    const messages = hoverMessages(line.marks, marks);
    const whole = place(number, 0, length);
    if (line.bar) {
      drawn.push({
        range: whole,
        options: {
          isWholeLine: true,
          ...(line.tint ? { className: `pe-tint-${line.tint}`, hoverMessage: messages } : {}),
          marginClassName: line.tint ? `pe-tint-${line.tint} pe-bar-${line.bar}` : `pe-bar-${line.bar}`,
        },
      });
    }
    if (line.shape) {
      drawn.push({
        // At the line's start alone: a wrapped line has several rows.
        range: place(number, 0, 0),
        options: { glyphMarginClassName: `pe-shape-${line.shape}`, glyphMarginHoverMessage: messages },
      });
    }
    for (const span of line.spans) {
      const mark = marks[span.mark];
      if (!mark) continue;
      drawn.push({
        range: place(number, span.start, span.end),
        // On a tinted line the whole line's messages are shown already.
        options: {
          inlineClassName: `pe-span-${mark.kind}`,
          ...(line.tint ? {} : { hoverMessage: hoverMessages([span.mark], marks) }),
        },
      });
    }
    if (line.note && length + BEFORE_NOTE.length + line.note.length <= columns) {
      const after = {
        content: BEFORE_NOTE + line.note.replaceAll(' ', '\u00a0'),
        inlineClassName: `pe-after pe-note-${line.noteKind ?? 'allows'}`,
        cursorStops: NO_STOPS,
      };
      drawn.push({ range: place(number, length, length), options: { after, showIfCollapsed: true } });
    }
  }
  return drawn;
}

function place(line: number, start: number, end: number): Decoration['range'] {
  return { startLineNumber: line, startColumn: start + 1, endLineNumber: line, endColumn: end + 1 };
}

function hoverMessages(places: readonly number[], marks: readonly Mark[]): HoverMessage[] {
  const messages = new Set(places.map((index) => marks[index]?.message ?? ''));
  return [...messages]
    .filter(Boolean)
    .map((message) => ({ value: markdown(message), isTrusted: false, supportHtml: false }));
}

/** A sentence as Markdown that shows as it is written: only its `names` become code, whatever else stands in it. */
export function markdown(sentence: string): string {
  return sentenceParts(sentence)
    .map(({ text, code }) =>
      code
        ? `\` ${text.replace(/\s+/g, ' ')} \``
        : text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`),
    )
    .join('');
}
