import type { Missing } from '@/lib/guidance/missing';
import type { VerdictActions } from './verdict-actions';

/** Leads to where something missing is given; `undefined` where the page has no such place. */
export function goTo(
  { given }: Missing,
  { answer, jump, openMessage, openType }: VerdictActions,
): (() => void) | undefined {
  if ('step' in given) {
    const { type } = given;
    return type === undefined ? openMessage : openType && (() => openType(type));
  }
  if ('policyIndex' in given) return () => jump(given.policyIndex);
  const { unknown } = given;
  if (unknown.kind === 'unreadable') return () => jump(unknown.policyIndex, unknown.range);
  return answer && (() => answer(unknown));
}
