import { isAccountId } from '@/lib/iam/arn';
import type { PrincipalKind } from '@/lib/policy/document';
import type { Located, Range } from '@/lib/text/range';
import type { PrincipalView, StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

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

/** The accounts that a `Principal` names as a whole, by their number or their root: everyone whom they permit is meant. */
export function wholeAccounts(
  statement: StatementView,
): readonly { readonly account: string; readonly range: Range }[] {
  return namedPrincipals(statement, 'AWS').flatMap(({ value, range }) => {
    const account = accountOf(value);
    return account === undefined ? [] : [{ account, range }];
  });
}

function accountOf(principal: string): string | undefined {
  if (isAccountId(principal)) return principal;
  const [arn, , service, , account = '', resource] = arnFields(principal);
  return arn === 'arn' && service === 'iam' && resource === 'root' && isAccountId(account) ? account : undefined;
}

/** The place where a `Principal` lets everyone in: `"*"`, or `*` among its accounts and identities (R15). */
export function everyone({ principal }: StatementView): Located<string> | undefined {
  if (principal?.name !== 'Principal') return undefined;
  if (principal.form === '*') return { value: '*', range: principal.value };
  return principalEntries(principal, 'AWS').find((entry) => entry.value === '*');
}
