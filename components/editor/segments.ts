import type { MarkedSpan } from './marked-lines';
import type { Token, TokenKind } from './tokenize';

/** A stretch of a line that looks the same throughout. */
export interface Segment {
  readonly text: string;
  readonly token?: TokenKind;
  /** Places in the list of marks. */
  readonly marks: readonly number[];
}

/** Cuts a line wherever a token or a marked span begins or ends. Tokens do not overlap; spans may. */
export function segmentLine(line: string, tokens: readonly Token[], spans: readonly MarkedSpan[]): readonly Segment[] {
  const cuts = new Set([0, line.length]);
  for (const { start, end } of [...tokens, ...spans]) {
    cuts.add(start);
    cuts.add(end);
  }
  const places = [...cuts].sort((one, other) => one - other);
  const segments: Segment[] = [];
  let token = 0;
  places.forEach((start, index) => {
    const end = places[index + 1];
    if (end === undefined || start >= line.length) return;
    while ((tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= start) token++;
    const here = tokens[token];
    segments.push({
      text: line.slice(start, end),
      ...(here && here.start <= start ? { token: here.kind } : {}),
      marks: spans.filter((span) => span.start <= start && span.end >= end).map((span) => span.mark),
    });
  });
  return segments;
}
