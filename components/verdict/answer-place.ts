import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { LayerVerdict, StatementTrace } from '@/lib/evaluation/verdict';
import { lackingAsAwsSays, openStatements } from '@/lib/explanation/blamed';
import type { Range } from '@/lib/text/range';

/** Where the answer stands: a stretch of a policy, or a policy as a whole. */
export interface AnswerPlace {
  /** Place in the document's policies. */
  readonly policyIndex: number;
  readonly range?: Range;
}

/**
 * The statement that decides, else the Allow that came nearest, else a policy that should have allowed. While it is open, what AWS says
 * comes before statements that may decide.
 */
export function answerPlace(diagnosis: Diagnosis): AnswerPlace | undefined {
  const { verdict, nearMisses } = diagnosis;
  const [open] = openAsAwsSays(diagnosis);
  if (open) return placeOf(open);
  const lacking = lackingLayer(diagnosis);
  const [deciding] = verdict.deciding;
  if (deciding && !(verdict.decision === 'undetermined' && lacking)) return placeOf(deciding);
  const [miss] = nearMisses;
  if (miss) return { policyIndex: miss.policyIndex, range: miss.range };
  const [first] = lacking?.statements ?? [];
  return first && { policyIndex: first.policyIndex };
}

/** Whether it is decided, or AWS's words tell enough of what is here. */
export function isAnswered(diagnosis: Diagnosis): boolean {
  return openAsAwsSays(diagnosis).length > 0 || lackingLayer(diagnosis) !== undefined;
}

/** While it is open, the statements of which AWS's message speaks. */
function openAsAwsSays({ verdict, report }: Diagnosis): readonly StatementTrace[] {
  return verdict.decision === 'undetermined' ? openStatements(verdict, report) : [];
}

function placeOf({ policyIndex, statement }: StatementTrace): AnswerPlace {
  return { policyIndex, range: statement.range };
}

/** What denies first; while that is open, what lacks an Allow as AWS says. */
function lackingLayer({ verdict, report }: Diagnosis): LayerVerdict | undefined {
  const [first] = verdict.deniedBy;
  if (first !== undefined) return verdict.layers.find(({ type }) => type === first);
  return verdict.decision === 'undetermined' ? lackingAsAwsSays(verdict, report) : undefined;
}
