import { useWorkspace } from '@/components/workspace/store';
import type { NewPolicy } from '@/lib/diagnosis/edit-policies';
import { readEvidence } from '@/lib/evidence/read';
import { STEP_POLICY_TYPES, stepOfPolicyType } from '@/lib/guidance/step';
import type { PolicyType } from '@/lib/iam/policy-type';
import { findLink } from '@/lib/permalink/find-link';
import { loadNotations } from './load-notations';
import { sortPaste } from './sort-paste';

/**
 * Takes whatever was pasted or dropped on the page, by default as belonging to the open step. Gives a sentence where it
 * cannot be kept. A text that says nothing is kept as a message all the same, so that it is not lost.
 */
export async function takePaste(
  text: string,
  wanted?: Pick<NewPolicy, 'type' | 'attachedTo'>,
): Promise<string | undefined> {
  if (text.trim() === '') return undefined;
  const notations = await loadNotations(text);
  const { step, paste, addPolicy, goToStep, document, origin } = useWorkspace.getState();
  const ofStep: readonly PolicyType[] = STEP_POLICY_TYPES[wanted ? stepOfPolicyType(wanted.type) : step];
  const sorted = sortPaste(
    text,
    wanted ? [wanted.type, ...ofStep.filter((type) => type !== wanted.type)] : ofStep,
    notations,
  );
  if (sorted.kind === 'refused') return sorted.sentence;
  if (origin.kind === 'received' && !opensAnother(text)) return ONLY_READ;
  if (sorted.kind !== 'policies') {
    paste(text, notations);
    return undefined;
  }
  for (const policy of sorted.policies) {
    // Without a level of its own it goes to the one that was given last, so that it is not alone in a level without a name.
    const last = document.policies?.findLast(({ type }) => type === policy.type)?.attachedTo;
    const level = wanted?.attachedTo ?? last;
    const levelled = policy.type === 'scp' || policy.type === 'rcp';
    addPolicy({ ...policy, ...(levelled && level !== undefined && { attachedTo: level }) });
    goToStep(stepOfPolicyType(policy.type));
  }
  return undefined;
}

/** A link or a whole diagnosis takes the place of the one that is shown; everything else would change it. */
function opensAnother(text: string): boolean {
  return findLink(text) !== undefined || readEvidence(text).kind === 'diagnosis';
}

const ONLY_READ =
  'This diagnosis came by a link and is only read, so nothing was added. Choose “Make it mine” first, then paste again.';
