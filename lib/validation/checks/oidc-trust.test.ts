import { checkCases } from '@/lib/testing/check-cases';
import { trustPolicy } from '@/lib/testing/policy-texts';

const CLUSTER = 'oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5';
const GITHUB = 'token.actions.githubusercontent.com';

/** A role for the identities of a provider under this condition. */
function trust(
  host: string,
  condition: string,
  principal = `"arn:aws:iam::111122223333:oidc-provider/${host}"`,
): string {
  const more = condition === '' ? '' : `, "Condition": ${condition}`;
  return trustPolicy(`{ "Federated": ${principal} }`, '"sts:AssumeRoleWithWebIdentity"', more);
}

const marked = (host: string) => `«"arn:aws:iam::111122223333:oidc-provider/${host}"»`;
const AUD = `"StringEquals": { "${CLUSTER}:aud": "sts.amazonaws.com" }`;
const SUB = `"StringEquals": { "${CLUSTER}:sub": "system:serviceaccount:shop:api" }`;
const GITHUB_AUD = `"StringEquals": { "${GITHUB}:aud": "sts.amazonaws.com" }`;

checkCases('OIDC_TRUST_WITHOUT_SUB', {
  invalid: [
    trust(CLUSTER, `{ ${AUD} }`, marked(CLUSTER)),
    trust('idp.example.com', '{ "StringEquals": { "idp.example.com:aud": "app" } }', marked('idp.example.com')),
  ],
  valid: [
    trust(
      CLUSTER,
      `{ "StringEquals": { "${CLUSTER}:aud": "sts.amazonaws.com", "${CLUSTER}:sub": "system:serviceaccount:a:b" } }`,
    ),
    // Without any condition on the provider, and for GitHub, other checks speak.
    trust(CLUSTER, ''),
    trust(GITHUB, `{ ${GITHUB_AUD} }`),
    trust('', '{ "StringEquals": { "accounts.google.com:aud": "app" } }', '"accounts.google.com"'),
  ],
});

checkCases('OIDC_TRUST_WITHOUT_AUD', {
  invalid: [trust(CLUSTER, `{ ${SUB} }`, marked(CLUSTER))],
  valid: [
    trust(CLUSTER, `{ ${AUD} }`),
    trust(CLUSTER, ''),
    trust(GITHUB, `{ "StringEquals": { "${GITHUB}:sub": "repo:a/b:ref:refs/heads/main" } }`),
  ],
});

checkCases('OIDC_SUB_WILDCARD', {
  invalid: [
    trust(CLUSTER, `{ ${AUD}, "StringLike": { "${CLUSTER}:sub": «"*"» } }`),
    trust(CLUSTER, `{ ${AUD}, "StringLike": { "${CLUSTER}:sub": ["system:serviceaccount:a:b", «"**"»] } }`),
    ...['repo:*', 'repo:*/*:ref:refs/heads/main', 'repo:octo*/app:*'].map((sub) => ({
      text: trust(GITHUB, `{ ${GITHUB_AUD}, "StringLike": { "${GITHUB}:sub": «"${sub}"» } }`),
      also: ['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED'],
    })),
  ],
  valid: [
    trust(CLUSTER, `{ ${AUD}, "StringLike": { "${CLUSTER}:sub": "system:serviceaccount:shop:*" } }`),
    trust(GITHUB, `{ ${GITHUB_AUD}, "StringLike": { "${GITHUB}:sub": "repo:octo-org/*" } }`),
    // Here the star is a letter.
    trust(CLUSTER, `{ ${AUD}, "StringEquals": { "${CLUSTER}:sub": "*" } }`),
  ],
});
