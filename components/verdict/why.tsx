import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
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

/** The statements that decide or may decide, those that came near, and the policies that lack one. */
export function Why(props: WhyProps) {
  const { diagnosis, actions } = props;
  const { verdict, nearMisses } = diagnosis;
  return (
    <>
      <Deciding {...props} />
      <NearMisses {...props} />
      <LackingPolicies verdict={verdict} explained={nearMisses.map((miss) => miss.type)} actions={actions} />
    </>
  );
}

function Deciding({ diagnosis: { verdict }, lines, actions }: WhyProps) {
  if (verdict.deciding.length === 0) return null;
  return (
    <VerdictSection title={verdict.decision === 'undetermined' ? 'Statements that may decide' : 'Why'}>
      <FoldedList
        items={verdict.deciding}
        keyOf={({ policyIndex, statement }) => `${policyIndex} ${statement.index}`}
        draw={({ type, attachedTo, policyIndex, policyName, statement, ...trace }) => (
          <PlaceButton
            outcome={outcomeOfStatement({ statement, ...trace })}
            place={policyPlace(type, attachedTo)}
            lines={lines(policyIndex, statement.range)}
            onClick={() => actions.jump(policyIndex, statement.range)}
          >
            <CodeText>{statementTitle({ sid: statement.sid?.value, index: statement.index, policyName })}</CodeText>
          </PlaceButton>
        )}
      />
    </VerdictSection>
  );
}
