import type { Action, Catalog } from '@/lib/catalog/catalog';
import { actionMatches } from '@/lib/iam/action';
import { oncePer } from '@/lib/text/once-per';
import { type TextMatcher, wildcardMatcher } from '@/lib/text/wildcard';
import type { ActionPattern, ActionView, StatementView } from '@/lib/validation/policy-view';

// What a list of actions says about one action. Names are compared ignoring case, `*` and `?` expanded (R117).

/** The entries of an `Action` that name the action itself, without a wildcard. */
export function entriesNaming(action: ActionView | undefined, name: string): readonly ActionPattern[] {
  if (action?.name !== 'Action') return [];
  const wanted = name.toLowerCase();
  return action.entries.filter(({ id, hasWildcard }) => !hasWildcard && id === wanted);
}

/** The entries of an `Action` that fit the action, by name or by a wildcard. */
export function entriesCovering(action: ActionView | undefined, name: string): readonly ActionPattern[] {
  if (action?.name !== 'Action') return [];
  return fits(action, name) ? action.entries.filter((entry) => actionMatches(entry.value, name)) : [];
}

/** Whether a statement is about the action: its `Action` fits it, or its `NotAction` leaves it in (R120). */
export function isAboutAction({ action }: StatementView, name: string): boolean {
  if (action === undefined) return false;
  return (action.name === 'Action') === fits(action, name);
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

/** An entry that names one action in full, and what is known of that action. */
export interface KnownAction {
  readonly entry: ActionPattern;
  readonly action: Action;
}

/** The entries of an `Action` whose actions the catalog knows. A policy is checked with one catalog. */
export function knownActions(action: ActionView | undefined, catalog: Catalog): readonly KnownAction[] {
  return action ? lookedUp(action, catalog) : [];
}

const lookedUp = oncePer((view: ActionView, catalog: Catalog): readonly KnownAction[] =>
  literalEntries(view).flatMap((entry) => {
    const action = catalog.action(entry.value);
    return action ? [{ entry, action }] : [];
  }),
);

/** A list of actions, read once: policies have up to some thousands of them, and dozens of checks ask. */
interface ActionIndex {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly TextMatcher[];
}

const indexOf = oncePer(({ entries }: ActionView): ActionIndex => {
  return {
    names: new Set(entries.map(({ id }) => id)),
    // A pattern without a colon fits nothing, stars apart (R118).
    patterns: entries
      .filter(({ id, prefix, hasWildcard }) => hasWildcard && (prefix !== undefined || /^\*+$/.test(id)))
      .map(({ id }) => wildcardMatcher(id)),
  };
});

/** Whether an entry fits the action, whose name has no wildcard. */
function fits(action: ActionView, name: string): boolean {
  const { names, patterns } = indexOf(action);
  const lower = name.toLowerCase();
  return names.has(lower) || patterns.some((matches) => matches(lower));
}
