import type { Catalog } from '@/lib/catalog/catalog';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { ActionPattern, StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

const PAGE = iamPage('reference_policies_elements_action');

const ACTION_WITHOUT_SERVICE: Check = {
  id: 'ACTION_WITHOUT_SERVICE',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: PAGE,
  find: inStatements((statement, report, { catalog }) => {
    for (const { value, range } of statement.action?.entries ?? []) {
      if (value === '*' || value.includes(':') || value.includes(`\${`)) continue;
      const message = `${code(value)} names no service, so it fits no action. Write the service and a colon before it, such as \`s3:GetObject\`.`;
      const meant = servicesOf(statement)
        .map((service) => catalog.action(`${service}:${value}`))
        .find((action) => action !== undefined);
      report({ range, message, ...(meant && { fixes: [changeTo(range, `${meant.service}:${meant.name}`)] }) });
    }
  }),
};

/** The services that the statement speaks of elsewhere: in its other actions, and in its resources. */
function servicesOf({ action, resource }: StatementView): readonly string[] {
  const prefixes = action?.entries.flatMap(({ prefix }) => prefix ?? []) ?? [];
  const services = resource?.entries.map(({ value }) => arnFields(value)[2] ?? '') ?? [];
  return [...new Set([...prefixes, ...services])];
}

const ACTION_WITH_TWO_COLONS: Check = {
  id: 'ACTION_WITH_TWO_COLONS',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: PAGE,
  find: inStatements(({ action }, report, { catalog }) => {
    for (const entry of action?.entries ?? []) {
      const { value, range } = entry;
      if (value.includes(`\${`) || !entry.name.includes(':')) continue;
      const message = `${code(value)} has more than one colon. An action has one, between service and name: \`service:Action\`.`;
      const meant = withOneColon(entry, catalog);
      report({ range, message, ...(meant !== undefined && { fixes: [changeTo(range, meant)] }) });
    }
  }),
};

/** `s3::GetObject` without the colon too many, where that is an action. */
function withOneColon({ value }: ActionPattern, catalog: Catalog): string | undefined {
  const parts = value.split(':').filter((part) => part !== '');
  if (parts.length !== 2) return undefined;
  const action = catalog.action(parts.join(':'));
  return action && `${action.service}:${action.name}`;
}

export const ACTION_FORM_CHECKS: readonly Check[] = [ACTION_WITHOUT_SERVICE, ACTION_WITH_TWO_COLONS];
