import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';
import { isEveryAction } from '@/lib/validation/terms/actions';
import { isUnconditional } from '@/lib/validation/terms/conditions';
import { hasEveryResource, isOpen } from '@/lib/validation/terms/resources';

// Statements that grant more than can be listed.

const PAGE = iamPage('best-practices');

const FULL_ADMIN: Check = {
  id: 'FULL_ADMIN',
  severity: 'securityWarning',
  types: ['identity', 'session'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    const { effect, action, resource } = statement;
    if (effect?.value !== 'Allow' || !isUnconditional(statement) || !hasEveryResource(resource)) return;
    const found = action?.name === 'Action' && action.entries.find(({ value }) => isEveryAction(value));
    if (!found) return;
    const message =
      'This grants every action on every resource of the account: full administrator access. Name the actions and resources that are needed.';
    report({ range: found.range, message });
  }),
};

const SERVICE_WILDCARD: Check = {
  id: 'SERVICE_WILDCARD',
  severity: 'suggestion',
  types: IDENTITY_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    const { effect, action } = statement;
    if (effect?.value !== 'Allow' || action?.name !== 'Action' || !isOpen(statement)) return;
    for (const { value, range, prefix, name } of action.entries) {
      if (prefix === undefined || !/^[a-z0-9-]+$/.test(prefix) || !/^\*+$/.test(name)) continue;
      const message = `${code(value)} grants every action of the service on all its resources, also actions that AWS adds later. Name the actions that are needed.`;
      report({ range, message });
    }
  }),
};

const ALLOW_NOT_ACTION: Check = {
  id: 'ALLOW_NOT_ACTION',
  severity: 'securityWarning',
  types: ['identity', 'session', 'resource', 'endpoint'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_notaction'),
  find: inSoundStatements(({ effect, action }, report) => {
    if (effect?.value !== 'Allow' || action?.name !== 'NotAction') return;
    const message =
      'With `Allow`, `NotAction` grants every action that is not listed, also those of services that AWS adds later. List the actions under `Action`.';
    report({ range: action.key, message });
  }),
};

const ALLOW_NOT_RESOURCE: Check = {
  id: 'ALLOW_NOT_RESOURCE',
  severity: 'securityWarning',
  types: ['identity', 'session', 'resource', 'endpoint'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_notresource'),
  find: inSoundStatements(({ effect, resource }, report) => {
    if (effect?.value !== 'Allow' || resource?.name !== 'NotResource') return;
    const message =
      'With `Allow`, `NotResource` grants the actions on every resource that is not listed, also on those created later. List the resources under `Resource`.';
    report({ range: resource.key, message });
  }),
};

export const WIDE_GRANT_CHECKS: readonly Check[] = [FULL_ADMIN, SERVICE_WILDCARD, ALLOW_NOT_ACTION, ALLOW_NOT_RESOURCE];
