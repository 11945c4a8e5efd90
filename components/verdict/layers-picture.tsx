import './layers.css';
import './layers-two.css';
import './layers-column.css';
import type { CSSProperties } from 'react';
import { CodeText } from '@/components/ui/code-text';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Lane, Picture } from '@/lib/report/gate';
import { GateItem } from './gate-item';
import { drawLane, type LineStyle } from './gate-lines';

interface LayersPictureProps {
  readonly picture: Picture;
  /** A click on a gate; without it the gates are no buttons. */
  readonly onGate?: ((type: PolicyType) => void) | undefined;
}

/** The gates in AWS's order with the request's line through them, and one sentence that says the same. */
export function LayersPicture({ picture: { lanes, sentence }, onGate }: LayersPictureProps) {
  const cells = Math.max(...lanes.map((lane) => lane.gates.length));
  const drawn = lanes.map((lane) => ({ lane, ...drawLane(lane.gates) }));
  const [first = 'solid', second = first] = drawn.map(({ arrives }) => arrives);
  return (
    <figure className="layers">
      <div className="layers-lanes" data-lanes={lanes.length} style={{ '--cells': cells } as CSSProperties}>
        {drawn.map(({ lane, gates, arrives }) => (
          <div key={lane.label}>
            {lanes.length > 1 && <p className="layers-label">{lane.label}</p>}
            <div className="layers-line">
              <End place="start" line="solid" words="The request" />
              <ol
                aria-label={gatesLabel(lane, lanes)}
                className="layers-gates"
                data-arrives={arrives}
                style={{ '--own': gates.length } as CSSProperties}
              >
                {gates.map((gate) => (
                  <GateItem key={gate.gate.type} drawn={gate} onGate={onGate} />
                ))}
              </ol>
              <End place="goal" line={arrives} words="The resource" />
            </div>
          </div>
        ))}
        {lanes.length > 1 && (
          <span aria-hidden className="layers-join" data-before={first} data-after={second}>
            <span className="layers-dot" data-line={worse(first, second)} />
          </span>
        )}
      </div>
      <figcaption className="mt-2">
        <CodeText>{sentence}</CodeText>
      </figcaption>
    </figure>
  );
}

function gatesLabel(lane: Lane, lanes: readonly Lane[]): string {
  return lanes.length > 1 ? `Checks in AWS’s order, ${lane.label}` : 'Checks in AWS’s order';
}

function worse(one: LineStyle, other: LineStyle): LineStyle {
  if (one === 'gone' || other === 'gone') return 'gone';
  return one === 'open' ? one : other;
}

/** Where the line begins and where it is to arrive. */
function End({
  place,
  line,
  words,
}: {
  readonly place: 'start' | 'goal';
  readonly line: LineStyle;
  readonly words: string;
}) {
  return (
    <div aria-hidden className={`layers-end layers-${place}`} data-before={line} data-after={line}>
      <span className="layers-track">
        <span className="layers-dot" data-line={line} />
      </span>
      <span className="layers-end-words">{words}</span>
    </div>
  );
}
