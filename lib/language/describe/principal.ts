import { tracePrincipal } from '@/lib/evaluation/principal';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import { callerAccount } from '@/lib/iam/principal';
import { SERVICE_PRINCIPALS } from '@/lib/iam/service-principals';
import type { LanguageContext } from '@/lib/language/context';
import type { Description } from '@/lib/language/describe/description';
import type { PrincipalKind } from '@/lib/policy/document';
import { code } from '@/lib/text/wording';

/** Who an entry of a `Principal` is. */
export function describePrincipal(
  written: string,
  kind: PrincipalKind,
  context: LanguageContext,
): Description | undefined {
  const who = sayWho(written, kind, context);
  if (who === undefined) return undefined;
  return { title: written, sections: [{ lines: [who] }, ...requestSection(written, kind, context)] };
}

function sayWho(written: string, kind: PrincipalKind, context: LanguageContext): string | undefined {
  switch (kind) {
    case 'AWS':
      return sayAws(written, context);
    case 'Service': {
      const known = SERVICE_PRINCIPALS.find(([principal]) => principal === written);
      if (known) return `The service principal of ${known[1]}.`;
      return /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(written) ? 'The service principal of an AWS service.' : undefined;
    }
    case 'Federated':
      if (/:saml-provider\//.test(written)) return 'Everyone who signs in through this SAML provider.';
      if (/:oidc-provider\//.test(written))
        return 'Everyone who signs in through this OIDC provider; narrow it by conditions on its keys.';
      return 'Everyone who signs in through this identity provider; narrow it by conditions on its keys.';
    case 'CanonicalUser':
      return 'The account with this canonical user ID.';
  }
}

function sayAws(written: string, context: LanguageContext): string | undefined {
  if (written === '*') return 'Everyone: every account, and callers without credentials.';
  if (isAccountId(written)) return `${accountOf(written, context)} as a whole: its own policies say who of it may.`;
  if (/^(?:AIDA|AROA)[A-Z0-9]+$/.test(written)) {
    return 'The unique ID of a user or role that was deleted after this policy was saved. It names nobody any more.';
  }
  const arn = parseArn(written);
  if (arn === undefined) return undefined;
  const [type = '', ...path] = arn.resource.split('/');
  const name = code(path.at(-1) ?? '');
  const inAccount = `in ${lowerFirst(accountOf(arn.account, context))}`;
  if (arn.service === 'iam' && arn.resource === 'root') {
    return `${accountOf(arn.account, context)} as a whole: its own policies say who of it may. It does not mean the root user alone.`;
  }
  if (/[*?]/.test(written)) return 'Nobody: `*` and `?` are no wildcards inside a principal.';
  if (arn.service === 'iam' && type === 'user') return `The IAM user ${name} ${inAccount}.`;
  if (arn.service === 'iam' && type === 'role') return `Every session of the IAM role ${name} ${inAccount}.`;
  if (arn.service === 'sts' && type === 'assumed-role')
    return `One session of the role ${code(path[0] ?? '')} ${inAccount}, the one called ${name}.`;
  if (arn.service === 'sts' && type === 'federated-user') return `The federated user ${name} ${inAccount}.`;
  return undefined;
}

function accountOf(account: string, { request }: LanguageContext): string {
  const own = request && callerAccount(request.caller) === account ? ', that of this request’s caller,' : '';
  return `Account ${code(account)}${own}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whether the caller of the request is meant, asked of the engine itself. */
function requestSection(written: string, kind: PrincipalKind, { request, type }: LanguageContext) {
  if (request === undefined || (type !== 'resource' && type !== 'trust')) return [];
  const range = { start: 0, end: written.length };
  const entries = [{ kind, text: { value: written, range } }];
  const rules = { endpoint: 'none', boundary: 'none', effect: 'Allow' } as const;
  const { match } = tracePrincipal({ name: 'Principal', range, entries }, request, rules);
  return [{ heading: 'This request', lines: [`${MEANT[match.outcome]}: ${code(request.caller.arn)}.`] }];
}

const MEANT = {
  matches: 'Its caller is meant',
  doesNotMatch: 'Its caller is not meant',
  dependsOn: 'Whether its caller is meant is not known',
} as const;
