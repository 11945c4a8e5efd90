import { CodeText } from '@/components/ui/code-text';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { Verdict } from '@/lib/evaluation/verdict';
import { LackingPolicies } from './lacking-policies';
import { policyPlace, statementTitle } from './names';
import { NearMisses } from './near-misses';
import { outcomeOfStatement } from './outcome-of';
import { PlaceButton } from './place-button';
import type { SayLines } from './use-lines';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface WhyProps {
  readonly diagnosis: Diagnosis;
  readonly lines: SayLines;
  readonly actions: VerdictActions;
}

/** The statements that decide, or, where none does, those that came near and the policies that lack one. */
export function Why({ diagnosis, lines, actions }: WhyProps) {
  const { verdict, nearMisses } = diagnosis;
  if (verdict.decision === 'implicitDeny') {
    return (
      <>
        <NearMisses diagnosis={diagnosis} lines={lines} actions={actions} />
        <LackingPolicies verdict={verdict} explained={nearMisses.map((miss) => miss.type)} actions={actions} />
      </>
    );
  }
  if (verdict.deciding.length === 0) return null;
  return (
    <VerdictSection title={TITLES[verdict.decision]}>
      <ul>
        {verdict.deciding.map((trace) => (
          <li key={`${trace.policyIndex} ${trace.statement.index}`}>
            <PlaceButton
              outcome={outcomeOfStatement(trace)}
              place={policyPlace(trace.type, trace.attachedTo)}
              lines={lines(trace.policyIndex, trace.statement.range)}
              onClick={() => actions.jump(trace.policyIndex, trace.statement.range)}
            >
              <CodeText>
                {statementTitle({
                  sid: trace.statement.sid?.value,
                  index: trace.statement.index,
                  policyName: trace.policyName,
                })}
              </CodeText>
            </PlaceButton>
          </li>
        ))}
      </ul>
    </VerdictSection>
  );
}

const TITLES = {
  allowed: 'Why',
  explicitDeny: 'Why',
  undetermined: 'Statements that may decide',
} satisfies Record<Exclude<Verdict['decision'], 'implicitDeny'>, string>;
