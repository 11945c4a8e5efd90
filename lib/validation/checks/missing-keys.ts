import { keyId } from '@/lib/iam/context-key';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { knownKey } from '@/lib/validation/condition-keys';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import { askForPresence } from '@/lib/validation/terms/condition-edits';
import { asksForPresence, asksForValue, clausesAbout } from '@/lib/validation/terms/conditions';
import { everyone } from '@/lib/validation/terms/principals';

// Conditions of an Allow that hold as well where the request does not carry their key.

const FORALLVALUES_WITHOUT_NULL_CHECK: Check = {
  id: 'FORALLVALUES_WITHOUT_NULL_CHECK',
  severity: 'securityWarning',
  types: [...IDENTITY_TYPES, 'resource', 'trust', 'endpoint'],
  rank: 'meaning',
  page: iamPage('reference_policies_condition-single-vs-multi-valued-context-keys'),
  find: inSoundStatements((statement, report, { catalog, text }) => {
    if (statement.effect?.value !== 'Allow') return;
    for (const { written, key } of statement.clauses) {
      if (written?.prefix !== 'ForAllValues' || written.operator === 'Null') continue;
      if (knownKey(key.value, catalog)?.isMultivalued !== true || mustBeThere(statement, key.value)) continue;
      const message = `\`ForAllValues\` also holds where the request carries no ${code(key.value)} at all. Add \`"Null": { "${key.value}": "false" }\` to the condition.`;
      report({ range: key.range, message, fixes: askForPresence(statement, key.value, text) });
    }
  }),
};

/** Whether another clause of the statement fails where the key is missing. */
function mustBeThere(statement: StatementView, key: string): boolean {
  if (asksForPresence(statement, key)) return true;
  return clausesAbout(statement, key).some((clause) => asksForValue(clause) || isAny(clause));
}

/** `ForAnyValue` needs a value, whatever the operator (C108). */
function isAny({ written }: Clause): boolean {
  return written?.prefix === 'ForAnyValue' && written.operator !== 'Null';
}

const NEGATED_OPERATOR_ALLOW_MISSING_KEY: Check = {
  id: 'NEGATED_OPERATOR_ALLOW_MISSING_KEY',
  severity: 'suggestion',
  types: [...IDENTITY_TYPES, 'resource'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_condition_operators'),
  find: inSoundStatements((statement, report, { catalog, text }) => {
    if (statement.effect?.value !== 'Allow') return;
    for (const { written, key } of statement.clauses) {
      // `IfExists` says that a missing key is meant.
      if (written === undefined || !written.negated || written.ifExists || written.prefix !== undefined) continue;
      const isGlobal = keyId(key.value).startsWith('aws:') && knownKey(key.value, catalog) !== undefined;
      if (!isGlobal || isAlwaysThere(key.value, statement) || mustBeThere(statement, key.value)) continue;
      const message = `${code(written.name)} also holds where the request carries no ${code(key.value)}. If it has to be there, add \`"Null": { "${key.value}": "false" }\`.`;
      report({ range: key.range, message, fixes: askForPresence(statement, key.value, text) });
    }
  }),
};

// Keys of every request (C182); those of the second line are missing only where nobody signed.
const IN_EVERY_REQUEST =
  'aws:currenttime aws:epochtime aws:securetransport aws:useragent aws:requestedregion aws:viaawsservice aws:principalaccount aws:principaltype aws:userid aws:resourceaccount'.split(
    ' ',
  );
const IN_SIGNED_REQUESTS = 'aws:principalarn aws:principalisawsservice'.split(' ');

function isAlwaysThere(key: string, statement: StatementView): boolean {
  const id = keyId(key);
  return IN_EVERY_REQUEST.includes(id) || (IN_SIGNED_REQUESTS.includes(id) && everyone(statement) === undefined);
}

export const MISSING_KEY_CHECKS: readonly Check[] = [
  FORALLVALUES_WITHOUT_NULL_CHECK,
  NEGATED_OPERATOR_ALLOW_MISSING_KEY,
];
