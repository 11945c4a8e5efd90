import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import { readResourceArn } from '@/lib/validation/resource-arn';
import { hasWildcard } from '@/lib/validation/terms/resources';

const WILDCARD_IN_SERVICE_NAME: Check = {
  id: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'wildcard-in-service-name'),
  find: inStatements(({ action, resource }, report) => {
    for (const { range, prefix } of action?.entries ?? []) {
      if (prefix !== undefined && hasWildcard(prefix)) report({ range, message: sentence(prefix) });
    }
    for (const entry of resource?.entries ?? []) {
      const arn = readResourceArn(entry);
      if (arn && !arn.isShort && arn.fields.length > 2 && hasWildcard(arn.service)) {
        report({ range: entry.range, message: sentence(arn.service) });
      }
    }
  }),
};

function sentence(service: string): string {
  return `${code(service)} also fits services that you may not mean, and ones that AWS adds later. Name the service.`;
}

export const SERVICE_WILDCARD_CHECKS: readonly Check[] = [WILDCARD_IN_SERVICE_NAME];
