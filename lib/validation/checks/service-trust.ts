import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import type { StatementView } from '@/lib/validation/policy-view';
import { hasValue, isAboutKey, isConditionedBy } from '@/lib/validation/terms/conditions';
import { namedPrincipals, wholeAccounts } from '@/lib/validation/terms/principals';

// Trust in an AWS service, and in another account.

const PAGE = iamPage('confused-deputy');

// They hand the role to what runs in the own account, and name no source.
const WITHOUT_SOURCE: ReadonlySet<string> = new Set(
  ['ec2', 'ecs-tasks', 'lambda', 'edgelambda', 'eks', 'pods.eks'].flatMap((name) => [
    `${name}.amazonaws.com`,
    `${name}.amazonaws.com.cn`,
  ]),
);

const CONFUSED_DEPUTY_TRUST: Check = {
  id: 'CONFUSED_DEPUTY_TRUST',
  severity: 'suggestion',
  types: ['trust'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (statement.effect?.value !== 'Allow' || namesSource(statement)) return;
    for (const { value, range } of namedPrincipals(statement, 'Service')) {
      if (WITHOUT_SOURCE.has(value.toLowerCase())) continue;
      const message = `${code(value)} can be made to use this role by other customers of the service. Limit it to your own account with \`aws:SourceAccount\` or \`aws:SourceArn\`.`;
      report({ range, message });
    }
  }),
};

function namesSource(statement: StatementView): boolean {
  return isConditionedBy(statement, 'aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths');
}

const CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID: Check = {
  id: 'CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID',
  severity: 'suggestion',
  types: ['trust'],
  rank: 'meaning',
  page: iamPage('id_roles_common-scenarios_third-party'),
  find: inSoundStatements((statement, report, { circumstances }) => {
    const own = circumstances.account;
    if (own === undefined || statement.effect?.value !== 'Allow' || limitsOtherAccount(statement)) return;
    for (const { account, range } of wholeAccounts(statement)) {
      if (account === own) continue;
      const message = `Everyone whom account \`${account}\` permits can assume this role. If it belongs to a third party, ask for an external ID with \`sts:ExternalId\`.`;
      report({ range, message });
    }
  }),
};

function limitsOtherAccount(statement: StatementView): boolean {
  if (isConditionedBy(statement, 'sts:ExternalId', 'aws:PrincipalOrgID', 'aws:PrincipalArn')) return true;
  return statement.clauses.some(
    (clause) =>
      isAboutKey(clause, 'aws:MultiFactorAuthAge') ||
      (isAboutKey(clause, 'aws:MultiFactorAuthPresent') && hasValue(clause, 'true')),
  );
}

export const SERVICE_TRUST_CHECKS: readonly Check[] = [CONFUSED_DEPUTY_TRUST, CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID];
