import type { Diagnosis } from '@/lib/diagnosis/diagnosis';
import type { LayerVerdict } from '@/lib/evaluation/verdict';
import { lackingAsAwsSays } from '@/lib/explanation/lacking';
import { typeInSentence } from '@/lib/explanation/wording';
import type { Missing } from '@/lib/guidance/missing';
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
  const lacking = lackingLayer(diagnosis);
  if (lacking === undefined) {
    const toSettle = nextAnswer(diagnosis, missing, actions);
    if (toSettle) return toSettle;
  }
  const [deciding] = verdict.deciding;
  if (deciding) {
    return { label: 'Show the statement', run: () => actions.jump(deciding.policyIndex, deciding.statement.range) };
  }
  const [miss] = nearMisses;
  if (miss) return { label: 'Show the statement', run: () => actions.jump(miss.policyIndex, miss.range) };
  const [first] = lacking?.statements ?? [];
  if (first) return { label: 'Show the policy', run: () => actions.jump(first.policyIndex) };
  return undefined;
}

/** What denies first; while that is open, what lacks an Allow as AWS says. */
function lackingLayer({ verdict, agreement: { blamed, denial } }: Diagnosis): LayerVerdict | undefined {
  const [first] = verdict.deniedBy;
  if (first !== undefined) return verdict.layers.find(({ type }) => type === first);
  if (verdict.decision !== 'undetermined' || blamed === undefined || denial === undefined) return undefined;
  return lackingAsAwsSays(verdict, { denial, policyType: blamed });
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
