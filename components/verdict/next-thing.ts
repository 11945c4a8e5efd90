import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { goTo } from './depends-on';
import type { VerdictActions } from './verdict-actions';

/** The one thing to do next, as a button. */
export interface NextThing {
  readonly label: string;
  readonly run: () => void;
}

/** The deciding statement, else the Allow that came nearest, else the policy that lacks one, else the first open question. */
export function nextThing(diagnosis: Diagnosis, actions: VerdictActions): NextThing | undefined {
  const { verdict, nearMisses, dependencies } = diagnosis;
  const [question] = dependencies;
  const answer = question && goTo(question, actions);
  if (verdict.decision === 'undetermined' && answer) {
    const policies = question.unknown.kind === 'policies';
    return { label: policies ? 'Give what is missing' : 'Answer the open question', run: answer };
  }
  const [deciding] = verdict.deciding;
  if (deciding) {
    return { label: 'Show the statement', run: () => actions.jump(deciding.policyIndex, deciding.statement.range) };
  }
  const [miss] = nearMisses;
  if (miss) return { label: 'Show the statement', run: () => actions.jump(miss.policyIndex, miss.range) };
  const lacking = verdict.layers.find((layer) => layer.type === verdict.deniedBy[0]);
  const [first] = lacking?.statements ?? [];
  if (first) return { label: 'Show the policy', run: () => actions.jump(first.policyIndex) };
  return undefined;
}
