import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { typeInSentence } from '@/lib/explanation/wording';
import { goTo, mostUsefulFirst } from './questions';
import type { VerdictActions } from './verdict-actions';

/** The one thing to do next, as a button. */
export interface NextThing {
  readonly label: string;
  readonly run: () => void;
}

/**
 * What AWS blames and is not here, or the first open question; where it is decided, the statement that decides, else the
 * Allow that came nearest, else the policy that lacks one.
 */
export function nextThing(diagnosis: Diagnosis, actions: VerdictActions): NextThing | undefined {
  const { verdict, nearMisses } = diagnosis;
  if (verdict.deniedBy.length === 0) {
    const toSettle = nextAnswer(diagnosis, actions);
    if (toSettle) return toSettle;
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

function nextAnswer(diagnosis: Diagnosis, actions: VerdictActions): NextThing | undefined {
  const { verdict, agreement } = diagnosis;
  const { openType } = actions;
  const { fetch } = agreement;
  if (fetch && openType) return { label: `Paste the ${typeInSentence(fetch.type)}`, run: () => openType(fetch.type) };
  if (verdict.decision !== 'undetermined') return undefined;
  const [question] = mostUsefulFirst(diagnosis);
  if (question === undefined) return undefined;
  const { unknown } = question;
  const run = goTo(question, actions);
  const label = unknown.kind === 'policies' ? `Paste the ${typeInSentence(unknown.type)}` : 'Answer the open question';
  return run && { label, run };
}
