import { member } from '@/lib/text/json';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import { hasValue, isAboutKey } from '@/lib/validation/terms/conditions';

// Requests signed with long-term access keys carry no `aws:MultiFactorAuthPresent` at all, neither true nor false.

const PAGE = iamPage('reference_policies_condition-keys');
const KEY = 'aws:MultiFactorAuthPresent';

const MFA_BOOL_DENY_WITHOUT_IFEXISTS: Check = {
  id: 'MFA_BOOL_DENY_WITHOUT_IFEXISTS',
  severity: 'warning',
  types: [...IDENTITY_TYPES, 'scp', 'resource'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (statement.effect?.value !== 'Deny') return;
    for (const clause of statement.clauses) {
      if (!asks(clause, 'Bool', 'false')) continue;
      const message =
        'This Deny misses calls signed with long-term access keys: they carry no `aws:MultiFactorAuthPresent`. Use `BoolIfExists`.';
      report({ range: clause.operator.range, message, ...fixes(statement, clause, 'BoolIfExists') });
    }
  }),
};

const MFA_IFEXISTS_ALLOW: Check = {
  id: 'MFA_IFEXISTS_ALLOW',
  severity: 'securityWarning',
  types: [...IDENTITY_TYPES, 'resource', 'trust'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (statement.effect?.value !== 'Allow') return;
    for (const clause of statement.clauses) {
      if (!asks(clause, 'BoolIfExists', 'true')) continue;
      const message =
        'This also holds for calls signed with long-term access keys without MFA: they carry no `aws:MultiFactorAuthPresent`. Use `Bool`.';
      report({ range: clause.operator.range, message, ...fixes(statement, clause, 'Bool') });
    }
  }),
};

function asks(clause: Clause, operator: string, value: string): boolean {
  return clause.written?.name === operator && isAboutKey(clause, KEY) && hasValue(clause, value);
}

/** Another operator for the key: only where it has the operator to itself and the other one is not there yet. */
function fixes({ node }: StatementView, { operator }: Clause, name: string) {
  const condition = member(node, 'Condition')?.value;
  if (condition?.kind !== 'object' || member(condition, name)) return {};
  const keys = member(condition, operator.value)?.value;
  return keys?.kind === 'object' && keys.members.length === 1 ? { fixes: [changeTo(operator.range, name)] } : {};
}

export const MFA_CHECKS: readonly Check[] = [MFA_BOOL_DENY_WITHOUT_IFEXISTS, MFA_IFEXISTS_ALLOW];
