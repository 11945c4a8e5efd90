import { keyId } from '@/lib/iam/context-key';
import { code } from '@/lib/text/wording';
import { type Check, type Found, inSoundStatements, inStatements } from '@/lib/validation/check';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { hasEveryAction, isEveryAction } from '@/lib/validation/terms/actions';

// SCPs and RCPs limit; they never grant. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html

const GUIDE = 'https://docs.aws.amazon.com/organizations/latest/userguide';

const SCP_ALLOW_DOES_NOT_GRANT: Check = {
  id: 'SCP_ALLOW_DOES_NOT_GRANT',
  severity: 'suggestion',
  types: ['scp'],
  rank: 'meaning',
  page: `${GUIDE}/orgs_manage_policies_scps_evaluation.html`,
  *find({ policy }): Iterable<Found> {
    const allows = policy?.statements.filter(({ sound, effect }) => sound && effect?.value === 'Allow') ?? [];
    if (allows.some(({ action }) => action?.name === 'NotAction' || hasEveryAction(action))) return;
    const action = allows.find((statement) => (statement.action?.entries.length ?? 0) > 0)?.action;
    if (action === undefined) return;
    const message =
      'An SCP grants nothing: in the accounts below, everything that it does not list is blocked unless another SCP of the same level allows it. Permissions still come from the accounts’ own policies.';
    yield { range: action.value, message };
  },
};

/** Services that work in one Region for the whole world, and answer as `us-east-1` (C188). */
const GLOBAL_SERVICES: ReadonlySet<string> = new Set(
  (
    'iam organizations route53 route53domains cloudfront support supportplans sts account artifact aws-portal billing ' +
    'budgets ce cur globalaccelerator health importexport networkmanager payments shield tax trustedadvisor waf ' +
    'wafv2 chime consolidatedbilling freetier invoicing sso pricing a4b mobileanalytics'
  ).split(' '),
);

const GLOBAL_SERVICE_REGION_CONDITION: Check = {
  id: 'GLOBAL_SERVICE_REGION_CONDITION',
  severity: 'suggestion',
  types: [...IDENTITY_TYPES, 'scp'],
  rank: 'meaning',
  page: `${GUIDE}/orgs_manage_policies_scps_examples_general.html`,
  find: inSoundStatements((statement, report) => {
    const { effect, action } = statement;
    if (effect?.value !== 'Deny' || action === undefined || !guardsRegion(statement)) return;
    const place = hitsGlobalServices(statement);
    if (place === undefined) return;
    const message =
      'Global services such as IAM, Organizations, Route 53 and CloudFront work in `us-east-1` and are denied too. List them under `NotAction` instead of `Action`.';
    report({ range: place, message });
  }),
};

/** A Deny outside of Regions that do not include `us-east-1`, where the global services are. */
function guardsRegion({ clauses }: StatementView): boolean {
  return clauses.some(
    ({ written, key, values }) =>
      written?.negated === true &&
      written.operator !== 'Null' &&
      keyId(key.value) === 'aws:requestedregion' &&
      !values.some(({ text }) => text === 'us-east-1' || text === 'us-*' || text === '*'),
  );
}

function hitsGlobalServices({ action }: StatementView) {
  if (action?.name === 'Action') return action.entries.find(({ value }) => isEveryAction(value))?.range;
  const spared = action?.entries.some(({ prefix }) => prefix !== undefined && GLOBAL_SERVICES.has(prefix));
  return spared === false ? action?.value : undefined;
}

const RCP_UNSUPPORTED_SERVICE_IN_ACTION: Check = {
  id: 'RCP_UNSUPPORTED_SERVICE_IN_ACTION',
  severity: 'warning',
  types: ['rcp'],
  rank: 'meaning',
  page: `${GUIDE}/orgs_manage_policies_rcps.html`,
  find: inStatements(({ action }, report, { catalog }) => {
    for (const { prefix, range } of action?.entries ?? []) {
      if (prefix === undefined || catalog.rcpCovers(prefix) !== false) continue;
      const message = `RCPs have no effect on ${code(prefix)}: AWS applies them to some services only. Remove this entry, or use an SCP.`;
      report({ range, message });
    }
  }),
};

export const ORGANIZATION_POLICY_CHECKS: readonly Check[] = [
  SCP_ALLOW_DOES_NOT_GRANT,
  GLOBAL_SERVICE_REGION_CONDITION,
  RCP_UNSUPPORTED_SERVICE_IN_ACTION,
];
