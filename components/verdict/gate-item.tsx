import { OutcomeShape } from '@/components/ui/outcome-mark';
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Gate } from '@/lib/report/gate';
import { plural } from '@/lib/text/wording';
import type { DrawnGate } from './gate-lines';
import { outcomeOfLayer, outcomeWord } from './outcome-of';

interface GateItemProps {
  readonly drawn: DrawnGate;
  readonly onGate: ((type: PolicyType) => void) | undefined;
}

/** One gate: shape, name and what it says. */
export function GateItem({ drawn: { gate, before, after }, onGate }: GateItemProps) {
  // Where nothing is given and the request passes all the same, no Allow was needed here.
  const needless = gate.outcome === 'implicitDeny' && gate.policies === 0 && gate.line !== 'stopped';
  const outcome = needless ? 'notGiven' : outcomeOfLayer(gate);
  const count = gate.policies > 0 ? plural(gate.policies, 'policy', 'policies') : '';
  const said = [outcomeWord(outcome), count].filter(Boolean).join(', ');
  const face = (
    <>
      <span aria-hidden className="layers-track">
        <OutcomeShape outcome={outcome} className="layers-shape" />
      </span>
      <span aria-hidden className="layers-words">
        <span className="layers-name">
          <span className="layers-full">{gate.name}</span>
          <span className="layers-short">{SHORT_NAMES[gate.type]}</span>
        </span>
        <span className="layers-word">
          <span className="layers-full">{said}</span>
          <span className="layers-short">{count || SHORT_WORDS[gate.outcome]}</span>
        </span>
      </span>
      <span className="sr-only">
        {gate.name}: {said}
        {gate.line === 'notReached' && ', not reached'}
      </span>
    </>
  );
  return (
    <li className="layers-gate" data-outcome={outcome} data-line={gate.line} data-before={before} data-after={after}>
      {onGate ? (
        <button type="button" className="layers-face" title={`${gate.name}: ${said}`} onClick={() => onGate(gate.type)}>
          {face}
        </button>
      ) : (
        <span className="layers-face">{face}</span>
      )}
    </li>
  );
}

/** Below a gate in a row there is room for one word. */
const SHORT_NAMES = {
  rcp: 'RCP',
  scp: 'SCP',
  endpoint: 'Endpoint',
  resource: 'Resource',
  identity: 'Identity',
  boundary: 'Boundary',
  session: 'Session',
} satisfies Record<PolicyType, string>;

const SHORT_WORDS = {
  allows: 'none',
  explicitDeny: 'denies',
  implicitDeny: 'none',
  notApplicable: '–',
  unknown: 'not given',
} satisfies Record<Gate['outcome'], string>;
