import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';

const NOT_PRINCIPAL_DENY: Check = {
  id: 'NOT_PRINCIPAL_DENY',
  severity: 'suggestion',
  types: ['resource'],
  rank: 'meaning',
  page: iamPage('reference_policies_elements_notprincipal'),
  find: inSoundStatements(({ effect, principal }, report) => {
    if (effect?.value !== 'Deny' || principal?.name !== 'NotPrincipal') return;
    const message =
      '`NotPrincipal` spares a role only where the list names its account and its sessions as well. Use `"Principal": "*"` with a condition on `aws:PrincipalArn`.';
    report({ range: principal.key, message });
  }),
};

export const NOT_PRINCIPAL_DENY_CHECKS: readonly Check[] = [NOT_PRINCIPAL_DENY];
