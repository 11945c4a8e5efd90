import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { typeInSentence } from '@/lib/explanation/wording';
import type { Missing } from '@/lib/guidance/missing';
import { answerPlace, isAnswered } from './answer-place';
import { goTo } from './go-to';
import type { VerdictActions } from './verdict-actions';

/** The one thing to do next, as a button. */
export interface NextThing {
  readonly label: string;
  readonly run: () => void;
}

/**
 * What AWS blames and is not here, or the first open question; where it is decided, or AWS says what a policy here lacks, the place
 * of the answer.
 */
export function nextThing(
  diagnosis: Diagnosis,
  missing: readonly Missing[],
  actions: VerdictActions,
): NextThing | undefined {
  if (!isAnswered(diagnosis)) {
    const toSettle = nextAnswer(diagnosis, missing, actions);
    if (toSettle) return toSettle;
  }
  const place = answerPlace(diagnosis);
  if (place === undefined) return undefined;
  return {
    label: place.range ? 'Show the statement' : 'Show the policy',
    run: () => actions.jump(place.policyIndex, place.range),
  };
}

/** Of an allowed request only the policy that AWS names and that is not here. */
function nextAnswer(
  { verdict, agreement }: Diagnosis,
  [first]: readonly Missing[],
  actions: VerdictActions,
): NextThing | undefined {
  if (first === undefined || !(verdict.decision === 'undetermined' || agreement.fetch)) return undefined;
  const run = goTo(first, actions);
  return run && { label: actions.readOnly ? 'Show what is missing' : labelOf(first), run };
}

function labelOf({ given }: Missing): string {
  if ('policyIndex' in given) return 'Fill in the policy';
  if (!('step' in given)) return 'Answer the open question';
  return given.type === undefined ? 'Decode the message' : `Paste the ${typeInSentence(given.type)}`;
}
