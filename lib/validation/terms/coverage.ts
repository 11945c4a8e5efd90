import { type JsonNode, member } from '@/lib/text/json';
import { patternCovers } from '@/lib/text/pattern-covers';
import { patternsMeet } from '@/lib/text/patterns-meet';
import { wildcardPattern } from '@/lib/text/wildcard';
import type { StatementView } from '@/lib/validation/policy-view';
import { principalEntries } from '@/lib/validation/terms/principals';

// Whether one statement includes another: everything that the narrow one is about, the wide one is about too.

/** Whether the wide statement is about every action, resource and principal that the narrow one is about. */
export function isWithin(narrow: StatementView, wide: StatementView): boolean {
  return (
    withinPrincipals(narrow, wide) &&
    within(narrow.action, wide.action, ['Action', (text) => text.toLowerCase()]) &&
    within(narrow.resource, wide.resource, ['Resource', (text) => text])
  );
}

interface Patterns {
  readonly name: string;
  readonly entries: readonly { readonly value: string }[];
}

function within(
  narrow: Patterns | undefined,
  wide: Patterns | undefined,
  [name, fold]: readonly [string, (text: string) => string],
): boolean {
  if (narrow === undefined || wide === undefined) return narrow === wide;
  const few = narrow.entries.map(({ value }) => fold(value));
  const many = wide.entries.map(({ value }) => fold(value));
  if (narrow.name === name && wide.name === name) return few.length > 0 && areCovered(few, many);
  // What the wide one leaves out has to be left out by the narrow one as well.
  if (narrow.name !== name && wide.name !== name) return many.length === 0 || areCovered(many, few);
  if (narrow.name === name) return few.every((one) => many.every((other) => !meet(one, other)));
  return many.some((one) => /^\*+$/.test(one));
}

function areCovered(few: readonly string[], many: readonly string[]): boolean {
  const exact = new Set(many);
  const open = many.filter((text) => /[*?]/.test(text)).map(wildcardPattern);
  return few.every((text) => exact.has(text) || open.some((wide) => patternCovers(wide, wildcardPattern(text))));
}

function meet(left: string, right: string): boolean {
  return patternsMeet(wildcardPattern(left), wildcardPattern(right));
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
export function sayingOf({ node }: StatementView): string {
  const members = node.members.filter(({ key }) => key.value !== 'Sid');
  return members
    .map(({ key, value }) => `${JSON.stringify(key.value)}:${value ? canonical(value) : ''}`)
    .sort()
    .join();
}

/** The same for its `Condition` alone; the empty text where there is none. */
export function conditionOf({ node, clauses }: StatementView): string {
  const condition = member(node, 'Condition')?.value;
  return condition && clauses.length > 0 ? canonical(condition) : '';
}

function canonical(node: JsonNode): string {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(
        ({ key, value }) => `${JSON.stringify(key.value)}:${value ? canonical(value) : ''}`,
      );
      return `{${members.sort().join()}}`;
    }
    case 'array':
      return node.items.map(canonical).sort().join();
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return JSON.stringify(node.text);
  }
}
