import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inSoundStatements, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { asksForPresence, clausesOn, isConditionedBy } from '@/lib/validation/terms/conditions';
import { isEveryResource } from '@/lib/validation/terms/resources';

// Resource control policies.
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html

const SYNTAX_PAGE = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html';

function rcpCheck(id: string, rank: Check['rank'], find: Check['find']): Check {
  return { id, severity: 'error', types: ['rcp'], rank, page: SYNTAX_PAGE, find };
}

/** AWS's own RCP, attached everywhere, is the one that allows (R40). */
function isFullAccess({ effect, principal, action, resource, clauses }: StatementView): boolean {
  return (
    effect?.value === 'Allow' &&
    principal?.form === '*' &&
    action?.name === 'Action' &&
    action.entries.every(({ value }) => value === '*') &&
    resource?.name === 'Resource' &&
    resource.entries.every(({ value }) => isEveryResource(value)) &&
    clauses.length === 0
  );
}

function isFullAccessPolicy({ policy }: Subject): boolean {
  const [only, ...others] = policy?.statements ?? [];
  return only !== undefined && others.length === 0 && isFullAccess(only);
}

const RCP_SYNTAX_ERROR_ALLOW = rcpCheck('RCP_SYNTAX_ERROR_ALLOW', 'grammar', function* (subject): Iterable<Found> {
  if (isFullAccessPolicy(subject)) return;
  for (const { effect } of subject.policy?.statements ?? []) {
    if (effect?.value !== 'Allow') continue;
    const message =
      'An RCP that you write can only deny: what is not denied stays allowed by AWS’s own `RCPFullAWSAccess`.';
    yield { range: effect.range, message };
  }
});

const RCP_SYNTAX_ERROR_PRINCIPAL = rcpCheck(
  'RCP_SYNTAX_ERROR_PRINCIPAL',
  'grammar',
  inStatements(({ node }, report) => {
    const notPrincipal = member(node, 'NotPrincipal');
    if (notPrincipal) {
      const message =
        'An RCP has no `NotPrincipal`. Write `"Principal": "*"` and name exceptions by `aws:PrincipalArn` in a condition.';
      report({ range: notPrincipal.key.range, message });
    }
    const value = member(node, 'Principal')?.value;
    if (value === undefined || (value.kind === 'string' && value.text === '*')) return;
    // Other values than texts and objects are no principals at all.
    if (value.kind !== 'object') return;
    const message = 'The `Principal` of an RCP is `"*"`. Name exceptions by `aws:PrincipalArn` in a condition.';
    const [only, ...others] = value.members;
    const everyone =
      others.length === 0 && only?.value?.kind === 'string' && only.key.value === 'AWS' && only.value.text === '*';
    report({ range: value.range, message, ...(everyone && { fixes: [changeTo(value.range, '*')] }) });
  }),
);

const RCP_SYNTAX_ERROR_NOTACTION = rcpCheck(
  'RCP_SYNTAX_ERROR_NOTACTION',
  'grammar',
  inStatements(({ node }, report) => {
    const found = member(node, 'NotAction');
    if (found)
      report({ range: found.key.range, message: 'An RCP has no `NotAction`. List the actions under `Action`.' });
  }),
);

const RCP_SYNTAX_ERROR_ACTION_WILDCARD = rcpCheck(
  'RCP_SYNTAX_ERROR_ACTION_WILDCARD',
  'grammar',
  function* (subject): Iterable<Found> {
    if (isFullAccessPolicy(subject)) return;
    for (const { action } of subject.policy?.statements ?? []) {
      for (const { value, range } of action?.entries ?? []) {
        if (value !== '*') continue;
        yield {
          range,
          message: 'An RCP that you write names the service of its actions, such as `s3:*`, not `*` alone.',
        };
      }
    }
  },
);

const PRINCIPAL_KEYS = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalAccount'];
const ASKED_FOR = ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceArn'];
const SOURCE_KEYS = ['aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceAccount'];

/** Clauses of a Deny with a negated operator on one of the keys: it hits requests that do not carry the key, too. */
function negated(statement: StatementView, keys: readonly string[]) {
  if (statement.effect?.value !== 'Deny') return [];
  return keys.flatMap((key) => clausesOn(statement, key)).filter(({ written }) => written?.negated === true);
}

/** Requests that lack one of the keys, and are denied by it though nobody meant them. */
function lackingKey(
  id: string,
  keys: readonly string[],
  isMeant: (statement: StatementView, clause: Clause) => boolean,
  say: (key: string) => string,
): Check {
  return {
    id,
    severity: 'suggestion',
    types: ['rcp'],
    rank: 'meaning',
    page: analyzerPage('general-warning', id.toLowerCase().replaceAll('_', '-')),
    find: inSoundStatements((statement, report) => {
      for (const clause of negated(statement, keys)) {
        const { key } = clause;
        if (!isMeant(statement, clause)) report({ range: key.range, message: say(code(key.value)) });
      }
    }),
  };
}

function tellsServices(statement: StatementView): boolean {
  return isConditionedBy(statement, 'aws:PrincipalIsAWSService');
}

const LACKING_KEYS: readonly Check[] = [
  lackingKey(
    'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    PRINCIPAL_KEYS,
    tellsServices,
    (key) =>
      `AWS services that act for you carry no ${key}, so they are denied too. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\`.`,
  ),
  lackingKey(
    'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    SOURCE_KEYS,
    tellsServices,
    (key) =>
      `Requests that come from no service carry no ${key}, so they are denied too. Add \`"Bool": { "aws:PrincipalIsAWSService": "true" }\`.`,
  ),
  lackingKey(
    'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    SOURCE_KEYS,
    (statement, { written }) => written?.ifExists === true || ASKED_FOR.some((key) => asksForPresence(statement, key)),
    (key) =>
      `Some calls of services carry no ${key}, and are denied too. Add \`"Null": { "aws:SourceAccount": "false" }\`.`,
  ),
];

export const RCP_CHECKS: readonly Check[] = [
  RCP_SYNTAX_ERROR_ALLOW,
  RCP_SYNTAX_ERROR_PRINCIPAL,
  RCP_SYNTAX_ERROR_NOTACTION,
  RCP_SYNTAX_ERROR_ACTION_WILDCARD,
  ...LACKING_KEYS,
];
