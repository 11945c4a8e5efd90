import { type JsonNode, member } from '@/lib/text/json';
import { oncePer } from '@/lib/text/once-per';
import { patternCovers } from '@/lib/text/pattern-covers';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { type Pattern, wildcardPattern } from '@/lib/text/wildcard';
import type { StatementView } from '@/lib/validation/policy-view';
import { principalEntries } from '@/lib/validation/terms/principals';
import { isEveryResource } from '@/lib/validation/terms/resources';

// Whether one statement includes another: everything that the narrow one is about, the wide one is about too.

/** What a statement is about, ready to be held against other statements: each is held against every other one. */
export interface Reach {
  readonly statement: StatementView;
  /** What its `Condition` says; the empty text where there is none. */
  readonly condition: string;
  readonly actions: Patterns | undefined;
  readonly resources: Patterns | undefined;
}

export const reachOf = oncePer((statement: StatementView): Reach => {
  const { action, resource } = statement;
  const actions = action?.entries.map(({ id }) => id);
  const resources = resource?.entries.map(({ value }) => value);
  return {
    statement,
    condition: conditionOf(statement),
    actions: actions && patternsOf(action?.name === 'NotAction', actions),
    resources: resources && patternsOf(resource?.name === 'NotResource', resources),
  };
});

/** Whether the wide statement is about every action, resource and principal that the narrow one is about. */
export function isWithin(narrow: Reach, wide: Reach): boolean {
  return (
    within(narrow.actions, wide.actions) &&
    within(narrow.resources, wide.resources) &&
    withinPrincipals(narrow.statement, wide.statement)
  );
}

interface Patterns {
  /** `NotAction`, `NotResource`: what the statement leaves out. */
  readonly isExcluding: boolean;
  readonly all: readonly { readonly text: string; readonly pattern: Pattern }[];
  readonly texts: ReadonlySet<string>;
  readonly withWildcard: readonly Pattern[];
}

function patternsOf(isExcluding: boolean, texts: readonly string[]): Patterns {
  const all = texts.map((text) => ({ text, pattern: wildcardPattern(text) }));
  const withWildcard = all
    .map(({ pattern }) => pattern)
    .filter((pattern) => pattern.some(({ kind }) => kind !== 'text'));
  return { isExcluding, all, texts: new Set(texts), withWildcard };
}

function within(few: Patterns | undefined, many: Patterns | undefined): boolean {
  if (few === undefined || many === undefined) return few === many;
  if (!few.isExcluding && !many.isExcluding) return few.all.length > 0 && areCovered(few, many);
  // What the wide one leaves out has to be left out by the narrow one as well.
  if (few.isExcluding && many.isExcluding) return many.all.length === 0 || areCovered(many, few);
  if (many.isExcluding)
    return few.all.every((one) => many.all.every((other) => !patternsMeet(one.pattern, other.pattern)));
  return many.all.some(({ text }) => isEveryResource(text));
}

function areCovered(few: Patterns, many: Patterns): boolean {
  return few.all.every(
    ({ text, pattern }) => many.texts.has(text) || many.withWildcard.some((wide) => patternCovers(wide, pattern)),
  );
}

function withinPrincipals({ principal: narrow }: StatementView, { principal: wide }: StatementView): boolean {
  if (narrow === undefined || wide === undefined) return narrow === wide;
  if (narrow.name === 'NotPrincipal' || wide.name === 'NotPrincipal') return false;
  if (wide.form === '*' || principalEntries(wide, 'AWS').some(({ value }) => value === '*')) return true;
  if (narrow.form !== 'object') return false;
  const listed = new Set(wide.kinds.flatMap(({ kind, entries }) => entries.map(({ value }) => `${kind} ${value}`)));
  return narrow.kinds.every(({ kind, entries }) => entries.every(({ value }) => listed.has(`${kind} ${value}`)));
}

/** What a statement says, apart from its `Sid`, from the order of lists and from one value written as a list. */
export const sayingOf = oncePer(({ node }: StatementView): string => {
  const members = node.members.filter(({ key }) => key.value !== 'Sid');
  return members
    .map(({ key, value }) => named(key.value, value))
    .sort()
    .join();
});

function conditionOf({ node, clauses }: StatementView): string {
  const condition = clauses.length > 0 ? member(node, 'Condition')?.value : undefined;
  return condition ? canonical(condition) : '';
}

function named(name: string, value: JsonNode | undefined): string {
  return `${whole(name)}:${value ? canonical(value) : ''}`;
}

/** A text with its length before it, so that no two lists of texts are written alike. */
function whole(text: string): string {
  return `${text.length}"${text}`;
}

function canonical(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ key, value }) => named(key.value, value));
      return `{${members.sort().join()}}`;
    }
    case 'array':
      return node.items.map(canonical).sort().join();
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return whole(node.text);
  }
}
