import type { Range } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import type { Severity } from '@/lib/validation/finding';
import { analyzerPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';
import { entriesCovering, entriesNaming, isAboutAction } from '@/lib/validation/terms/actions';
import { isConditionedBy } from '@/lib/validation/terms/conditions';
import { isOpenByResource } from '@/lib/validation/terms/resources';

// Two actions that hand out roles: whoever may use them on every role can gain what the roles may do.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html

interface Family {
  readonly action: string;
  /** The key that limits it to services. */
  readonly key: string;
  readonly severity: Severity;
  readonly chapter: 'security-warning' | 'general-warning';
  readonly id: string;
  readonly page: string;
  /** What the caller can do, and what to do about it. */
  readonly danger: string;
  readonly advice: string;
}

const PASS_ROLE: Family = {
  action: 'iam:PassRole',
  key: 'iam:PassedToService',
  severity: 'securityWarning',
  chapter: 'security-warning',
  id: 'PASS_ROLE',
  page: 'pass-role',
  danger: 'can hand any role to any service',
  advice: 'Name the roles in `Resource`, or add a condition on `iam:PassedToService`.',
};

const CREATE_SLR: Family = {
  action: 'iam:CreateServiceLinkedRole',
  key: 'iam:AWSServiceName',
  severity: 'warning',
  chapter: 'general-warning',
  id: 'CREATE_SLR',
  page: 'create-slr',
  danger: 'can create service-linked roles for any service',
  advice:
    'Name the role in `Resource`, such as `arn:aws:iam::*:role/aws-service-role/SERVICE.amazonaws.com/*`, or add a condition on `iam:AWSServiceName`.',
};

/** How the action is granted: by its name, by a wildcard, or because `NotAction` leaves it in. */
type Grant = 'name' | 'wildcard' | 'notAction';

const ENDINGS = {
  name: ['WITH_STAR_IN_RESOURCE', 'WITH_NOT_RESOURCE'],
  wildcard: ['WITH_STAR_IN_ACTION_AND_RESOURCE', 'WITH_STAR_IN_ACTION_AND_NOT_RESOURCE'],
  notAction: ['WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', 'WITH_NOT_ACTION_AND_NOT_RESOURCE'],
} as const satisfies Record<Grant, readonly [open: string, notResource: string]>;

function check(family: Family, grant: Grant, reach: 'open' | 'notResource'): Check {
  const ending = ENDINGS[grant][reach === 'open' ? 0 : 1];
  return {
    id: `${family.id}_${ending}`,
    severity: family.severity,
    types: IDENTITY_TYPES,
    rank: 'meaning',
    page: analyzerPage(family.chapter, `${family.page}-${ending.toLowerCase().replaceAll('_', '-')}`),
    find: inSoundStatements((statement, report) => {
      if (statement.effect?.value !== 'Allow' || !reaches(statement, family, reach)) return;
      const place = granted(statement, family.action, grant);
      if (place) report({ range: place.range, message: sentence(family, place.by, reach) });
    }),
  };
}

function reaches(statement: StatementView, { key }: Family, reach: 'open' | 'notResource'): boolean {
  if (reach === 'notResource') return statement.resource?.name === 'NotResource';
  return isOpenByResource(statement.resource) && !isConditionedBy(statement, key);
}

function granted(
  statement: StatementView,
  action: string,
  grant: Grant,
): { readonly range: Range; readonly by: string } | undefined {
  switch (grant) {
    case 'name': {
      const [entry] = entriesNaming(statement.action, action);
      return entry && { range: entry.range, by: code(entry.value) };
    }
    case 'wildcard': {
      const entry = entriesCovering(statement.action, action).find(({ hasWildcard }) => hasWildcard);
      return entry && { range: entry.range, by: code(entry.value) };
    }
    case 'notAction': {
      if (statement.action?.name !== 'NotAction' || !isAboutAction(statement, action)) return undefined;
      return { range: statement.action.key, by: '`NotAction`' };
    }
  }
}

function sentence({ action, danger, advice }: Family, by: string, reach: 'open' | 'notResource'): string {
  const what = by === code(action) ? code(action) : `${by}, which includes ${code(action)},`;
  const where = reach === 'open' ? '' : ', except what `NotResource` lists';
  return `With ${what} the caller ${danger}${where}. ${advice}`;
}

const GRANTS: readonly Grant[] = ['name', 'wildcard', 'notAction'];

export const PASS_ROLE_CHECKS: readonly Check[] = [PASS_ROLE, CREATE_SLR].flatMap((family) =>
  GRANTS.flatMap((grant) => [check(family, grant, 'open'), check(family, grant, 'notResource')]),
);
