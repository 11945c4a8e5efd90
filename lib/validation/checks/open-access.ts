import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { isAboutKey, isUnconditional } from '@/lib/validation/terms/conditions';
import { isEveryAddress, limitsCaller } from '@/lib/validation/terms/limits';
import { everyone, wholeAccounts } from '@/lib/validation/terms/principals';

// Who is let in without being named.

const PUBLIC_RESOURCE_POLICY: Check = {
  id: 'PUBLIC_RESOURCE_POLICY',
  severity: 'securityWarning',
  types: ['resource'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_principal'),
  find: inSoundStatements((statement, report) => {
    const { effect, clauses } = statement;
    const open = everyone(statement);
    if (effect?.value !== 'Allow' || open === undefined || clauses.some(limitsCaller)) return;
    const message = `Anyone on the internet can do this: ${whom(statement)} Name the accounts or roles, or add a condition such as \`aws:PrincipalOrgID\`.`;
    report({ range: open.range, message });
  }),
};

function whom(statement: StatementView): string {
  return isUnconditional(statement)
    ? '`*` stands for every AWS account and for anonymous callers.'
    : '`*` stands for every AWS account and for anonymous callers, and no condition limits who calls.';
}

const CROSS_ACCOUNT_ACCESS_WITHOUT_CONDITION: Check = {
  id: 'CROSS_ACCOUNT_ACCESS_WITHOUT_CONDITION',
  severity: 'suggestion',
  types: ['resource'],
  rank: 'meaning',
  page: iamPage('reference_policies_evaluation-logic-cross-account'),
  find: inSoundStatements((statement, report, { circumstances }) => {
    const own = circumstances.account;
    // Whose the resource is has to be known: without, nobody is a stranger.
    if (own === undefined || statement.effect?.value !== 'Allow' || statement.clauses.some(limitsCaller)) return;
    for (const { account, range } of wholeAccounts(statement)) {
      if (account === own) continue;
      const message = `Everyone whom account ${code(account)} permits can do this, and the resource is in account ${code(own)}. Name the roles that need it, or add a condition such as \`aws:PrincipalArn\` or \`aws:PrincipalOrgID\`.`;
      report({ range, message });
    }
  }),
};

const TRUST_ANY_PRINCIPAL: Check = {
  id: 'TRUST_ANY_PRINCIPAL',
  severity: 'securityWarning',
  types: ['trust'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_principal'),
  find: inSoundStatements((statement, report) => {
    const { effect, principal, clauses } = statement;
    const open = principal?.form === 'object' ? everyone(statement) : undefined;
    if (effect?.value !== 'Allow' || open === undefined) return;
    if (clauses.some((clause) => limitsCaller(clause) || isAboutKey(clause, 'sts:ExternalId'))) return;
    const message =
      'Anyone in any AWS account can assume this role. Name the accounts or roles, or add a condition such as `aws:PrincipalOrgID`.';
    report({ range: open.range, message });
  }),
};

const SOURCE_IP_ANYWHERE: Check = {
  id: 'SOURCE_IP_ANYWHERE',
  severity: 'securityWarning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: iamPage('reference_policies_elements_condition_operators'),
  find: inSoundStatements(({ effect, clauses }, report) => {
    if (effect?.value !== 'Allow') return;
    for (const clause of clauses) {
      if (clause.base !== 'IpAddress' || !isAboutKey(clause, 'aws:SourceIp')) continue;
      for (const { text, range } of clause.values) {
        if (!isEveryAddress(text)) continue;
        const message =
          'This range is the whole internet, so the condition lets every address in. Name the addresses that you mean.';
        report({ range, message });
      }
    }
  }),
};

export const OPEN_ACCESS_CHECKS: readonly Check[] = [
  PUBLIC_RESOURCE_POLICY,
  CROSS_ACCOUNT_ACCESS_WITHOUT_CONDITION,
  TRUST_ANY_PRINCIPAL,
  SOURCE_IP_ANYWHERE,
];
