import type { Range } from '@/lib/text/range';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { iamPage } from '@/lib/validation/pages';
import { isKnownService, meantService, serviceName } from '@/lib/validation/service-principals';
import { principalEntries } from '@/lib/validation/terms/principals';

const PAGE = iamPage('reference_policies_elements_principal');

const INVALID_SERVICE_PRINCIPAL: Check = {
  id: 'INVALID_SERVICE_PRINCIPAL',
  severity: 'error',
  types: ['resource', 'trust'],
  rank: 'format',
  page: PAGE,
  find: inStatements(({ principal }, report, { catalog }) => {
    for (const { value, range } of principalEntries(principal, 'Service')) {
      // Wildcards and variables have findings of their own.
      if (/[*?]|\$\{/.test(value) || serviceName(value) !== undefined) continue;
      const meant = meantService(value, catalog);
      const hint = meant ? `Did you mean ${code(meant)}?` : 'Write it as `SERVICE.amazonaws.com`.';
      const message = `${code(value)} is no service principal. ${hint}`;
      report({ range, message, ...fixesFor(range, meant) });
    }
  }),
};

const SERVICE_PRINCIPAL_UNKNOWN: Check = {
  id: 'SERVICE_PRINCIPAL_UNKNOWN',
  severity: 'warning',
  types: ['resource', 'trust'],
  rank: 'existence',
  page: PAGE,
  find: inStatements(({ principal }, report, { catalog }) => {
    for (const { value, range } of principalEntries(principal, 'Service')) {
      if (/[*?]|\$\{/.test(value) || serviceName(value) === undefined || isKnownService(value, catalog)) continue;
      const meant = meantService(value, catalog);
      const hint = meant ? `did you mean ${code(meant)}?` : 'check its name in the service’s documentation.';
      const message = `AWS has no service ${code(value)} that we know of; ${hint}`;
      report({ range, message, ...fixesFor(range, meant) });
    }
  }),
};

function fixesFor(range: Range, meant: string | undefined): { readonly fixes?: readonly QuickFix[] } {
  return meant === undefined ? {} : { fixes: [changeTo(range, meant)] };
}

export const SERVICE_PRINCIPAL_CHECKS: readonly Check[] = [INVALID_SERVICE_PRINCIPAL, SERVICE_PRINCIPAL_UNKNOWN];
