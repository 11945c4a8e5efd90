import { keyId, keyPrefix } from '@/lib/iam/context-key';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { analyzerPage } from '@/lib/validation/pages';
import type { Clause } from '@/lib/validation/policy-view';
import { isAboutKey, isNull } from '@/lib/validation/terms/conditions';
import { GITHUB, isWebIdentityTrust, oidcProviders } from '@/lib/validation/terms/oidc';

// Conditions on the claims of OIDC providers.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html

const MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: Check = {
  id: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  severity: 'securityWarning',
  types: ['trust'],
  rank: 'meaning',
  page: analyzerPage('security-warning', 'missing-condition-key-for-oidc-principal'),
  find: inSoundStatements((statement, report) => {
    if (!isWebIdentityTrust(statement)) return;
    for (const { host, range } of oidcProviders(statement)) {
      const prefix = keyId(`${host}:`);
      if (host === GITHUB || statement.clauses.some(({ key }) => keyId(key.value).startsWith(prefix))) continue;
      const message = `Everyone with an identity at this provider can assume the role. Add a condition on ${code(`${host}:aud`)} and ${code(`${host}:sub`)}.`;
      report({ range, message });
    }
  }),
};

// Claims that name the repository.
const REPOSITORY_CLAIMS = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
];

const MISSING_GITHUB_REPO_CONDITION_KEY: Check = {
  id: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  severity: 'securityWarning',
  types: ['trust'],
  rank: 'meaning',
  page: analyzerPage('security-warning', 'missing-github-repo-condition-key'),
  find: inSoundStatements((statement, report) => {
    if (!isWebIdentityTrust(statement)) return;
    const limits = statement.clauses.some(
      (clause) => !isNull(clause) && REPOSITORY_CLAIMS.some((claim) => isAboutKey(clause, `${GITHUB}:${claim}`)),
    );
    if (limits) return;
    for (const { host, range } of oidcProviders(statement)) {
      if (host !== GITHUB) continue;
      const message = `Workflows of every repository on GitHub can assume the role. Add a condition on ${code(`${GITHUB}:sub`)}.`;
      report({ range, message });
    }
  }),
};

const SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED: Check = {
  id: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  severity: 'warning',
  types: ['trust'],
  rank: 'meaning',
  page: analyzerPage('general-warning', 'specific-github-repo-and-branch-recommended'),
  find: inSoundStatements((statement, report) => {
    if (!isWebIdentityTrust(statement) || !oidcProviders(statement).some(({ host }) => host === GITHUB)) return;
    for (const clause of statement.clauses) {
      if (isNull(clause) || !isAboutKey(clause, `${GITHUB}:sub`)) continue;
      for (const { text, range } of clause.values) {
        const severity = wildcardSeverity(text);
        if (severity === undefined) continue;
        const what = severity === 'warning' ? 'several repositories' : 'every branch, tag and environment';
        const message = `This lets in ${what}. Name repository and branch: \`repo:ORG/REPO:ref:refs/heads/BRANCH\`.`;
        report({ range, message, severity });
      }
    }
  }),
};

/** A wildcard before the second colon leaves the repository open, one behind it the branch. */
function wildcardSeverity(sub: string): 'warning' | 'suggestion' | undefined {
  const [kind = '', repository = ''] = sub.split(':');
  if (/[*?]/.test(kind + repository)) return 'warning';
  return /[*?]/.test(sub) ? 'suggestion' : undefined;
}

// Providers of which it is known that a token names one audience.
const ONE_AUDIENCE: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
  GITHUB,
  'gitlab.com',
  'app.terraform.io',
  'agent.buildkite.com',
]);

const CONFIRM_AUDIENCE_CLAIM_TYPE: Check = {
  id: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  severity: 'suggestion',
  types: ['trust'],
  rank: 'meaning',
  page: analyzerPage('suggestion', 'confirm-audience-claim-type'),
  find: inSoundStatements(({ clauses }, report) => {
    for (const clause of clauses) {
      const provider = keyPrefix(clause.key.value);
      if (!isAudience(clause) || ONE_AUDIENCE.has(provider) || provider.startsWith('oidc.eks.')) continue;
      if (clause.written?.prefix === undefined && clause.values.length < 2) continue;
      const message = `Does a token of ${code(provider)} name one audience or a list? With one, compare without \`ForAllValues:\` and \`ForAnyValue:\`.`;
      report({ range: clause.key.range, message });
    }
  }),
};

function isAudience(clause: Clause): boolean {
  return !isNull(clause) && /[./].*:aud$/i.test(clause.key.value);
}

export const OIDC_CONDITION_CHECKS: readonly Check[] = [
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL,
  MISSING_GITHUB_REPO_CONDITION_KEY,
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED,
  CONFIRM_AUDIENCE_CLAIM_TYPE,
];
