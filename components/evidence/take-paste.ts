import { useWorkspace } from '@/components/workspace/store';
import { sortPaste } from './sort-paste';

/**
 * Takes whatever was pasted or dropped somewhere on the page. Gives a sentence where it cannot be kept. A text that says
 * nothing is kept as a message all the same, so that it is not lost.
 */
export async function takePaste(text: string): Promise<string | undefined> {
  if (text.trim() === '') return undefined;
  const { step, paste, addPolicy, goToStep, select, document } = useWorkspace.getState();
  const sorted = sortPaste(text, step);
  if (sorted.kind === 'refused') return sorted.sentence;
  if (sorted.kind !== 'policies') {
    paste(text);
    return undefined;
  }
  const { type } = sorted;
  // The level that was given last, so that an SCP does not end up in a level without a name.
  const level = document.policies?.findLast((policy) => policy.type === type)?.attachedTo;
  const levelled = type === 'scp' || type === 'rcp';
  const keys = sorted.texts.map((policy) =>
    addPolicy({ type, text: policy, ...(levelled && level !== undefined && { attachedTo: level }) }),
  );
  goToStep(sorted.step);
  select(keys[0]);
  return undefined;
}
