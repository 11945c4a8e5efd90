import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inSoundStatements, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import type { StatementView } from '@/lib/validation/policy-view';
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
  inStatements(function* ({ node }): Iterable<Found> {
    const notPrincipal = member(node, 'NotPrincipal');
    if (notPrincipal) {
      const message =
        'An RCP has no `NotPrincipal`. Write `"Principal": "*"` and name exceptions by `aws:PrincipalArn` in a condition.';
      yield { range: notPrincipal.key.range, message };
    }
    const value = member(node, 'Principal')?.value;
    if (value === undefined || (value.kind === 'string' && value.text === '*')) return;
    // Other values than texts and objects are no principals at all.
    if (value.kind !== 'object') return;
    const message = 'The `Principal` of an RCP is `"*"`. Name exceptions by `aws:PrincipalArn` in a condition.';
    const [only, ...others] = value.members;
    const everyone =
      others.length === 0 && only?.value?.kind === 'string' && only.key.value === 'AWS' && only.value.text === '*';
    yield { range: value.range, message, ...(everyone && { fixes: [changeTo(value.range, '*')] }) };
  }),
);

const RCP_SYNTAX_ERROR_NOTACTION = rcpCheck(
  'RCP_SYNTAX_ERROR_NOTACTION',
  'grammar',
  inStatements(function* ({ node }): Iterable<Found> {
    const found = member(node, 'NotAction');
    if (found) yield { range: found.key.range, message: 'An RCP has no `NotAction`. List the actions under `Action`.' };
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
const SOURCE_KEYS = ['aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceAccount'];

/** Clauses of a Deny with a negated operator on one of the keys: it hits requests that do not carry the key, too. */
function negated(statement: StatementView, keys: readonly string[]) {
  if (statement.effect?.value !== 'Deny') return [];
  return keys.flatMap((key) => clausesOn(statement, key)).filter(({ written }) => written?.negated === true);
}

function related(id: string, page: string, find: (statement: StatementView) => Iterable<Found>): Check {
  return {
    id,
    severity: 'suggestion',
    types: ['rcp'],
    rank: 'meaning',
    page: analyzerPage('general-warning', page),
    find: inSoundStatements(find),
  };
}

const RELATED_PRINCIPAL = related(
  'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  'rcp-missing-related-principal-condition-key',
  function* (statement) {
    if (isConditionedBy(statement, 'aws:PrincipalIsAWSService')) return;
    for (const { key } of negated(statement, PRINCIPAL_KEYS)) {
      const message = `AWS services that act for you carry no ${code(key.value)}, so they are denied too. Add \`"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\`.`;
      yield { range: key.range, message };
    }
  },
);

const RELATED_SERVICE_PRINCIPAL = related(
  'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
  'rcp-missing-related-service-principal-condition-key',
  function* (statement) {
    if (isConditionedBy(statement, 'aws:PrincipalIsAWSService')) return;
    for (const { key } of negated(statement, SOURCE_KEYS)) {
      const message = `Requests that come from no service carry no ${code(key.value)}, so they are denied too. Add \`"Bool": { "aws:PrincipalIsAWSService": "true" }\`.`;
      yield { range: key.range, message };
    }
  },
);

const SERVICE_NULL_CHECK = related(
  'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
  'rcp-missing-service-condition-key-null-check',
  function* (statement) {
    const asked = ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceArn'].some((key) =>
      asksForPresence(statement, key),
    );
    if (asked) return;
    for (const { key, written } of negated(statement, SOURCE_KEYS)) {
      if (written?.ifExists) continue;
      const message = `Some calls of services carry no ${code(key.value)}, and are denied too. Add \`"Null": { "aws:SourceAccount": "false" }\`.`;
      yield { range: key.range, message };
    }
  },
);

export const RCP_CHECKS: readonly Check[] = [
  RCP_SYNTAX_ERROR_ALLOW,
  RCP_SYNTAX_ERROR_PRINCIPAL,
  RCP_SYNTAX_ERROR_NOTACTION,
  RCP_SYNTAX_ERROR_ACTION_WILDCARD,
  RELATED_PRINCIPAL,
  RELATED_SERVICE_PRINCIPAL,
  SERVICE_NULL_CHECK,
];
