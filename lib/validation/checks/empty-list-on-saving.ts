import { type Check, inStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { IDENTITY_TYPES } from '@/lib/validation/policy-types';

// IAM saves no statement with an empty list. What such a list means where other services take it is said by other checks.

const ACTION_LIST_EMPTY: Check = {
  id: 'ACTION_LIST_EMPTY',
  severity: 'error',
  types: IDENTITY_TYPES,
  rank: 'style',
  page: iamPage('reference_policies_grammar'),
  find: inStatements(({ action }, report) => {
    if (action === undefined || action.entries.length > 0) return;
    const message = `The list of \`${action.name}\` is empty. IAM does not save a statement without actions; name at least one.`;
    report({ range: action.value, message });
  }),
};

const RESOURCE_LIST_EMPTY: Check = {
  id: 'RESOURCE_LIST_EMPTY',
  severity: 'error',
  types: IDENTITY_TYPES,
  rank: 'style',
  page: iamPage('reference_policies_grammar'),
  find: inStatements(({ resource }, report) => {
    if (resource === undefined || resource.entries.length > 0) return;
    const message = `The list of \`${resource.name}\` is empty. IAM does not save a statement without resources; name at least one, or \`"*"\`.`;
    report({ range: resource.value, message });
  }),
};

export const EMPTY_LIST_ON_SAVING_CHECKS: readonly Check[] = [ACTION_LIST_EMPTY, RESOURCE_LIST_EMPTY];
