import { checkCases } from '@/lib/testing/check-cases';
import { allow, bucketPolicy, policyOf, READ, when } from '@/lib/testing/policy-texts';

const home = (variable: string) => allow('"s3:GetObject"', `"arn:aws:s3:::shop/${variable}/*"`);
const marked = (variable: string) => allow('"s3:GetObject"', `«"arn:aws:s3:::shop/${variable}/*"»`);
const NAME = `\${aws:username}`;

checkCases('VARIABLE_UNSUPPORTED_IN_ELEMENT', {
  invalid: [
    allow(`«"s3:${NAME}"»`),
    policyOf(`"Effect": "Deny", "NotAction": ["s3:GetObject", «"s3:${NAME}"»], "Resource": "*"`),
    { type: 'resource', text: bucketPolicy(`{ "AWS": «"arn:aws:iam::111122223333:user/${NAME}"» }`) },
    policyOf(READ.replace('"Allow"', `«"${NAME}"»`)),
    policyOf(READ).replace('"2012-10-17"', `«"${NAME}"»`),
  ],
  valid: [home(NAME), when(`{ "StringEquals": { "aws:PrincipalTag/name": "${NAME}" } }`)],
});

checkCases('INVALID_VARIABLE_FOR_OPERATOR', {
  invalid: [
    when(`{ "NumericEquals": { "s3:max-keys": «"${NAME}"» } }`),
    when(`{ "IpAddress": { "aws:SourceIp": ["203.0.113.9", «"\${aws:PrincipalTag/ip}"»] } }`),
    when(`{ "Bool": { "aws:SecureTransport": «"${NAME}"» } }`),
    when(`{ "DateLessThan": { "aws:CurrentTime": «"${NAME}"» } }`),
    when(`{ "Null": { "aws:username": «"${NAME}"» } }`),
  ],
  valid: [
    when(`{ "StringLike": { "s3:prefix": "${NAME}/*" } }`),
    when(`{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::${NAME}" } }`),
  ],
});

const old = (text: string) => text.replace('2012-10-17', '2008-10-17');
const none = (text: string) => text.replace('"Version": "2012-10-17", ', '');

checkCases('VARIABLE_UNSUPPORTED_IN_VERSION', {
  invalid: [
    old(marked(NAME)),
    { text: none(marked(NAME)), also: ['MISSING_VERSION'] },
    old(when(`{ "StringLike": { "s3:prefix": [«"${NAME}/*"», "a"] } }`)),
    old(marked(`\${*}`)),
  ],
  valid: [home(NAME), old(home('a')), old(home(`\${}`)), old(home(`\${var.name}`)), policyOf(READ)],
  fixed: [
    [old(home(NAME)), home(NAME)],
    [none(home(NAME)), home(NAME)],
  ],
});

checkCases('MISSING_BRACE_IN_VARIABLE', {
  invalid: [
    marked(`\${aws:username`),
    marked(`a-\${`),
    when(`{ "StringLike": { "s3:prefix": «"\${aws:username/*"» } }`),
  ],
  valid: [home(NAME), home('$aws:username'), home('{aws:username}')],
  fixed: [[home(`\${aws:username`), home(NAME)]],
});

checkCases('EMPTY_VARIABLE', {
  invalid: [marked(`\${}`), marked(`\${ }`), when(`{ "StringLike": { "s3:prefix": «"\${}/*"» } }`)],
  valid: [home(NAME), home(`\${$}`)],
});

checkCases('UNSUPPORTED_SPACE_IN_VARIABLE', {
  invalid: [marked(`\${aws: username}`), marked(`\${ aws:username }`), marked(`\${aws:PrincipalTag/te am, 'a'}`)],
  valid: [home(NAME), home(`\${aws:PrincipalTag/team, 'a b'}`), home(`\${}`)],
  fixed: [[home(`\${ aws:username }`), home(NAME)]],
});

checkCases('UNSUPPORTED_SYMBOL_IN_VARIABLE', {
  invalid: [marked(`\${aws:user!name}`), marked(`\${aws:{username}`), marked(`\${aws:*}`)],
  valid: [home(NAME), home(`\${*}`), home(`\${?}`), home(`\${aws:PrincipalTag/a-b_c.d}`), home(`\${var.names[0]}`)],
});

checkCases('MISSING_QUOTE_IN_VARIABLE', {
  invalid: [
    marked(`\${aws:PrincipalTag/team, 'none}`),
    marked(`\${aws:PrincipalTag/team, none'}`),
    marked(`\${aws:PrincipalTag/team, none}`),
    marked(`\${aws:PrincipalTag/team,}`),
  ],
  valid: [home(`\${aws:PrincipalTag/team, 'none'}`), home(`\${aws:PrincipalTag/team,''}`), home(NAME)],
  fixed: [[home(`\${aws:PrincipalTag/team, 'none}`), home(`\${aws:PrincipalTag/team, 'none'}`)]],
});
