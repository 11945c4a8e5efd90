import { CircleAlert, TriangleAlert } from 'lucide-react';
import { CodeText } from '@/components/ui/code-text';
import { FoldedList } from '@/components/ui/folded-list';
import type { DocumentProblem } from '@/lib/diagnosis/diagnosis';
import { policiesOf } from '@/lib/diagnosis/edit-policies';
import { policyName } from '@/lib/diagnosis/prepare';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { visible } from '@/lib/text/wording';
import { PlaceButton } from './place-button';
import type { SayLines } from './use-lines';
import type { VerdictActions } from './verdict-actions';
import { VerdictSection } from './verdict-section';

interface ProblemListProps {
  readonly problems: readonly DocumentProblem[];
  readonly document: DiagnosisDocument;
  readonly lines: SayLines;
  readonly actions: VerdictActions;
}

/** What was wrong with the input, policy by policy in their order; what is about no policy comes first. */
export function ProblemList({ problems, document, lines, actions }: ProblemListProps) {
  if (problems.length === 0) return null;
  const ordered = problems.toSorted((one, other) => (one.policyIndex ?? -1) - (other.policyIndex ?? -1));
  return (
    <VerdictSection title="Problems in what was given">
      <FoldedList
        items={ordered}
        keyOf={(_, place) => `${place}`}
        draw={(problem) => <ProblemLine problem={problem} document={document} lines={lines} actions={actions} />}
      />
    </VerdictSection>
  );
}

interface ProblemLineProps extends Omit<ProblemListProps, 'problems'> {
  readonly problem: DocumentProblem;
}

function ProblemLine({
  problem: { message, severity, policyIndex, range },
  document,
  lines,
  actions,
}: ProblemLineProps) {
  const icon = ICONS[severity];
  if (policyIndex === undefined) {
    return (
      <p className="flex gap-2 py-1">
        <span className="mt-[0.22em] shrink-0">{icon}</span>
        <span>
          <CodeText>{message}</CodeText>
        </span>
      </p>
    );
  }
  const name = visible(policyName(policiesOf(document), policyIndex));
  return (
    <PlaceButton
      icon={icon}
      place={name}
      lines={range && lines(policyIndex, range)}
      onClick={() => actions.jump(policyIndex, range)}
    >
      <CodeText>{message}</CodeText>
    </PlaceButton>
  );
}

const ICONS = {
  error: <CircleAlert aria-label="Error" className="size-4 text-denies-line" />,
  warning: <TriangleAlert aria-label="Warning" className="size-4 text-lacks-line" />,
} satisfies Record<DocumentProblem['severity'], unknown>;
