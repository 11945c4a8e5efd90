import type { PrincipalKind } from '@/lib/policy/document';
import type { Located } from '@/lib/text/range';
import type { PrincipalView, StatementView } from '@/lib/validation/policy-view';

// Whom a statement is for.

/** The entries of one kind of principal, `Principal` and `NotPrincipal` alike. */
export function principalEntries(
  principal: PrincipalView | undefined,
  kind: PrincipalKind,
): readonly Located<string>[] {
  return principal?.kinds.filter((one) => one.kind === kind).flatMap((one) => one.entries) ?? [];
}

/** The entries of one kind that a statement allows or denies by `Principal`. */
export function namedPrincipals({ principal }: StatementView, kind: PrincipalKind): readonly Located<string>[] {
  return principal?.name === 'Principal' ? principalEntries(principal, kind) : [];
}

/** The place where a `Principal` lets everyone in: `"*"`, or `*` among its accounts and identities (R15). */
export function everyone({ principal }: StatementView): Located<string> | undefined {
  if (principal?.name !== 'Principal') return undefined;
  if (principal.form === '*') return { value: '*', range: principal.value };
  return principalEntries(principal, 'AWS').find((entry) => entry.value === '*');
}
