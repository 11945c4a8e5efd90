import { checkCases } from '@/lib/testing/check-cases';
import { bucketPolicy, policyOf, READ, trustPolicy } from '@/lib/testing/policy-texts';

const ROLE = '"arn:aws:iam::111122223333:role/app"';
const resource = (principal: string) => ({ type: 'resource' as const, text: bucketPolicy(principal) });
const trust = (principal: string) => ({ type: 'trust' as const, text: trustPolicy(principal) });

checkCases('INVALID_PRINCIPAL_FORMAT', {
  invalid: [
    resource(`«${ROLE}»`),
    resource('«"111122223333"»'),
    resource('«"**"»'),
    resource('«["*"]»'),
    resource('«null»'),
    resource('{ "AWS": «"11112222333"» }'),
    resource('{ "AWS": [«"root"», "111122223333"] }'),
    resource('{ "AWS": «{}» }'),
    resource('{ "Service": [«5»] }'),
    resource('{ "AWS": «"arn:aws:s3:::shop"» }'),
    resource('{ "AWS": «"arn:aws:iam::1111:root"» }'),
    resource('{ "AWS": «"arn:aws:iam::111122223333:role"» }'),
    resource('{ "AWS": «"sns.amazonaws.com"» }'),
    trust(`«${ROLE}»`),
    { type: 'endpoint', text: policyOf(`"NotPrincipal": { "AWS": «"jane"» }, ${READ.replace('Allow', 'Deny')}`) },
    {
      type: 'rcp',
      text: policyOf(`"Principal": «${ROLE}», "Effect": "Deny", "Action": "s3:*", "Resource": "*"`),
    },
  ],
  valid: [
    resource('{ "AWS": "*" }'),
    resource('"*"'),
    resource(`{ "AWS": ["111122223333", ${ROLE}, "arn:aws:iam::111122223333:root", "AIDACKCEVSQ6C2EXAMPLE"] }`),
    resource('{ "AWS": "arn:aws:sts::111122223333:assumed-role/app/s1" }'),
    resource('{ "AWS": "arn:aws-cn:iam::111122223333:user/path/kim" }'),
    resource('{ "AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" }'),
    resource('{ "Service": "lambda", "CanonicalUser": "abc" }'),
    resource('{ "AWS": "arn:aws:iam::111122223333:role/*" }'),
  ],
});

checkCases('INVALID_PRINCIPAL_KEY', {
  invalid: [
    resource('{ «"CanonicalUsers"»: "abc" }'),
    resource(`{ «"aws"»: ${ROLE} }`),
    resource(`{ «"User"»: ${ROLE}, «"Role"»: ${ROLE} }`),
    trust(`{ «"Aws"»: ${ROLE} }`),
  ],
  valid: [
    resource(`{ "AWS": ${ROLE} }`),
    resource('{ "CanonicalUser": "abc" }'),
    trust('{ "Federated": "accounts.google.com" }'),
  ],
  fixed: [[bucketPolicy(`{ "aws": ${ROLE} }`), bucketPolicy(`{ "AWS": ${ROLE} }`)]],
});

checkCases('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', {
  invalid: [
    resource('{ "AWS": «"arn:aws:iam::111122223333:role/app-*"» }'),
    resource('{ "AWS": [«"arn:aws:iam::*:root"», "111122223333"] }'),
    resource('{ "Service": «"*"» }'),
    resource('{ "CanonicalUser": «"*"» }'),
    trust('{ "Federated": «"*"» }'),
    trust('{ "AWS": «"1111*"» }'),
  ],
  valid: [
    resource('{ "AWS": "*" }'),
    resource('"*"'),
    {
      type: 'rcp',
      text: policyOf(
        '"Principal": { "AWS": "arn:aws:iam::*:root" }, "Effect": "Deny", "Action": "s3:*", "Resource": "*"',
      ),
    },
  ],
});

checkCases('FEDERATED_PRINCIPAL_NOT_SUPPORTED', {
  invalid: [resource('{ «"Federated"»: "arn:aws:iam::111122223333:saml-provider/Corp" }')],
  valid: [trust('{ "Federated": "accounts.google.com" }'), resource('{ "AWS": "111122223333" }')],
});

checkCases('ALLOW_WITH_NOT_PRINCIPAL', {
  invalid: [
    { type: 'resource', text: policyOf(`«"NotPrincipal"»: { "AWS": ${ROLE} }, ${READ}`) },
    { type: 'endpoint', text: policyOf(`«"NotPrincipal"»: { "AWS": ${ROLE} }, ${READ}`) },
  ],
  valid: [
    { type: 'resource', text: policyOf(`"NotPrincipal": { "AWS": ${ROLE} }, ${READ.replace('Allow', 'Deny')}`) },
    resource(`{ "AWS": ${ROLE} }`),
  ],
});

checkCases('INVALID_ROLE_REFERENCE', {
  invalid: [resource('{ "AWS": «"AROAEXAMPLEROLEID1234"» }'), trust(`{ "AWS": [${ROLE}, «"AROAEXAMPLEROLEID1234"»] }`)],
  valid: [resource('{ "AWS": "AIDAEXAMPLEUSERID1234" }'), resource('{ "CanonicalUser": "AROAEXAMPLEROLEID1234" }')],
});

checkCases('INVALID_USER_REFERENCE', {
  invalid: [resource('{ "AWS": «"AIDAEXAMPLEUSERID1234"» }')],
  valid: [resource('{ "AWS": "AROAEXAMPLEROLEID1234" }'), resource(`{ "AWS": ${ROLE} }`)],
});

checkCases('EMPTY_ARRAY_PRINCIPAL', {
  invalid: [resource('{ "AWS": «[]» }'), trust(`{ "AWS": ${ROLE}, "Service": «[]» }`)],
  valid: [resource(`{ "AWS": [${ROLE}] }`), resource('{}')],
});

checkCases('EMPTY_OBJECT_PRINCIPAL', {
  invalid: [resource('«{}»'), trust('«{}»')],
  valid: [resource('{ "AWS": [] }'), resource('"*"')],
});

checkCases('SCP_SYNTAX_ERROR_PRINCIPAL', {
  invalid: [
    { type: 'scp', text: policyOf(`«"Principal"»: "*", ${READ}`) },
    { type: 'scp', text: policyOf(`«"NotPrincipal"»: { "AWS": ${ROLE} }, ${READ}`) },
  ],
  valid: [{ type: 'scp', text: policyOf(READ) }],
  fixed: [
    [policyOf(`"Principal": "*", ${READ}`), policyOf(READ)],
    [policyOf(`"Principal": { "AWS": "*" }, ${READ}`), policyOf(READ)],
  ],
});
