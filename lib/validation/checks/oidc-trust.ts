import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import { asksForValue, isAboutKey, isNull } from '@/lib/validation/terms/conditions';
import { isAnyText } from '@/lib/validation/terms/limits';
import { GITHUB, isWebIdentityTrust, type OidcProvider, oidcProviders } from '@/lib/validation/terms/oidc';

// Roles that the identities of an OIDC provider can assume: which of them, and for which audience.

const PAGE = iamPage('id_roles_providers_create_oidc');

/** Providers with an ARN, other than GitHub, whose claims the statement looks at, but not at this one. */
function* providersWithout(statement: StatementView, claim: string): Iterable<OidcProvider> {
  if (!isWebIdentityTrust(statement)) return;
  for (const provider of oidcProviders(statement)) {
    if (provider.arn === undefined || provider.host === GITHUB) continue;
    const claims = statement.clauses.filter((clause) => isClaimOf(clause, provider));
    if (claims.length === 0 || claims.some((clause) => isAboutKey(clause, `${provider.host}:${claim}`))) continue;
    yield provider;
  }
}

function isClaimOf(clause: Clause, { host }: OidcProvider): boolean {
  return !isNull(clause) && clause.key.value.toLowerCase().startsWith(`${host.toLowerCase()}:`);
}

const OIDC_TRUST_WITHOUT_SUB: Check = {
  id: 'OIDC_TRUST_WITHOUT_SUB',
  severity: 'securityWarning',
  types: ['trust'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    for (const { host, range } of providersWithout(statement, 'sub')) {
      const whose = host.startsWith('oidc.eks.') ? 'every service account of the cluster' : 'every identity it knows';
      const message = `Every identity of this provider, ${whose}, can assume the role. Add a condition on ${code(`${host}:sub`)}.`;
      report({ range, message });
    }
  }),
};

const OIDC_TRUST_WITHOUT_AUD: Check = {
  id: 'OIDC_TRUST_WITHOUT_AUD',
  severity: 'suggestion',
  types: ['trust'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    for (const { host, range } of providersWithout(statement, 'aud')) {
      const message = `A token that this provider issued for somebody else’s service is accepted too. Also check the audience: ${code(`${host}:aud`)}.`;
      report({ range, message });
    }
  }),
};

const OIDC_SUB_WILDCARD: Check = {
  id: 'OIDC_SUB_WILDCARD',
  severity: 'securityWarning',
  types: ['trust'],
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    if (!isWebIdentityTrust(statement)) return;
    for (const provider of oidcProviders(statement)) {
      for (const clause of statement.clauses) {
        if (!isAboutKey(clause, `${provider.host}:sub`) || !takesWildcards(clause)) continue;
        for (const { text, range } of clause.values) {
          if (!isAnyText(text) && !(provider.host === GITHUB && hasOpenOwner(text))) continue;
          const message = `${code(text)} accepts identities of everybody at this provider, so the condition limits nothing. Name yours.`;
          report({ range, message });
        }
      }
    }
  }),
};

function takesWildcards(clause: Clause): boolean {
  return asksForValue(clause) && clause.base === 'StringLike';
}

/** `repo:*`, `repo:*` + `/app:*`: the organization that owns the repository is left open. */
function hasOpenOwner(sub: string): boolean {
  const [owner = ''] = sub.slice(sub.indexOf(':') + 1).split(/[/:]/, 1);
  return sub.startsWith('repo:') && /[*?]/.test(owner);
}

export const OIDC_TRUST_CHECKS: readonly Check[] = [OIDC_TRUST_WITHOUT_SUB, OIDC_SUB_WILDCARD, OIDC_TRUST_WITHOUT_AUD];
