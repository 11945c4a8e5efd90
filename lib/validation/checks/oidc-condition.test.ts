import { checkCases } from '@/lib/testing/check-cases';
import { trustPolicy } from '@/lib/testing/policy-texts';

const WEB = '"sts:AssumeRoleWithWebIdentity"';
const GITHUB = 'token.actions.githubusercontent.com';
const GITHUB_ARN = `"arn:aws:iam::111122223333:oidc-provider/${GITHUB}"`;
const federated = (principal: string, condition?: string) =>
  trustPolicy(`{ "Federated": ${principal} }`, WEB, condition ? `, "Condition": ${condition}` : '');
const github = (principal: string, claims: string) => federated(principal, claims.replaceAll('GH', GITHUB));

checkCases('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', {
  invalid: [
    federated('«"accounts.google.com"»'),
    federated(
      '«"arn:aws:iam::111122223333:oidc-provider/idp.example.com/a"»',
      '{ "StringEquals": { "idp.example.com:aud": "app" } }',
    ),
    federated('«"cognito-identity.amazonaws.com"»', '{ "Bool": { "aws:SecureTransport": "true" } }'),
  ],
  valid: [
    federated('"accounts.google.com"', '{ "StringEquals": { "accounts.google.com:aud": "app" } }'),
    federated(
      '"arn:aws:iam::111122223333:oidc-provider/idp.example.com/a"',
      '{ "StringEquals": { "idp.example.com/a:sub": "kim", "idp.example.com/a:aud": "b" } }',
    ),
    trustPolicy('{ "Federated": "accounts.google.com" }', WEB).replace('Allow', 'Deny'),
    trustPolicy('{ "Federated": "arn:aws:iam::111122223333:saml-provider/Corp" }', '"sts:AssumeRoleWithSAML"'),
  ],
});

checkCases('MISSING_GITHUB_REPO_CONDITION_KEY', {
  invalid: [
    github(`«${GITHUB_ARN}»`, '{ "StringEquals": { "GH:aud": "sts.amazonaws.com" } }'),
    federated(`«${GITHUB_ARN}»`),
  ],
  valid: [
    github(GITHUB_ARN, '{ "StringEquals": { "GH:sub": "repo:octo-org/app:ref:refs/heads/main" } }'),
    github(GITHUB_ARN, '{ "StringEquals": { "GH:repository": "octo-org/app" } }'),
    federated('"accounts.google.com"'),
  ],
});

checkCases('SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', {
  invalid: [
    github(GITHUB_ARN, '{ "StringLike": { "GH:sub": «"repo:octo-org/*"» } }'),
    github(
      GITHUB_ARN,
      '{ "StringLike": { "GH:sub": ["repo:octo-org/app:ref:refs/heads/main", «"repo:octo-org/a*:ref:x"»] } }',
    ),
    github(GITHUB_ARN, '{ "StringLike": { "GH:sub": «"repo:octo-org/app:*"» } }'),
  ],
  valid: [
    github(GITHUB_ARN, '{ "StringEquals": { "GH:sub": "repo:octo-org/app:ref:refs/heads/main" } }'),
    federated('"accounts.google.com"', '{ "StringLike": { "accounts.google.com:sub": "a*" } }'),
  ],
});

const audience = (condition: string) =>
  federated('"arn:aws:iam::111122223333:oidc-provider/idp.example.com"', condition);

checkCases('CONFIRM_AUDIENCE_CLAIM_TYPE', {
  invalid: [
    audience(
      '{ "ForAnyValue:StringEquals": { «"idp.example.com:aud"»: "app" }, "StringEquals": { "idp.example.com:sub": "a" } }',
    ),
    audience('{ "StringEquals": { «"idp.example.com:aud"»: ["app", "web"], "idp.example.com:sub": "a" } }'),
  ],
  valid: [
    audience('{ "StringEquals": { "idp.example.com:aud": "app", "idp.example.com:sub": "a" } }'),
    federated('"accounts.google.com"', '{ "ForAnyValue:StringEquals": { "accounts.google.com:aud": ["a", "b"] } }'),
  ],
});
