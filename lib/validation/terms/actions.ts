import { actionMatches } from '@/lib/iam/action';
import type { ActionPattern, ActionView, StatementView } from '@/lib/validation/policy-view';

// What a list of actions says about one action. Names are compared ignoring case, `*` and `?` expanded (R117).

/** The entries of an `Action` that name the action itself, without a wildcard. */
export function entriesNaming(action: ActionView | undefined, name: string): readonly ActionPattern[] {
  if (action?.name !== 'Action') return [];
  return action.entries.filter((entry) => !entry.hasWildcard && sameAction(entry.value, name));
}

/** The entries of an `Action` that fit the action, by name or by a wildcard. */
export function entriesCovering(action: ActionView | undefined, name: string): readonly ActionPattern[] {
  if (action?.name !== 'Action') return [];
  return action.entries.filter((entry) => actionMatches(entry.value, name));
}

/** Whether a statement is about the action: its `Action` fits it, or its `NotAction` leaves it in (R120). */
export function isAboutAction({ action }: StatementView, name: string): boolean {
  if (action === undefined) return false;
  const fits = action.entries.some((entry) => actionMatches(entry.value, name));
  return action.name === 'Action' ? fits : !fits;
}

/** Whether an `Action` has an entry for every action of every service. */
export function hasEveryAction(action: ActionView | undefined): boolean {
  return action?.name === 'Action' && action.entries.some((entry) => isEveryAction(entry.value));
}

/** `*`, or `*:*`, which means the same. */
export function isEveryAction(text: string): boolean {
  return text === '*' || text === '*:*';
}

/** The entries that name one action in full. */
export function literalEntries(action: ActionView | undefined): readonly ActionPattern[] {
  if (action?.name !== 'Action') return [];
  return action.entries.filter((entry) => !entry.hasWildcard && entry.prefix !== undefined);
}

export function sameAction(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
