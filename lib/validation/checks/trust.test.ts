import { checkCases } from '@/lib/testing/check-cases';
import { policyOf, trustPolicy } from '@/lib/testing/policy-texts';

const ROLE = '"arn:aws:iam::111122223333:role/app"';
const ASSUME = '"Effect": "Allow", "Action": "sts:AssumeRole"';
const SAML = '"arn:aws:iam::111122223333:saml-provider/Corp"';
const OIDC = '"arn:aws:iam::111122223333:oidc-provider/idp.example.com"';
const CLAIMS = ', "Condition": { "StringEquals": { "idp.example.com:aud": "app", "idp.example.com:sub": "kim" } }';
const GOOGLE = ', "Condition": { "StringEquals": { "accounts.google.com:aud": "app" } }';
const AUDIENCE = ', "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }';

checkCases('ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL', {
  invalid: [policyOf(`«"NotPrincipal"»: { "AWS": "111122223333" }, ${ASSUME}`)],
  valid: [trustPolicy('{ "AWS": "111122223333" }')],
});

checkCases('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', {
  invalid: [
    policyOf(`"Principal": { "AWS": "111122223333" }, ${ASSUME}, «"Resource"»: "*"`),
    policyOf(`"Principal": { "AWS": "111122223333" }, ${ASSUME}, «"NotResource"»: ${ROLE}`),
  ],
  valid: [trustPolicy('{ "AWS": "111122223333" }')],
  fixed: [
    [
      policyOf(`"Principal": { "AWS": "111122223333" }, ${ASSUME}, "Resource": "*"`),
      policyOf(`"Principal": { "AWS": "111122223333" }, ${ASSUME}`),
    ],
  ],
});

checkCases('ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL', {
  invalid: [trustPolicy('«"*"»')],
  valid: [trustPolicy('{ "AWS": "*" }'), trustPolicy('"*"').replace('Allow', 'Deny')],
});

checkCases('INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', {
  invalid: [
    trustPolicy('{ "Federated": «"https://accounts.google.com"» }', '"sts:AssumeRoleWithWebIdentity"'),
    trustPolicy(`{ "Federated": «${ROLE}» }`, '"sts:AssumeRoleWithSAML"'),
    trustPolicy('{ "Federated": «""» }', '"sts:AssumeRoleWithSAML"'),
    trustPolicy('{ "Federated": «"Corp"» }', '"sts:AssumeRoleWithSAML"'),
  ],
  valid: [
    trustPolicy(`{ "Federated": ${SAML} }`, '"sts:AssumeRoleWithSAML"', AUDIENCE),
    trustPolicy(`{ "Federated": ${OIDC} }`, '"sts:AssumeRoleWithWebIdentity"', CLAIMS),
    trustPolicy('{ "Federated": "accounts.google.com" }', '"sts:AssumeRoleWithWebIdentity"'),
    trustPolicy(
      '{ "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE" }',
    ),
  ],
});

checkCases('MISMATCHED_ACTION_FOR_PRINCIPAL', {
  invalid: [
    trustPolicy(`{ "Federated": ${SAML} }`, '«"sts:AssumeRoleWithWebIdentity"»'),
    trustPolicy(`{ "Federated": ${SAML} }`, '«"sts:AssumeRole"»'),
    trustPolicy(`{ "Federated": ${OIDC} }`, '«"sts:AssumeRoleWithSAML"»', CLAIMS),
    trustPolicy('{ "Federated": "accounts.google.com" }', '["sts:TagSession", «"sts:AssumeRole"»]', GOOGLE),
    trustPolicy('{ "AWS": "111122223333" }', '«"sts:AssumeRoleWithSAML"»'),
    trustPolicy('{ "Service": "ec2.amazonaws.com" }', '«"sts:AssumeRoleWithWebIdentity"»'),
    trustPolicy(`{ "AWS": "111122223333", "Federated": «${SAML}» }`, '"sts:AssumeRole"'),
  ],
  valid: [
    trustPolicy(`{ "Federated": ${SAML} }`, '["sts:AssumeRoleWithSAML", "sts:TagSession"]', AUDIENCE),
    trustPolicy(`{ "Federated": ${OIDC} }`, '"sts:AssumeRoleWithWebIdentity"', CLAIMS),
    trustPolicy(`{ "AWS": "111122223333", "Federated": ${SAML} }`, '["sts:AssumeRole", "sts:AssumeRoleWithSAML"]'),
    trustPolicy('{ "AWS": "111122223333" }', '"sts:AssumeRole*"'),
    trustPolicy('{ "AWS": "111122223333" }', '"sts:TagSession"'),
    trustPolicy('{ "AWS": "111122223333" }', '"sts:AssumeRoleWithSAML"').replace('Allow', 'Deny'),
  ],
  fixed: [
    [
      trustPolicy(`{ "Federated": ${SAML} }`, '"sts:AssumeRoleWithWebIdentity"', AUDIENCE),
      trustPolicy(`{ "Federated": ${SAML} }`, '"sts:AssumeRoleWithSAML"', AUDIENCE),
    ],
  ],
});

const ANYWHERE = '{ "Service": "rolesanywhere.amazonaws.com" }';
const ANCHOR =
  ', "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/a" } }';
const allowing = (action: string) => `"Effect": "Allow", "Principal": ${ANYWHERE}, "Action": ${action}${ANCHOR}`;

checkCases('MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY', {
  invalid: [
    trustPolicy('{ "Service": «"rolesanywhere.amazonaws.com"» }', '"sts:AssumeRole"', ANCHOR),
    trustPolicy('{ "Service": [«"rolesanywhere.amazonaws.com"»] }', '["sts:AssumeRole", "sts:TagSession"]', ANCHOR),
  ],
  valid: [
    trustPolicy(ANYWHERE, '["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]', ANCHOR),
    policyOf(allowing('"sts:AssumeRole"'), allowing('["sts:TagSession", "sts:SetSourceIdentity"]')),
    trustPolicy('{ "Service": "ec2.amazonaws.com" }'),
  ],
});

checkCases('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', {
  invalid: [trustPolicy(`{ "AWS": [${ROLE}, «"arn:aws:sts::111122223333:assumed-role/app/s1"»] }`)],
  valid: [
    trustPolicy(`{ "AWS": [${ROLE}, "arn:aws:sts::444455556666:assumed-role/app/s1"] }`),
    trustPolicy(`{ "AWS": [${ROLE}, "arn:aws:sts::111122223333:assumed-role/other/s1"] }`),
    trustPolicy(`{ "AWS": [${ROLE}, "arn:aws:iam::111122223333:user/app"] }`),
  ],
});
