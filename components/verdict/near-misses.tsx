import { CodeText } from '@/components/ui/code-text';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { NearMiss } from '@/lib/explanation/near-miss';
import { code, plural, visible } from '@/lib/text/wording';
import { contrast, nearest } from './contrast';
import { ContrastText } from './contrast-text';
import { policyPlace, statementTitle } from './names';
import { PlaceButton } from './place-button';
import type { SayLines } from './use-lines';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface NearMissesProps {
  readonly diagnosis: Diagnosis;
  readonly lines: SayLines;
  readonly actions: VerdictActions;
}

const MOST_PATTERNS = 3;

/** Allow statements that lacked one thing: what the request has beside what the statement has. */
export function NearMisses({ diagnosis, lines, actions }: NearMissesProps) {
  const { nearMisses } = diagnosis;
  if (nearMisses.length === 0) return null;
  return (
    <VerdictSection title="Would allow, but">
      <ul className="flex flex-col gap-3">
        {nearMisses.map((miss) => (
          <li key={`${miss.policyIndex} ${miss.index}`}>
            <PlaceButton
              outcome="doesNotAllow"
              place={policyPlace(miss.type, miss.attachedTo)}
              lines={lines(miss.policyIndex, miss.range)}
              onClick={() => actions.jump(miss.policyIndex, miss.range)}
            >
              <CodeText>{`${statementTitle({ ...miss, sid: sidOf(miss, diagnosis) })}: its ${code(miss.element)} does not fit`}</CodeText>
            </PlaceButton>
            <div className="mt-1 pl-6">
              <p className="text-small">
                <CodeText>{miss.why}</CodeText>
              </p>
              <Compared miss={miss} />
            </div>
          </li>
        ))}
      </ul>
    </VerdictSection>
  );
}

function Compared({ miss }: { readonly miss: NearMiss }) {
  const { given } = miss;
  const wanted = shownName(miss.wanted);
  const shown = nearest(wanted, given.map(shownName), MOST_PATTERNS);
  const [closest = ''] = shown;
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small">
      <dt className="text-text-muted">Request</dt>
      <dd>
        {wanted.startsWith('(') ? (
          <span className="text-text-muted italic">{wanted.replace(/^\(|\)$/g, '')}</span>
        ) : (
          <ContrastText pieces={contrast(wanted, closest).wanted} />
        )}
      </dd>
      <dt className="text-text-muted">Statement</dt>
      <dd>
        {shown.map((pattern) => (
          <span key={pattern} className="mb-1 block last:mb-0">
            <ContrastText pieces={contrast(wanted, pattern).given} />
          </span>
        ))}
        {given.length === 0 && <span className="text-text-muted italic">nothing</span>}
        {given.length > shown.length && (
          <span className="text-text-muted">and {plural(given.length - shown.length, 'other', 'others')}</span>
        )}
      </dd>
    </dl>
  );
}

const LONGEST = 400;

/** Nothing in a name is longer than a few lines, and nothing in it turns the direction of the text. */
function shownName(name: string): string {
  return visible(name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);
}

function sidOf(miss: NearMiss, { verdict }: Diagnosis): string | undefined {
  return verdict.layers
    .find((layer) => layer.type === miss.type)
    ?.statements.find((one) => one.policyIndex === miss.policyIndex && one.statement.index === miss.index)?.statement
    .sid?.value;
}
