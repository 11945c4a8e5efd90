import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { LayerVerdict } from '@/lib/evaluation/verdict';
import { lackingAsAwsSays } from '@/lib/explanation/lacking';
import type { Range } from '@/lib/text/range';

/** Where the answer stands: a stretch of a policy, or a policy as a whole. */
export interface AnswerPlace {
  /** Place in the document's policies. */
  readonly policyIndex: number;
  readonly range?: Range;
}

/** The statement that decides, else the Allow that came nearest, else a policy that should have allowed. */
export function answerPlace(diagnosis: Diagnosis): AnswerPlace | undefined {
  const { verdict, nearMisses } = diagnosis;
  const lacking = blamedLayer(diagnosis);
  const [deciding] = verdict.deciding;
  // What AWS says is known, so it comes before statements that may decide.
  if (deciding && !(verdict.decision === 'undetermined' && lacking)) {
    return { policyIndex: deciding.policyIndex, range: deciding.statement.range };
  }
  const [miss] = nearMisses;
  if (miss) return { policyIndex: miss.policyIndex, range: miss.range };
  const [first] = lacking?.statements ?? [];
  return first && { policyIndex: first.policyIndex };
}

/** What denies first; while that is open, what lacks an Allow as AWS says. */
export function blamedLayer({ verdict, agreement: { blamed, denial } }: Diagnosis): LayerVerdict | undefined {
  const [first] = verdict.deniedBy;
  if (first !== undefined) return verdict.layers.find(({ type }) => type === first);
  if (verdict.decision !== 'undetermined' || blamed === undefined || denial === undefined) return undefined;
  return lackingAsAwsSays(verdict, { denial, policyType: blamed });
}
