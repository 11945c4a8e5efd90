import { isAccountId } from '@/lib/iam/arn';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES, IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

const PAGE = iamPage('reference-arns');

/** The entries of a statement's resources whose ARN names an account. */
function accountsOf({ resource }: StatementView) {
  return (resource?.entries ?? []).flatMap(({ value, range }) => {
    const [arn, , , , account = ''] = arnFields(value);
    return arn === 'arn' && isAccountId(account) ? [{ account, range }] : [];
  });
}

const WRONG_ACCOUNT_IN_ARN: Check = {
  id: 'WRONG_ACCOUNT_IN_ARN',
  severity: 'suggestion',
  types: [...IDENTITY_TYPES, 'resource'],
  rank: 'meaning',
  page: PAGE,
  find: inStatements((statement, report, { circumstances, policyType }) => {
    const own = circumstances.account;
    if (own === undefined) return;
    const hint =
      policyType === 'resource'
        ? `the policy’s resource is in ${code(own)}, so this entry never fits it.`
        : `the policy is in ${code(own)}. If that is meant, the other account has to allow it too.`;
    for (const { account, range } of accountsOf(statement)) {
      if (account !== own) report({ range, message: `This resource is in account ${code(account)}; ${hint}` });
    }
  }),
};

const MIXED_ACCOUNTS_OR_REGIONS: Check = {
  id: 'MIXED_ACCOUNTS_OR_REGIONS',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inStatements((statement, report) => {
    const [first, ...others] = accountsOf(statement);
    const other = others.find(({ account }) => account !== first?.account);
    if (first === undefined || other === undefined) return;
    const message = `The resources of this statement are in two accounts, ${code(first.account)} and ${code(other.account)}. Check that neither is a typing mistake.`;
    report({ range: other.range, message });
  }),
};

export const ACCOUNT_CHECKS: readonly Check[] = [WRONG_ACCOUNT_IN_ARN, MIXED_ACCOUNTS_OR_REGIONS];
