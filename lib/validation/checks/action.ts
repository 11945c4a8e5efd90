import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { coveredEntries } from '@/lib/validation/covered';
import { changeTo, removeEntry } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import { isNamedService, meantAction, meantPrefix } from '@/lib/validation/services';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html

const INVALID_ACTION: Check = {
  id: 'INVALID_ACTION',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'existence',
  page: analyzerPage('error', 'invalid-action'),
  find: inStatements(({ action }, report, { catalog }) => {
    for (const { value, range, prefix, name, hasWildcard } of action?.entries ?? []) {
      const service = prefix === undefined || hasWildcard || !isPlain(value) ? undefined : catalog.service(prefix);
      if (service === undefined || catalog.action(value)) continue;
      const meant = meantAction(value, catalog);
      const hint = meant ? `did you mean ${code(meant)}?` : 'see the service’s list of actions.';
      const message = `${code(service.prefix)} has no action ${code(name)}; ${hint}`;
      report({ range, message, ...(meant && { fixes: [changeTo(range, meant)] }) });
    }
  }),
};

const INVALID_SERVICE_IN_ACTION: Check = {
  id: 'INVALID_SERVICE_IN_ACTION',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'existence',
  page: analyzerPage('error', 'invalid-service-in-action'),
  find: inStatements(({ action }, report, { catalog }) => {
    for (const { value, range, prefix, name, hasWildcard } of action?.entries ?? []) {
      if (prefix === undefined || /[*?]/.test(prefix) || !isPlain(value) || isNamedService(prefix, catalog)) continue;
      const meant = meantPrefix(prefix, catalog);
      const known =
        meant && (hasWildcard || catalog.service(meant) === undefined || catalog.action(`${meant}:${name}`));
      const hint = meant ? `did you mean ${code(meant)}?` : 'see the list of service prefixes.';
      const message = `AWS has no service ${code(prefix)}; ${hint}`;
      report({ range, message, ...(known && { fixes: [changeTo(range, `${meant}:${name}`)] }) });
    }
  }),
};

/** One colon and no variable: what else an action must not have is told by other checks. */
function isPlain(action: string): boolean {
  return !action.includes('${') && action.indexOf(':') === action.lastIndexOf(':');
}

const EMPTY_ARRAY_ACTION: Check = {
  id: 'EMPTY_ARRAY_ACTION',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  beside: ['ACTION_LIST_EMPTY'],
  page: analyzerPage('suggestion', 'empty-array-action'),
  find: inStatements(({ action }, report) => {
    if (action === undefined || action.entries.length > 0) return;
    const message =
      action.name === 'Action'
        ? 'This list is empty, so the statement does nothing.'
        : 'An empty `NotAction` excludes nothing, so the statement covers every action.';
    report({ range: action.value, message });
  }),
};

const REDUNDANT_ACTION: Check = {
  id: 'REDUNDANT_ACTION',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'redundant-action'),
  find: inStatements(({ action }, report) => {
    if (action === undefined || action.entries.length < 2) return;
    for (const { entry, by } of coveredEntries(action.entries, ({ value }) => value.toLowerCase())) {
      const message = `${code(entry.value)} adds nothing: ${code(by.value)} already includes it.`;
      report({ range: entry.range, message, fixes: [removeEntry(action, entry)] });
    }
  }),
};

export const ACTION_CHECKS: readonly Check[] = [
  INVALID_ACTION,
  INVALID_SERVICE_IN_ACTION,
  EMPTY_ARRAY_ACTION,
  REDUNDANT_ACTION,
];
