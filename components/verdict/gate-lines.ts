import type { Gate } from '@/lib/report/gate';

/** The request's line: it goes on, it may go on, or it has ended before. */
export type LineStyle = 'solid' | 'open' | 'gone';

export interface DrawnGate {
  readonly gate: Gate;
  readonly before: LineStyle;
  readonly after: LineStyle;
}

/** The gates of a lane with the line between them; `arrives` is how it comes out at the end. */
export function drawLane(gates: readonly Gate[]): {
  readonly gates: readonly DrawnGate[];
  readonly arrives: LineStyle;
} {
  let line: LineStyle = 'solid';
  const drawn = gates.map((gate): DrawnGate => {
    const before = line;
    if (gate.line === 'stopped' || gate.line === 'notReached') line = 'gone';
    else if (gate.line === 'uncertain' && line === 'solid') line = 'open';
    return { gate, before, after: line };
  });
  return { gates: drawn, arrives: line };
}
