import type { Mark } from '@/lib/explanation/mark';
import { positionAt } from '@/lib/text/range';
import type { Lines } from './lines';

type StatementKind = 'denies' | 'allows' | 'depends';
export type ShapeKind = StatementKind | 'near-miss' | 'problem' | 'warning';

/** A stretch of a line, by columns from 0, with the marks that lie on it (places in the list of marks). */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly mark: number;
}

/** What is drawn on one line. */
export interface MarkedLine {
  /** A deciding statement covers the line: tinted from edge to edge. */
  readonly tint?: StatementKind;
  /** The bar at the left: also where the statement is only a part of the line. */
  readonly bar?: StatementKind;
  readonly shape?: ShapeKind;
  /** For the end of the line, if there is room. */
  readonly note?: string;
  readonly noteKind?: ShapeKind;
  readonly spans: readonly MarkedSpan[];
  /** The marks that touch the line, in the order given. */
  readonly marks: readonly number[];
}

/** The marked lines of a text by their number from 1. Both editors draw from this. */
export function markedLines(text: Lines, marks: readonly Mark[]): ReadonlyMap<number, MarkedLine> {
  const drawn = new Map<number, Drawing>();
  marks.forEach((mark, index) => addMark(drawn, text, mark, index));
  return drawn;
}

/** What a mark looks like without regard to how much of a statement it covers. */
export function shapeKind(kind: Mark['kind']): ShapeKind {
  switch (kind) {
    case 'denies':
    case 'denies-element':
      return 'denies';
    case 'allows':
    case 'allows-element':
      return 'allows';
    case 'depends':
    case 'depends-element':
      return 'depends';
    case 'near-miss':
    case 'problem':
    case 'warning':
      return kind;
    case 'finding-error':
      return 'problem';
    case 'finding-security':
    case 'finding-warning':
    case 'finding-suggestion':
      return 'warning';
  }
}

interface Drawing {
  tint?: StatementKind;
  bar?: StatementKind;
  shape?: ShapeKind;
  note?: string;
  noteKind?: ShapeKind;
  spans: MarkedSpan[];
  marks: number[];
}

/** Where several marks meet on a line, the first of these shows. */
const RANK: readonly ShapeKind[] = ['problem', 'denies', 'depends', 'near-miss', 'allows', 'warning'];

function addMark(drawn: Map<number, Drawing>, text: Lines, mark: Mark, index: number): void {
  const last = text.text.length;
  const start = Math.max(0, Math.min(mark.range.start, last));
  const end = Math.max(start, Math.min(mark.range.end, last));
  const first = positionAt(text.starts, start).line;
  // The end is exclusive: a range that ends with a line does not touch the next one.
  const final = positionAt(text.starts, end > start ? end - 1 : end).line;
  for (let number = first; number <= final; number++) {
    const line = text.lines[number - 1] ?? '';
    const lineStart = text.starts[number - 1] ?? 0;
    const drawing = drawn.get(number) ?? { spans: [], marks: [] };
    drawn.set(number, drawing);
    drawing.marks.push(index);
    const span = visibleSpan(line, start - lineStart, end - lineStart);
    const statement = statementKind(mark.kind);
    if (statement) {
      drawing.bar = stronger(drawing.bar, statement);
      if (first !== final || fillsLine(line, span)) drawing.tint = stronger(drawing.tint, statement);
      else drawing.spans.push({ ...span, mark: index });
    } else if (span.end > span.start) {
      drawing.spans.push({ ...span, mark: index });
    }
    if (number === first) addHead(drawing, mark);
  }
}

/** The shape and the note stand where the mark begins. */
function addHead(drawing: Drawing, mark: Mark): void {
  const kind = shapeKind(mark.kind);
  if (hasShape(mark.kind)) drawing.shape = stronger(drawing.shape, kind);
  if (!mark.note || drawing.note?.split(' · ').includes(mark.note)) return;
  drawing.note = drawing.note ? `${drawing.note} · ${mark.note}` : mark.note;
  drawing.noteKind = stronger(drawing.noteKind, kind);
}

/** An element's shape is its statement's. Of findings errors alone have one: the margin belongs to what decides. */
function hasShape(kind: Mark['kind']): boolean {
  return !kind.endsWith('-element') && (!kind.startsWith('finding-') || kind === 'finding-error');
}

/** A range cut to a line and to its text without indentation; an empty one takes a neighbour in, to be seen. */
function visibleSpan(line: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = Math.max(0, start);
  let to = Math.min(line.length, end);
  if (start < 0) while (from < to && /\s/.test(line[from] ?? '')) from++;
  if (start === end) {
    if (to < line.length) to++;
    else if (from > 0) from--;
  }
  return { start: from, end: Math.max(from, to) };
}

/** Whether nothing but brackets, commas and blanks stands beside the span. */
function fillsLine(line: string, span: { readonly start: number; readonly end: number }): boolean {
  return /^[\s[\]{},]*$/.test(line.slice(0, span.start) + line.slice(span.end));
}

function statementKind(kind: Mark['kind']): StatementKind | undefined {
  return kind === 'denies' || kind === 'allows' || kind === 'depends' ? kind : undefined;
}

function stronger<K extends ShapeKind>(one: K | undefined, other: K): K {
  return one !== undefined && RANK.indexOf(one) <= RANK.indexOf(other) ? one : other;
}
