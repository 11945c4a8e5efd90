import type { Catalog } from '@/lib/catalog/catalog';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements, inStatements } from '@/lib/validation/check';
import { coveredEntries } from '@/lib/validation/covered';
import { removeEntry } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { ActionPattern, StatementView } from '@/lib/validation/policy-view';
import { remembered } from '@/lib/validation/remembered';
import { isOpen, type ResourceArn } from '@/lib/validation/resource-arn';
import { isEveryResource } from '@/lib/validation/terms/resources';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html

const EMPTY_ARRAY_RESOURCE: Check = {
  id: 'EMPTY_ARRAY_RESOURCE',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  beside: ['RESOURCE_LIST_EMPTY'],
  page: analyzerPage('suggestion', 'empty-array-resource'),
  find: inStatements(({ resource }, report) => {
    if (resource === undefined || resource.entries.length > 0) return;
    const message =
      resource.name === 'Resource'
        ? 'This list is empty, so the statement does nothing.'
        : 'An empty `NotResource` excludes nothing, so the statement covers every resource.';
    report({ range: resource.value, message });
  }),
};

const REDUNDANT_RESOURCE: Check = {
  id: 'REDUNDANT_RESOURCE',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'redundant-resource'),
  find: inStatements(({ resource }, report) => {
    if (resource === undefined || resource.entries.length < 2) return;
    for (const { entry, by } of coveredEntries(resource.entries, ({ value }) => value)) {
      const message = `${code(entry.value)} adds nothing: ${code(by.value)} already includes it.`;
      report({ range: entry.range, message, fixes: [removeEntry(resource, entry)] });
    }
  }),
};

/** The ARNs of a `Resource` that name their service, and the actions that name theirs. */
interface Named {
  readonly arns: readonly ResourceArn[];
  readonly actions: readonly (ActionPattern & { readonly prefix: string })[];
}

function named({ action, resource }: StatementView, catalog: Catalog): Named | undefined {
  if (action?.name !== 'Action' || resource?.name !== 'Resource') return undefined;
  if (resource.entries.some(({ value }) => isEveryResource(value))) return undefined;
  const arns = resource.entries.flatMap(({ arn }) => {
    return arn === undefined || arn.isShort || isOpen(arn.service) || !catalog.isService(arn.service) ? [] : [arn];
  });
  const actions = action.entries.filter(
    (entry): entry is ActionPattern & { readonly prefix: string } =>
      entry.prefix !== undefined && catalog.service(entry.prefix) !== undefined,
  );
  return { arns, actions };
}

/** Whether actions of a service act on resources of another one's name: `sts:AssumeRole` on roles of `iam`. */
function actsOn(prefix: string, arnService: string, catalog: Catalog): boolean {
  return prefix === arnService || arnServicesOf(prefix, catalog).has(arnService);
}

const arnServicesOf = remembered((prefix: string, catalog: Catalog): ReadonlySet<string | undefined> => {
  const types = catalog.service(prefix)?.resourceTypes ?? [];
  return new Set(types.map(({ arn }) => arn.split(':')[2]));
});

const UNSUPPORTED_ACTION_IN_RESOURCE_POLICY = inSoundStatements((statement, report, { catalog }) => {
  const { arns, actions } = named(statement, catalog) ?? { arns: [], actions: [] };
  const services = new Set(arns.map(({ service }) => service));
  const [service] = services;
  if (services.size !== 1 || service === undefined) return;
  for (const { value, range, prefix } of actions) {
    if (actsOn(prefix, service, catalog)) continue;
    const message = `The policy of a resource of ${code(service)} cannot grant ${code(value)}. Put it into the policy of a resource of ${code(prefix)}.`;
    report({ range, message });
  }
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
const TRUST_ACTIONS = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
];
const TRUST_ACTION_IDS: ReadonlySet<string> = new Set(TRUST_ACTIONS.map((action) => action.toLowerCase()));

const UNSUPPORTED_ACTION_IN_TRUST_POLICY = inStatements(({ action }, report, { catalog }) => {
  for (const { value, range, prefix, hasWildcard } of action?.entries ?? []) {
    const isWide = prefix === 'sts' && hasWildcard;
    if (isWide || value.includes('${') || TRUST_ACTION_IDS.has(value.toLowerCase())) continue;
    // What does not exist at all has a finding of its own.
    if (prefix !== undefined && !catalog.isService(prefix)) continue;
    if (prefix === 'sts' && catalog.service('sts') !== undefined && catalog.action(value) === undefined) continue;
    const message = `A role’s trust policy takes no ${code(value)}: its actions are \`sts:AssumeRole\` and its relatives, \`sts:TagSession\`, \`sts:SetSourceIdentity\` and \`sts:SetContext\`.`;
    report({ range, message });
  }
});

const UNSUPPORTED_ACTION_IN_POLICY: Check = {
  id: 'UNSUPPORTED_ACTION_IN_POLICY',
  severity: 'error',
  types: ['resource', 'trust'],
  rank: 'existence',
  page: analyzerPage('error', 'unsupported-action-in-policy'),
  find: (subject) =>
    subject.policyType === 'trust'
      ? UNSUPPORTED_ACTION_IN_TRUST_POLICY(subject)
      : UNSUPPORTED_ACTION_IN_RESOURCE_POLICY(subject),
};

const UNSUPPORTED_RESOURCE_ARN_IN_POLICY: Check = {
  id: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  severity: 'error',
  types: ['resource'],
  rank: 'existence',
  page: analyzerPage('error', 'unsupported-resource-arn-in-policy'),
  find: inSoundStatements((statement, report, { catalog }) => {
    const { arns, actions } = named(statement, catalog) ?? { arns: [], actions: [] };
    const prefixes = new Set(actions.map(({ prefix }) => prefix));
    const [prefix] = prefixes;
    if (prefixes.size !== 1 || prefix === undefined || actions.length !== statement.action?.entries.length) return;
    for (const { text, range, service } of arns) {
      if (actsOn(prefix, service, catalog)) continue;
      const message = `${code(text)} is a resource of ${code(service)}, and the actions here are those of ${code(prefix)}. Name a resource of ${code(prefix)}.`;
      report({ range, message });
    }
  }),
};

export const RESOURCE_CHECKS: readonly Check[] = [
  EMPTY_ARRAY_RESOURCE,
  REDUNDANT_RESOURCE,
  UNSUPPORTED_ACTION_IN_POLICY,
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY,
];
