import type { Range } from '@/lib/text/range';
import type { StatementView } from '@/lib/validation/policy-view';
import { isAboutAction } from '@/lib/validation/terms/actions';
import { arnFields } from '@/lib/validation/terms/arn-fields';
import { namedPrincipals } from '@/lib/validation/terms/principals';

/** An OIDC provider that a trust policy names. */
export interface OidcProvider {
  /** What its claims are called after: `token.actions.githubusercontent.com`, an issuer with its path. */
  readonly host: string;
  /** Left out for the providers that are named by host alone, such as `accounts.google.com`. */
  readonly arn?: string;
  readonly range: Range;
}

export const GITHUB = 'token.actions.githubusercontent.com';

/** Whether a statement lets identities of a provider assume the role by their tokens. */
export function isWebIdentityTrust(statement: StatementView): boolean {
  return statement.effect?.value === 'Allow' && isAboutAction(statement, 'sts:AssumeRoleWithWebIdentity');
}

/** The OIDC providers among a statement's principals; SAML providers are none. */
export function oidcProviders(statement: StatementView): readonly OidcProvider[] {
  return namedPrincipals(statement, 'Federated').flatMap(({ value, range }): readonly OidcProvider[] => {
    if (!value.startsWith('arn:')) return value.includes('.') ? [{ host: value, range }] : [];
    const resource = arnFields(value)[5] ?? '';
    const host = resource.startsWith(PROVIDER) ? resource.slice(PROVIDER.length) : '';
    return host === '' ? [] : [{ host, arn: value, range }];
  });
}

const PROVIDER = 'oidc-provider/';
