import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import { typeInSentence } from '@/lib/explanation/wording';
import type { Missing } from '@/lib/guidance/missing';
import type { PolicyType } from '@/lib/iam/policy-type';
import { goTo } from './go-to';
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
export function nextThing(
  diagnosis: Diagnosis,
  missing: readonly Missing[],
  actions: VerdictActions,
): NextThing | undefined {
  const { verdict, nearMisses } = diagnosis;
  const lackingType = verdict.deniedBy[0] ?? lackingAsAwsSays(diagnosis);
  if (lackingType === undefined) {
    const toSettle = nextAnswer(diagnosis, missing, actions);
    if (toSettle) return toSettle;
  }
  const [deciding] = verdict.deciding;
  if (deciding) {
    return { label: 'Show the statement', run: () => actions.jump(deciding.policyIndex, deciding.statement.range) };
  }
  const [miss] = nearMisses;
  if (miss) return { label: 'Show the statement', run: () => actions.jump(miss.policyIndex, miss.range) };
  const lacking = verdict.layers.find((layer) => layer.type === lackingType);
  const [first] = lacking?.statements ?? [];
  if (first) return { label: 'Show the policy', run: () => actions.jump(first.policyIndex) };
  return undefined;
}

/** The type that allows nothing, as AWS says, and whose policies are here: whatever else is open, this is what to mend. */
function lackingAsAwsSays({ verdict, agreement: { blamed, denial } }: Diagnosis): PolicyType | undefined {
  const layer = verdict.layers.find(({ type }) => type === blamed);
  return verdict.decision === 'undetermined' && denial === 'implicit' && layer?.outcome === 'implicitDeny'
    ? layer.type
    : undefined;
}

/** Of an allowed request only the policy that AWS names and that is not here. */
function nextAnswer(
  { verdict, agreement }: Diagnosis,
  [first]: readonly Missing[],
  actions: VerdictActions,
): NextThing | undefined {
  if (first === undefined || !(verdict.decision === 'undetermined' || agreement.fetch)) return undefined;
  const run = goTo(first, actions);
  return run && { label: labelOf(first), run };
}

function labelOf({ given }: Missing): string {
  if ('policyIndex' in given) return 'Fill in the policy';
  if (!('step' in given)) return 'Answer the open question';
  return given.type === undefined ? 'Decode the message' : `Paste the ${typeInSentence(given.type)}`;
}
