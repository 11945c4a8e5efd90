import { OutcomePaths } from '@/components/ui/outcome-mark';

// Three small drawings for the start page. They say nothing that the words beside them do not, so they are hidden from
// screen readers.

const FRAME = 'h-auto w-full';
const SHEET = 'fill-surface-raised stroke-line';

function Sheet({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return <rect x={x} y={y} width={width} height={height} rx="6" className={SHEET} />;
}

/** Strokes that stand for lines of text. */
function Strokes({
  at,
  className = 'stroke-line-control',
}: {
  readonly at: readonly (readonly [x: number, y: number, length: number])[];
  readonly className?: string;
}) {
  return at.map(([x, y, length]) => (
    <path key={`${x} ${y}`} d={`M${x} ${y}h${length}`} strokeWidth="3" strokeLinecap="round" className={className} />
  ));
}

/** A message, in which the caller, the action and the resource are found. */
export function MessagePicture() {
  return (
    <svg viewBox="0 0 280 150" aria-hidden="true" className={FRAME}>
      <Sheet x={0.5} y={16.5} width={156} height={117} />
      <Strokes
        at={[
          [14, 34, 34],
          [14, 64, 24],
          [118, 64, 22],
          [14, 94, 18],
          [14, 114, 70],
        ]}
        className="stroke-line"
      />
      <Strokes
        at={[
          [56, 34, 84],
          [46, 64, 64],
          [40, 94, 100],
        ]}
        className="stroke-accent"
      />
      <g className="stroke-line-control" fill="none" strokeDasharray="2 4" strokeWidth="1.5">
        <path d="M146 34h26c8 0 8 0 16 0" />
        <path d="M116 70c20 12 40 5 72 5" />
        <path d="M146 100c14 16 26 16 42 16" />
      </g>
      {[
        ['who', 20],
        ['what', 61],
        ['on what', 102],
      ].map(([label, y]) => (
        <g key={label}>
          <rect x="192" y={y} width="84" height="28" rx="14" className="fill-accent-fill" />
          <text x="234" y={Number(y) + 18} textAnchor="middle" className="fill-accent font-strong text-[12px]">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A policy with the statement that decided. */
export function StatementPicture() {
  return (
    <svg viewBox="0 0 280 150" aria-hidden="true" className={FRAME}>
      <Sheet x={0.5} y={8.5} width={279} height={133} />
      <rect x="1" y="55" width="278" height="56" className="fill-denies-fill" />
      <path d="M2.5 55v56" strokeWidth="3" className="stroke-denies-line" />
      <g transform="translate(12 58)" className="text-denies-line">
        <OutcomePaths outcome="denies" />
      </g>
      <Strokes
        at={[
          [40, 26, 60],
          [52, 44, 110],
          [40, 126, 40],
        ]}
        className="stroke-line"
      />
      <Strokes
        at={[
          [40, 66, 30],
          [78, 66, 52],
          [52, 84, 40],
          [100, 84, 96],
          [52, 102, 64],
        ]}
        className="stroke-denies-line"
      />
      <path d="M100 91h96" strokeWidth="1.5" className="stroke-denies-text" />
    </svg>
  );
}

/** The request going through the layers to the one that stops it. */
export function GatesPicture() {
  const gates = [
    ['allows', 46],
    ['allows', 98],
    ['doesNotAllow', 150],
    ['notGiven', 202],
  ] as const;
  return (
    <svg viewBox="0 0 280 150" aria-hidden="true" className={FRAME}>
      <path d="M8 70H150" strokeWidth="2.5" strokeLinecap="round" className="stroke-text" />
      <path d="M166 70H262" strokeWidth="2" strokeDasharray="3 6" className="stroke-line-control" />
      <path d="M256 64l8 6l-8 6" fill="none" strokeWidth="2" className="stroke-line-control" />
      {gates.map(([outcome, x]) => (
        <g key={x}>
          <path d={`M${x} 30v80`} strokeWidth="1.5" className="stroke-line" />
          <circle cx={x} cy="70" r="15" className="fill-surface" />
          <g transform={`translate(${x - 12} 58) scale(1.5)`} className={LINES[outcome]}>
            <OutcomePaths outcome={outcome} />
          </g>
        </g>
      ))}
      <rect x="104" y="118" width="92" height="24" rx="12" className="fill-lacks-fill" />
      <text x="150" y="134" textAnchor="middle" className="fill-lacks-text font-strong text-[12px]">
        stops here
      </text>
    </svg>
  );
}

const LINES = {
  allows: 'text-allows-line',
  doesNotAllow: 'text-lacks-line',
  notGiven: 'text-absent-line',
} as const;
