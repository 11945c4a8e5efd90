import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { principalEntries } from '@/lib/validation/terms/principals';
import { hasWildcard } from '@/lib/validation/terms/resources';

const PRINCIPAL_IS_GROUP: Check = {
  id: 'PRINCIPAL_IS_GROUP',
  severity: 'error',
  types: ['resource', 'trust'],
  rank: 'format',
  page: iamPage('reference_policies_elements_principal'),
  find: inStatements(({ principal }, report) => {
    for (const { value, range } of principalEntries(principal, 'AWS')) {
      const [, , service, , , resource = ''] = arnFields(value);
      if (service !== 'iam' || !resource.startsWith('group/') || hasWildcard(value)) continue;
      const message = `${code(value)} is a group, and a group cannot be a principal: it never signs a request. Name its users, or a role that they assume.`;
      report({ range, message });
    }
  }),
};

export const GROUP_PRINCIPAL_CHECKS: readonly Check[] = [PRINCIPAL_IS_GROUP];
