import { memo } from 'react';
import { classes } from '@/components/ui/classes';
import type { Mark } from '@/lib/explanation/mark';
import type { MarkedLine } from './marked-lines';
import { segmentLine } from './segments';
import { tokenizeLine } from './tokenize';

interface PlainLineProps {
  readonly line: string;
  readonly drawing: MarkedLine | undefined;
  /** Given to marked lines alone, so that the others stay as they are when marks change. */
  readonly marks: readonly Mark[] | undefined;
  readonly colored: boolean;
  readonly columns: number;
}

const SPACE_BEFORE_NOTE = 3;

/** One line under the text area: its colours, its marks, its note. */
export const PlainLine = memo(DrawnLine, looksTheSame);

/** Every key press makes new marks, and most of them are what they were. */
function looksTheSame(before: PlainLineProps, after: PlainLineProps): boolean {
  if (before.line !== after.line || before.colored !== after.colored || before.columns !== after.columns) return false;
  return before.drawing === after.drawing || looksOf(before) === looksOf(after);
}

function looksOf({ drawing, marks }: PlainLineProps): string {
  return JSON.stringify([drawing, drawing?.marks.map((mark) => marks?.[mark]?.kind)]);
}

function DrawnLine({ line, drawing, marks, colored, columns }: PlainLineProps) {
  if (!drawing) return <div className="pe-line">{colored ? <Segments line={line} /> : line}</div>;
  const { tint, bar, shape, note, noteKind, spans } = drawing;
  const noteFits = note !== undefined && line.length + SPACE_BEFORE_NOTE + note.length <= columns;
  return (
    <div
      className={classes('pe-line', tint && `pe-tint-${tint}`, bar && `pe-bar-${bar}`)}
      data-marks={drawing.marks.join(' ')}
    >
      {shape && <span className={`pe-shape pe-shape-${shape}`} />}
      <Segments line={line} colored={colored} spans={spans} {...(marks ? { marks } : {})} />
      {noteFits && <span className={`pe-note pe-note-${noteKind ?? 'allows'}`}>{note}</span>}
    </div>
  );
}

interface SegmentsProps {
  readonly line: string;
  readonly colored?: boolean;
  readonly spans?: MarkedLine['spans'];
  readonly marks?: readonly Mark[];
}

function Segments({ line, colored = true, spans = [], marks = [] }: SegmentsProps) {
  return segmentLine(line, colored ? tokenizeLine(line) : [], spans).map((segment, index) => {
    const className = classes(
      segment.token && `pe-${segment.token}`,
      ...segment.marks.map((mark) => marks[mark] && `pe-span-${marks[mark].kind}`),
    );
    if (!className) return segment.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a line have no other identity.
      <span key={index} className={className} data-marks={segment.marks.length ? segment.marks.join(' ') : undefined}>
        {segment.text}
      </span>
    );
  });
}
