import { describe, expect, test } from 'vitest';
import { complete } from '@/lib/language/complete';
import type { Proposal } from '@/lib/language/proposal';
import type { StatedRequest } from '@/lib/request/stated-request';
import { languageContext, READS_OBJECT } from '@/lib/testing/language-contexts';
import { applyEdits } from '@/lib/text/edit';
import type { ValidatedType } from '@/lib/validation/subject';

interface Options {
  readonly type?: ValidatedType;
  readonly request?: StatedRequest;
}

/** The proposals at `‸`. */
function at(marked: string, { type = 'identity', request }: Options = {}) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { text, proposals: complete(text, offset, languageContext(type, request)) };
}

const labels = (marked: string, options?: Options) => at(marked, options).proposals.map(({ label }) => label);

/** The text after taking the proposal of that label, with `‸` at the caret, or around what is selected. */
function take(marked: string, label: string, options?: Options): string {
  const { text, proposals } = at(marked, options);
  const proposal = proposals.find((one) => one.label === label);
  if (proposal === undefined) throw new Error(`${label} is not among ${proposals.map((one) => one.label).join(', ')}`);
  return shown(text, proposal);
}

function shown(text: string, { edit, further, selection }: Proposal): string {
  const after = applyEdits(text, [...further, edit]);
  const { start, end } = selection;
  const selected = start === end ? '' : `${after.slice(start, end)}‸`;
  return `${after.slice(0, start)}‸${selected}${after.slice(end)}`;
}

const ALLOW = '"Effect": "Allow"';
const S3 = '"Action": "s3:GetObject"';
const statement = (inner: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inner} }] }`;
const condition = (inner: string, action = S3) =>
  statement(`${ALLOW}, ${action}, "Resource": "*", "Condition": { ${inner} }`);

describe('elements, where AWS takes them', () => {
  test.each<[string, string, ValidatedType, readonly string[]]>([
    ['an empty text', '‸', 'identity', ['A policy']],
    ['blanks', ' \n‸ ', 'identity', ['A policy']],
    ['a policy', '{ ‸ }', 'identity', ['Version', 'Statement']],
    ['a policy of a resource has an Id', '{ ‸ }', 'resource', ['Version', 'Statement', 'Id']],
    ['what is there is not offered again', '{ "Version": "2012-10-17", ‸ }', 'identity', ['Statement']],
    ['half a name', '{ "Ver‸', 'identity', ['Version']],
    ['half a name without quotes', '{ sta‸ }', 'identity', ['Statement']],
    ['in the answer of a command', '{ "Policy": { "Version": "2012-10-17", "Statement": [], ‸ } }', 'resource', ['Id']],
    ['beside a policy, in the answer of a command', '{ "a": { ‸ } }', 'identity', []],
    ['a statement', '{ "Statement": [‸] }', 'identity', ['A statement']],
    ['the list of statements', '{ "Statement": ‸ }', 'identity', ['A statement']],
    [
      'elements of an identity-based statement',
      statement('‸'),
      'identity',
      ['Effect', 'Action', 'Resource', 'Condition', 'Sid', 'NotAction', 'NotResource'],
    ],
    [
      'elements of a resource-based statement',
      statement(`${ALLOW}, ‸`),
      'resource',
      ['Principal', 'Action', 'Resource', 'Condition', 'Sid', 'NotAction', 'NotResource'],
    ],
    [
      'NotPrincipal with a Deny alone',
      statement(`"Effect": "Deny", "Action": "*", "Resource": "*", ‸`),
      'resource',
      ['Principal', 'Condition', 'Sid', 'NotPrincipal'],
    ],
    ['a trust policy has no Resource', statement(`${ALLOW}, ‸`), 'trust', ['Principal', 'Action', 'Condition', 'Sid']],
    [
      'an RCP has no NotAction',
      statement('‸ "Effect": "Deny", "Principal": "*"'),
      'rcp',
      ['Action', 'Resource', 'Condition', 'Sid', 'NotResource'],
    ],
    ['of twins one', statement(`"NotAction": "s3:*", "NotResource": "*", ‸`), 'scp', ['Effect', 'Condition', 'Sid']],
    [
      'a single statement without a list',
      `{ "Statement": { ${ALLOW}, ${S3}, "Res‸ } }`,
      'identity',
      ['Resource', 'NotResource'],
    ],
    ['behind a name that lacks its colon', '{ "Version" ‸ }', 'identity', []],
    ['in a comment', '{ // ‸\n }', 'identity', []],
    ['before a value that is there', `{ "Version": ‸"2012-10-17" }`, 'identity', ['2012-10-17', '2008-10-17']],
    ['deeper than a policy goes', condition('"Bool": { "aws:SecureTransport": [[‸]] }'), 'identity', []],
    ['in a list of something else', '[‸]', 'identity', []],
    ['in an element that AWS does not know', statement('"Foo": "‸"'), 'identity', []],
    ['in a list below the policy', '{ "Statement": [[‸]] }', 'identity', []],
  ])('%s', (_name, marked, type, want) => expect(labels(marked, { type })).toEqual(want));
});

describe('values', () => {
  test.each<[string, string, ValidatedType, readonly string[]]>([
    ['effects', statement('"Effect": "‸"'), 'identity', ['Allow', 'Deny']],
    ['an RCP only denies', statement('"Effect": ‸'), 'rcp', ['Deny']],
    ['NotPrincipal only denies', statement('"NotPrincipal": { "AWS": "*" }, "Effect": ‸'), 'resource', ['Deny']],
    ['versions', '{ "Version": "20‸" }', 'identity', ['2012-10-17', '2008-10-17']],
    ['versions of an SCP', '{ "Version": ‸ }', 'scp', ['2012-10-17']],
    ['a Sid from what the statement does', statement(`${ALLOW}, ${S3}, "Sid": "‸"`), 'identity', ['AllowS3GetObject']],
    [
      'a Sid that no other statement has',
      `{ "Statement": [{ "Sid": "DenyIamS3" }, { "Sid": "‸", "Effect": "Deny", "Action": ["iam:*", "s3:*"] }] }`,
      'identity',
      ['DenyIamS32'],
    ],
    ['a Sid of nothing', statement('"Sid": ‸'), 'identity', ['Statement1']],
    ['nothing for an Id', '{ "Id": "‸" }', 'resource', []],
  ])('%s', (_name, marked, type, want) => expect(labels(marked, { type })).toEqual(want));
});

describe('actions', () => {
  const action = (inner: string) => statement(`${ALLOW}, "Action": ${inner}`);
  test('services first, those in use before all others', () => {
    const found = labels(action('["sqs:SendMessage", "‸"]'), { request: READS_OBJECT });
    expect(found.slice(0, 4)).toEqual(['s3:GetObject', 's3', 'sqs', 'a2c']);
    expect(found.at(-1)).toBe('*');
  });
  test.each<[string, string, readonly string[], Options?]>([
    ['a service by its beginning', action('"lam‸"'), ['lambda']],
    [
      'the actions of a service',
      action('"iam:‸"'),
      ['iam:CreateRole', 'iam:GetUser', 'iam:ListRoles', 'iam:PassRole', 'iam:*'],
    ],
    ['in any letter case', action('"IAM:pass‸"'), ['iam:PassRole']],
    ['a word within the name', action('"iam:role‸"'), ['iam:CreateRole', 'iam:ListRoles', 'iam:PassRole']],
    ['letters of the name in their order', action('"s3:gbp‸"'), ['s3:GetBucketPolicy']],
    ['verbs of several actions', action('"s3:Get*‸"'), ['s3:Get*']],
    ['not those that are listed', action('["iam:passrole", "iam:Pa‸"]'), []],
    [
      'the action of the request',
      action('"s3:GetO‸"'),
      ['s3:GetObject', 's3:GetObjectTagging'],
      { request: READS_OBJECT },
    ],
    ['a service without details', action('"a4b:‸"'), ['a4b:*']],
    ['no service', action('"nope:‸"'), []],
    [
      'a trust policy',
      action('"‸"'),
      [
        'sts:AssumeRole',
        'sts:AssumeRoleWithWebIdentity',
        'sts:AssumeRoleWithSAML',
        'sts:TagSession',
        'sts:SetSourceIdentity',
      ],
      { type: 'trust' },
    ],
  ])('%s', (_name, marked, want, options) => {
    const found = labels(marked, options);
    expect(want.length === 1 ? found.slice(0, 1) : found).toEqual(want);
  });
  test('a name alone finds its action in the services at hand', () => {
    expect(labels(action('"PutObj‸"'), { request: READS_OBJECT })).toEqual(['s3:PutObject', 's3:PutObjectTagging']);
  });
  test('an RCP has the services that RCPs cover', () => {
    const found = labels(action('"‸"'), { type: 'rcp' });
    expect([found.includes('s3'), found.includes('iam')]).toEqual([true, false]);
  });
  test('NotAction has no star alone', () => {
    expect(labels(statement(`${ALLOW}, "NotAction": ["‸"]`))).not.toContain('*');
  });
  test('details: access levels, names of services', () => {
    const details = at(action('"s3:Put‸"')).proposals.map(({ label, detail }) => [label, detail]);
    expect(details).toEqual([
      ['s3:PutBucketPolicy', 'Permissions management'],
      ['s3:PutObject', 'Write'],
      ['s3:PutObjectTagging', 'Tagging'],
      ['s3:Put*', '3 actions'],
    ]);
  });
});

describe('resources', () => {
  const resource = (inner: string, action = S3) => statement(`${ALLOW}, ${action}, "Resource": ${inner}`);
  test.each<[string, string, readonly string[], Options?]>([
    ['of the types of the actions', resource('"‸"'), ['arn:aws:s3:::*/*', '*']],
    [
      'with the names of the request',
      resource('"‸"', '"Action": ["s3:GetObject", "s3:ListBucket"]'),
      [
        'arn:aws:s3:::shop/cat.png',
        'arn:aws:s3:::shop/*',
        'arn:aws:s3:::*/*',
        'arn:aws:s3:::shop',
        'arn:aws:s3:::*',
        '*',
      ],
      { request: READS_OBJECT },
    ],
    [
      'with Region and account of the request',
      resource('"‸"', '"Action": "sqs:SendMessage"'),
      ['arn:aws:sqs:eu-west-1:111122223333:*', '*'],
      { request: READS_OBJECT },
    ],
    ['unknown Region and account stay open', resource('"‸"', '"Action": "sqs:*"'), ['arn:aws:sqs:*:*:*', '*']],
    [
      'a Region while it is typed',
      resource('"arn:aws:sqs:us-w‸"', '"Action": "sqs:*"'),
      ['arn:aws:sqs:us-west-1:*:*', 'arn:aws:sqs:us-west-2:*:*'],
    ],
    [
      'a Region and an account that are typed',
      resource('"arn:aws:sqs:us-west-2:444455556666:‸"', '"Action": "sqs:*"'),
      ['arn:aws:sqs:us-west-2:444455556666:*'],
    ],
    ['another partition', resource('"arn:aws-cn:s3:::‸"'), ['arn:aws-cn:s3:::*/*']],
    ['actions without types', resource('"‸"', '"Action": "s3:ListAllMyBuckets"'), ['*'], { request: READS_OBJECT }],
    [
      'unknown actions',
      resource('"‸"', '"Action": "a4b:*"'),
      ['arn:aws:s3:::shop/cat.png', '*'],
      { request: READS_OBJECT },
    ],
    ['no action yet', statement(`"Resource": "‸"`), ['*']],
    ['not those that are listed', resource('["*", "‸"]'), ['arn:aws:s3:::*/*']],
    ['NotResource has no star alone', statement(`${ALLOW}, ${S3}, "NotResource": "‸"`), ['arn:aws:s3:::*/*']],
  ])('%s', (_name, marked, want, options) => expect(labels(marked, options)).toEqual(want));
});

describe('principals', () => {
  const principal = (inner: string) => statement(`${ALLOW}, "Principal": ${inner}`);
  test.each<[string, string, readonly string[], Options?]>([
    ['shapes', principal('‸'), ['AWS', 'Service', 'CanonicalUser', '*'], { type: 'resource' }],
    ['a trust policy has a map', principal('"‸"'), ['AWS', 'Service', 'Federated'], { type: 'trust' }],
    ['an RCP has everyone', principal('‸'), ['*'], { type: 'rcp' }],
    ['kinds', principal('{ "AWS": "*", ‸ }'), ['Service', 'CanonicalUser'], { type: 'resource' }],
    [
      'the caller of the request',
      principal('{ "AWS": ["‸"] }'),
      [
        'arn:aws:iam::111122223333:role/dev',
        'arn:aws:sts::111122223333:assumed-role/dev/s1',
        'arn:aws:iam::111122223333:root',
        'arn:aws:iam::111122223333:role/NAME',
        'arn:aws:iam::111122223333:user/NAME',
        '*',
      ],
      { type: 'resource', request: READS_OBJECT },
    ],
    [
      'services',
      principal('{ "Service": "lam‸" }'),
      ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'],
      { type: 'trust' },
    ],
    ['providers', principal('{ "Federated": "acc‸" }'), ['accounts.google.com'], { type: 'trust' }],
    ['none of an unknown kind', principal('{ "Aws": "‸" }'), [], { type: 'trust' }],
    ['none in a list of lists', principal('{ "AWS": [["‸"]] }'), [], { type: 'trust' }],
  ])('%s', (_name, marked, want, options) => {
    const found = labels(marked, options);
    expect(want.length === 0 ? found : found.slice(0, want.length)).toEqual(want);
  });
});

describe('what AWS takes together', () => {
  const trust = (principal: string, action: string) =>
    statement(`${ALLOW}, "Principal": ${principal}, "Action": ${action}`);
  const OIDC = '{ "Federated": "token.actions.githubusercontent.com" }';
  const SAML = '{ "Federated": "arn:aws:iam::111122223333:saml-provider/X" }';
  test.each<[string, string, readonly string[], readonly string[], ValidatedType?]>([
    [
      'a role for an account',
      trust('{ "AWS": "111122223333" }', '"‸"'),
      ['sts:AssumeRole', 'sts:TagSession'],
      ['sts:AssumeRoleWithSAML'],
    ],
    [
      'a role for an OIDC provider',
      trust(OIDC, '"‸"'),
      ['sts:AssumeRoleWithWebIdentity'],
      ['sts:AssumeRole', 'sts:AssumeRoleWithSAML'],
    ],
    [
      'a role for a SAML provider',
      trust(SAML, '"‸"'),
      ['sts:AssumeRoleWithSAML'],
      ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
    ],
    ['a provider for its action', trust('{ ‸ }', '"sts:AssumeRoleWithSAML"'), ['Federated'], ['AWS', 'Service']],
    ['an account for its action', trust('‸', '"sts:AssumeRole"'), ['AWS', 'Service'], ['Federated']],
    [
      'Roles Anywhere without its actions',
      trust('{ "Service": "‸" }', '"sts:AssumeRole"'),
      ['lambda.amazonaws.com'],
      ['rolesanywhere.amazonaws.com'],
    ],
    [
      'Roles Anywhere with them',
      trust('{ "Service": "roles‸" }', '["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]'),
      ['rolesanywhere.amazonaws.com'],
      [],
    ],
    [
      'a key that another action sets',
      statement(`${ALLOW}, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { ‸ } }`),
      ['sts:ExternalId'],
      ['aws:RequestTag/tag-key'],
    ],
    [
      'one service in a resource’s policy',
      statement(`${ALLOW}, "Action": ["‸"], "Resource": "arn:aws:sqs:eu-west-1:111122223333:jobs"`),
      ['sqs'],
      ['s3'],
      'resource',
    ],
    ['services without such policies', statement('"Action": ["‸"]'), ['s3', 'sqs'], ['ec2'], 'resource'],
    [
      'no star in a bucket’s policy',
      statement(`${ALLOW}, ${S3}, "Resource": "‸"`),
      ['arn:aws:s3:::*/*'],
      ['*'],
      'resource',
    ],
    ['no star alone in an RCP', statement('"Effect": "Deny", "Action": ["‸"]'), ['s3'], ['*'], 'rcp'],
    [
      'keys of one value for a plain operator',
      condition('"StringEquals": { ‸ }'),
      ['aws:PrincipalOrgID'],
      ['aws:TagKeys'],
      'identity',
    ],
  ])('%s', (_name, marked, offered, not, type = 'trust') => {
    const found = labels(marked, { type });
    expect(found).toEqual(expect.arrayContaining([...offered]));
    expect(not.filter((label) => found.includes(label))).toEqual([]);
  });
});

describe('conditions', () => {
  test.each<[string, string, readonly string[], Options?]>([
    ['operators', condition('‸'), ['StringEquals', 'StringLike', 'StringNotEquals', 'ArnLike', 'Bool']],
    [
      'not those that are there',
      condition('"StringEquals": {}, "stringe‸"'),
      ['StringEqualsIgnoreCase', 'StringEqualsIfExists'],
    ],
    ['with IfExists', condition('"BoolIf‸"'), ['BoolIfExists', 'ForAnyValue:BoolIfExists']],
    ['with a set prefix', condition('"ForAny‸"'), ['ForAnyValue:StringEquals']],
    [
      'that fit the keys below',
      condition('"‸": { "aws:SourceIp": "203.0.113.0/24" }'),
      ['IpAddress', 'NotIpAddress', 'Null', 'IpAddressIfExists'],
    ],
    [
      'keys of the actions, then global ones, of the operator’s type',
      condition('"StringEquals": { "‸" }'),
      ['s3:ExistingObjectTag/tag-key', 'aws:PrincipalArn', 'aws:PrincipalAccount'],
    ],
    ['keys of whole numbers', condition('"NumericEquals": { ‸ }'), ['s3:TlsVersion', 'aws:MultiFactorAuthAge']],
    [
      'keys of several values for a set operator',
      condition('"ForAllValues:StringEquals": { ‸ }'),
      ['aws:PrincipalOrgPaths'],
    ],
    ['no key twice', condition('"Bool": { "AWS:securetransport": true, "aws:SecureT‸" }'), []],
    [
      'tags of the request',
      condition('"StringEquals": { "aws:PrincipalTag‸" }'),
      ['aws:PrincipalTag/Team', 'aws:PrincipalTag/tag-key'],
      { request: READS_OBJECT },
    ],
    ['true and false', condition('"Bool": { "aws:SecureTransport": ‸ }'), ['true', 'false']],
    ['true and false of Null', condition('"Null": { "aws:SourceIp": "‸" }'), ['true', 'false']],
    [
      'Regions, that of the request first',
      condition('"StringEquals": { "aws:RequestedRegion": ["‸"] }'),
      ['eu-west-1', 'us-east-1'],
      { request: READS_OBJECT },
    ],
    [
      'Regions that are not listed',
      condition('"StringEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-w‸"] }'),
      ['eu-west-2', 'eu-west-3'],
    ],
    [
      'an account',
      condition('"StringEquals": { "aws:PrincipalAccount": "‸" }'),
      ['111122223333'],
      { request: READS_OBJECT },
    ],
    ['services', condition('"StringEquals": { "iam:PassedToService": "lam‸" }'), ['lambda.amazonaws.com']],
    [
      'an address',
      condition('"IpAddress": { "aws:SourceIp": "‸" }'),
      ['203.0.113.9', '203.0.113.0/24'],
      { request: READS_OBJECT },
    ],
    ['a date', condition('"DateLessThan": { "aws:CurrentTime": "‸" }'), ['2030-01-01T00:00:00Z']],
    ['an ARN', condition('"ArnLike": { "aws:SourceArn": "‸" }'), ['arn:aws:iam::111122223333:role/NAME']],
    ['a text that nobody knows', condition('"StringEquals": { "aws:SourceIdentity": "‸" }'), []],
    ['values of an unknown operator', condition('"Foo": { "aws:SourceIdentity": "‸" }'), []],
    ['values in a list of lists', condition('"Bool": { "aws:SecureTransport": [["‸"]] }'), []],
    ['the keys of an operator', condition('"Bool": ‸'), ['{ … }']],
    ['the operators of a Condition', statement('"Condition": ‸'), ['{ … }']],
  ])('%s', (_name, marked, want, options) => {
    const found = labels(marked, options);
    expect(want.length === 0 ? found : found.slice(0, want.length)).toEqual(want);
  });
});

describe('policy variables', () => {
  const dollar = '$' + '{';
  const resource = (inner: string, version = '2012-10-17') =>
    `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", ${S3}, "Resource": "${inner}" }] }`;
  test.each<[string, string, readonly string[], Options?]>([
    [
      'behind the brace',
      resource(`arn:aws:s3:::shop/${dollar}‸`),
      ['aws:username', 'aws:PrincipalTag/tag-key', 'aws:userid'],
    ],
    [
      'half typed',
      resource(`arn:aws:s3:::shop/${dollar}aws:user‸}/*`),
      ['aws:username', 'aws:userid', 'aws:UserAgent'],
    ],
    ['tags of the request', resource(`${dollar}Team‸`), ['aws:PrincipalTag/Team'], { request: READS_OBJECT }],
    ['plain characters', resource(`${dollar}*‸`), ['*']],
    ['in a condition', condition(`"StringLike": { "s3:prefix": "${dollar}‸" }`), ['aws:username']],
    ['not where an operator takes none', condition(`"NumericEquals": { "s3:TlsVersion": "${dollar}‸" }`), []],
    ['not in the older edition', resource(`${dollar}aws:user‸`, '2008-10-17'), []],
    ['not behind the closing brace', resource(`${dollar}aws:username}‸`), []],
  ])('%s', (_name, marked, want, options) => {
    const found = labels(marked, options);
    expect(want.length === 0 ? found : found.slice(0, want.length)).toEqual(want);
  });
  test('the closing brace comes once', () => {
    expect(take(resource(`a/${dollar}aws:user‸}/*`), 'aws:username')).toBe(resource(`a/${dollar}aws:username}‸/*`));
    expect(take(resource(`a/${dollar}aws:user‸/*`), 'aws:username')).toBe(resource(`a/${dollar}aws:username}‸/*`));
  });
  test('what it becomes for the request', () => {
    const details = at(resource(`${dollar}aws:‸`), { request: READS_OBJECT }).proposals.map(({ label, detail }) => [
      label,
      detail,
    ]);
    expect(details).toContainEqual(['aws:PrincipalTag/Team', 'For this request it is `red`.']);
    expect(details).toContainEqual(['aws:username', 'For this request it has no value, so nothing fits.']);
    expect(details).toContainEqual(['aws:PrincipalOrgID', 'For this request its value is not known.']);
  });
});

describe('quotes, colons, commas and lines come as needed', () => {
  test.each<[string, string, string, string]>([
    ['quotes around a bare word', '{ "Version": 20‸ }', '2012-10-17', '{ "Version": "2012-10-17"‸ }'],
    ['a string without its end', '{ "Version": "20‸ }', '2012-10-17', '{ "Version": "2012-10-17"‸ }'],
    [
      'a string without its end, more behind',
      '{ "Version": "20‸ , "Id": "x" }',
      '2012-10-17',
      '{ "Version": "2012-10-17"‸ , "Id": "x" }',
    ],
    ['the whole string gives way', '{ "Version": "20‸08-10-17" }', '2012-10-17', '{ "Version": "2012-10-17"‸ }'],
    ['a name that has its colon', '{ "Ver‸": "x" }', 'Version', '{ "Version"‸: "x" }'],
    ['a comma before', statement(`${ALLOW} "Act‸"`), 'Action', statement(`${ALLOW}, "Action": ["‸"]`)],
    ['a comma before, right behind', statement(`${ALLOW}‸`), 'Action', statement(`${ALLOW}, "Action": ["‸"]`)],
    ['no comma behind a comma', statement(`${ALLOW}, ‸`), 'Action', statement(`${ALLOW}, "Action": ["‸"]`)],
    ['a comma behind', statement(`‸ ${ALLOW}`), 'Action', statement(`"Action": ["‸"], ${ALLOW}`)],
    ['a comma behind a value', '{ "Version": ‸ "Id": "x" }', '2012-10-17', '{ "Version": "2012-10-17"‸, "Id": "x" }'],
    [
      'an item of a list',
      statement('"Action": ["s3:GetObject" ‸]'),
      's3',
      statement('"Action": ["s3:GetObject", "s3:‸"]'),
    ],
    ['the next line', `{\n  "Version": "2012-10-17"‸\n}`, 'Id', `{\n  "Version": "2012-10-17",\n  "Id": "‸"\n}`],
    [
      'a line of its own',
      `{\n  "Version": "2012-10-17"\n  ‸\n}`,
      'Id',
      `{\n  "Version": "2012-10-17",\n  "Id": "‸"\n}`,
    ],
    ['brackets are opened to lines', '{ ‸ }', 'Version', '{\n  "Version": "2012-10-17"‸\n}'],
    ['and with half a name in them', '{ "Ver‸" }', 'Version', '{\n  "Version": "2012-10-17"‸\n}'],
    [
      'a statement in its list',
      '{\n  "Statement": [‸]\n}',
      'A statement',
      '{\n  "Statement": [\n    {\n      "Effect": "‸",\n      "Principal": "",\n      "Action": [""],\n      "Resource": ""\n    }\n  ]\n}',
    ],
    ['a service, to go on', statement('"Action": "lam‸"'), 'lambda', statement('"Action": "lambda:‸"')],
    [
      'a shape, to type over',
      statement('"Principal": { "AWS": "role/‸" }'),
      'arn:aws:iam::111122223333:role/NAME',
      statement('"Principal": { "AWS": "arn:aws:iam::111122223333:role/‸NAME‸" }'),
    ],
    [
      'a tag, to type over',
      condition('"StringEquals": { "aws:RequestTag‸": "x" }'),
      'aws:RequestTag/tag-key',
      condition('"StringEquals": { "aws:RequestTag/‸tag-key‸": "x" }'),
    ],
    [
      'a tag with its value, to type over',
      condition('"StringEquals": { ‸ }'),
      'aws:RequestTag/tag-key',
      condition('"StringEquals": { "aws:RequestTag/‸tag-key‸": "" }'),
    ],
    ['an operator with a key', condition('‸'), 'Bool', condition('"Bool": { "‸": "" }')],
    [
      'a key, on to its value',
      condition('"Bool": { "‸": "" }'),
      'aws:SecureTransport',
      condition('"Bool": { "aws:SecureTransport": "‸" }'),
    ],
    [
      'on to the next thing to fill in',
      statement('"Effect": "‸", "Action": [""]'),
      'Allow',
      statement('"Effect": "Allow", "Action": ["‸"]'),
    ],
    [
      'not to another statement',
      '{ "Statement": [{ "Effect": "‸" }, { "Sid": "" }] }',
      'Deny',
      '{ "Statement": [{ "Effect": "Deny"‸ }, { "Sid": "" }] }',
    ],
    ['a Condition, to go on', statement('‸ "Sid": "x"'), 'Condition', statement('"Condition": {\n  ‸\n}, "Sid": "x"')],
  ])('%s', (_name, marked, label, want) => expect(take(marked, label, { type: 'resource' })).toBe(want));
});

test('a whole policy by taking proposals alone', () => {
  let marked = '‸';
  for (const label of ['A policy', 'Allow', 's3', 's3:GetObject', 'arn:aws:s3:::shop/*']) {
    marked = take(marked, label, { request: READS_OBJECT });
  }
  expect(marked).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject"],
      "Resource": "arn:aws:s3:::shop/*"‸
    }
  ]
}`);
});
