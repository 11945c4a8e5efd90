// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import type { Random } from '@/lib/testing/model/random-choice';

// Random conditions and what the request says about their keys. The lists of values are long because each value is one
// trap of the rules; they are data.

type Scalar = string | number | boolean;

const TEXT: readonly Scalar[] = [
  ...['dev', 'Dev', 'DEV', 'kim', 'red', '', '*', '**', 'd*', '*v', '?*', 'de?', 'd*e*v', '*e*', '[dk]*', 'd.v', '\\*'],
  ...['d🦉v', 'd?v', '???', 'ΟΔΟΣ', 'οδος', 'İ', 'dev ', true, 10, 1.5, '$', '${', '${}', 'dev}', '{dev}'],
  ...['${aws:username}', '${AWS:USERNAME}', 'd${aws:ResourceTag/team}', '${aws:PrincipalTag/team}*'],
  ...['${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'dev'}", "${aws:PrincipalTag/team,'dev'}"],
  ...["${aws:PrincipalTag/team, 'd*'}", "${aws:PrincipalTag/team, 'a}b'}", "${aws:PrincipalTag/team, ''}"],
  ...['${aws:PrincipalTag/team, dev}', "${aws:PrincipalTag/team, '${*}'}", "${aws:TagKeys, 'dev'}"],
  ...['${*}', '${?}', '${$}', 'de${?}', 'd${*}', '${*', '${**}', '${aws:TagKeys}', '${aws:userid}', '${ aws:username}'],
  ...[
    '${aws:PrincipalTag/a:b}',
    '${cognito-identity.amazonaws.com:sub}',
    '${custom:k}${aws:username}',
    '*${s3:prefix}*',
  ],
];
const NUMBERS: readonly Scalar[] = [
  ...['10', '10.0', '1e1', '+10', '010', '9.99', '-1', 'ten', '07', 10, 10.5, '', '.5', '5.', '0.5', '-0', '0', '0x10'],
  ...['${aws:PrincipalTag/team}', '100000000000000000001', '100000000000000000000', '1E+1', '10 ', '1,000', '1_0'],
  ...['0.1', '0.10000000000000000001', 'NaN', 'Infinity', '1e', 'e1', '٣', '10e-1', '1.0e0', '--1'],
];
const DATES: readonly Scalar[] = [
  ...['2026-04-09', '2026-04-09T00:00:00Z', '1775692800', '1775692800000', '2026-04-09T02:00:00+02:00', '2026-04'],
  ...['2026', '2026-02-30', '999', '2026-04-09T00:00:00.250Z', '1775692800.25', '*', '2026-04-09T00:00Z', '0', '-1'],
  ...['2026-04-09T00:00:00', '2026-04-09t00:00:00z', '2026-04-09 00:00:00Z', '20260409T000000Z', '2026-13', '10000'],
  ...['2026-04-09T24:00:00Z', '2026-04-08T23:59:60Z', '99999999999', '100000000000', '-1775692800000', 1775692800],
  ...['2026-04-08T19:00:00-05:00', '2026-04-09T00:00:00.25Z', '09.04.2026', '1.7756928e9', '+1775692800', '2024-02-29'],
  ...['2026-4-9', '2026-04-09T00:00:00+0200', '2026-04-09T00', 'tomorrow', '${aws:CurrentTime}', '1775692800.0'],
];
const BOOLS: readonly Scalar[] = [
  ...['true', 'false', 'True', 'FALSE', true, false, 'yes', '1', '', 'true ', '${aws:PrincipalTag/team}'],
];
const ADDRESSES: readonly Scalar[] = [
  ...['203.0.113.9', '203.0.113.0/24', '0.0.0.0/0', '::/0', '2001:db8::7', '2001:db8::/32', '::ffff:203.0.113.9'],
  ...['203.0.113.010', '203.0.113.*', '203.0.0.0/16', '203.0.113.9/33', '203.0.113.77/24', '203.0.113.9/32', '0.0.0.0'],
  ...['2001:DB8::7', '2001:0db8:0:0:0:0:0:7', '2001:db8:0:0::7', '2001:db8::0.0.0.7', '::ffff:cb00:7109', '::', '::1'],
  ...['::ffff:203.0.113.0/120', '::ffff:203.0.113.0/95', '2001:db8::7/128', '2001:db8::7/129', '203.0.113.9/', '/24'],
  ...['203.0.113.9/-1', '[2001:db8::7]', '2001:db8::7%eth0', '2001:db8:::7', '2001::db8::7', '203.0.113', '256.0.0.1'],
  ...[
    '203.0.113.0/255.255.255.0',
    'AWS Internal',
    '203.0.113.9 ',
    '2001:db8:0:0:0:0:0:0:7',
    '12001::',
    '1:2:3:4:5:6:7::',
  ],
  ...['${aws:PrincipalTag/team}', '203.0.113.8/29', '203.0.113.9/0', '::ffff:0:0/96', '203.0.113.9:443', 'example.com'],
];
const ARNS: readonly Scalar[] = [
  ...['arn:aws:iam::111122223333:role/dev', 'arn:aws:iam::111122223333:role/team/dev', 'arn:aws:iam::*:role/*'],
  ...['arn:aws:iam::*:role/*/dev', 'arn:aws:iam::111122223333:role/d*', 'arn:aws:iam::111122223333:role/d?v'],
  ...['arn:aws:iam::111122223333:user/kim', 'arn:aws:iam::111122223333:user/${aws:username}'],
  ...[
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:*',
    'arn:aws:*:*:*:*',
    'arn:*',
    '**',
    'arn:aws:iam:::',
  ],
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_*',
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-*/AWSReservedSSO_*',
  ...['arn:aws:iam::111122223333:role/aws-reserved/*', 'arn:aws:iam::*:role/aws-service-role/*/AWSServiceRoleForECS'],
  ...['arn:aws:sts::111122223333:assumed-role/dev/s1', 'arn:aws:sts::*:assumed-role/*', 'arn:aws:iam:*', '*'],
  ...['role/dev', '${aws:PrincipalArn}', 'arn:aws:iam::${aws:PrincipalAccount}:*', '${aws:PrincipalTag/team}'],
  ...['arn:aws:sns:eu-west-1:111122223333:t:x', 'arn:aws:sns:*:111122223333:*', 'arn:aws:sns:*:x', 'arn:aws:*s:*:*:*'],
  ...['arn:aws:*:${aws:PrincipalTag/team}', 'arn:aws:*t:${aws:PrincipalTag/team}', 'arn:aws:s*s:${aws:username}*x'],
  ...["arn:aws:iam::${aws:PrincipalTag/team, '111122223333'}:role/dev", 'arn:aws:iam::111122223333:role/${*}'],
  ...['a*:aws:iam::*:role/dev', 'ARN:aws:iam::111122223333:role/dev', 'arn:aws-cn:iam::*:*', 'arn:?ws:iam::*:role/dev'],
  ...['arn:aws:s3:::shop', 'arn:aws:s3:*:*:shop', '', 'arn:aws:iam::111122223333:role/dev*', 'arn:aws:iam::*:role/*e*'],
];
const IDS: readonly Scalar[] = [
  ...['*:s1', 'AROADEV:s1', 'AROADEV:*', 'AIDAKIM', '?*:s1', '*', '*:s2', '111122223333', '111122223333:kim', '*:*'],
  ...['??:s1', 'anonymous', '${aws:userid}', '*:${aws:username}', ':s1', '*s1', 'A*:?1', '*:*:s1', '?:*', 'arodev:S1'],
];
const ACCOUNTS: readonly Scalar[] = [
  ...['111122223333', '999988887777', '1111*', 'anonymous', '${aws:PrincipalAccount}', '${aws:ResourceAccount}', '*'],
  ...[111122223333, '11112222333', "${aws:PrincipalAccount, '111122223333'}", '????????????'],
];
const WORDS: readonly Scalar[] = [
  ...['AssumedRole', 'User', 'Anonymous', 'Account', 'FederatedUser', 'eu-west-1', 'us-east-1', 'eu-*', '*', 'u?-*'],
  ...['sns.amazonaws.com', 'accounts.google.com', 'vpce-1', 'vpc-1', 'o-a1', 'team', 'team', 'env', 'Team', ''],
  ...['o-a1/r-b2/ou-c3/', 'o-a1/*', 'cn-north-1', 'us-west-2', 'repo:org/app:ref:refs/heads/main', 'repo:org/*'],
];

interface Pool {
  readonly values: readonly Scalar[];
  readonly bases: readonly string[];
}

const STRING: readonly string[] = [
  ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringLike', 'StringNotLike'],
  ...['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
];
const NUMERIC = [
  ...['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
  ...['NumericGreaterThan', 'NumericGreaterThanEquals'],
];
const DATE = NUMERIC.map((name) => name.replace('Numeric', 'Date'));
const ARN = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'];
const IP = ['IpAddress', 'NotIpAddress'];

const POOLS = {
  text: { values: TEXT, bases: STRING },
  words: { values: WORDS, bases: STRING },
  accounts: { values: ACCOUNTS, bases: STRING },
  ids: { values: IDS, bases: [...STRING, 'ArnLike'] },
  numbers: { values: NUMBERS, bases: NUMERIC },
  dates: { values: DATES, bases: DATE },
  bools: { values: BOOLS, bases: ['Bool'] },
  addresses: { values: ADDRESSES, bases: IP },
  arns: { values: ARNS, bases: [...ARN, ...ARN, 'StringLike', 'StringNotEquals', 'StringEquals'] },
} as const satisfies Record<string, Pool>;

const POOL_OF: Readonly<Record<string, keyof typeof POOLS>> = {
  'aws:PrincipalTag/team': 'text',
  'aws:PrincipalTag/a:b': 'text',
  'aws:ResourceTag/team': 'text',
  'aws:RequestTag/team': 'text',
  'aws:RequestTag/Env': 'text',
  'aws:ResourceTag/': 'text',
  'aws:TagKeys': 'words',
  'aws:username': 'text',
  'aws:userid': 'ids',
  'aws:PrincipalArn': 'arns',
  'aws:SourceArn': 'arns',
  'aws:PrincipalAccount': 'accounts',
  'aws:ResourceAccount': 'accounts',
  'aws:SourceAccount': 'accounts',
  'aws:PrincipalType': 'words',
  'aws:PrincipalOrgID': 'words',
  'aws:PrincipalOrgPaths': 'words',
  'aws:ResourceOrgID': 'words',
  'aws:PrincipalServiceName': 'words',
  'aws:PrincipalServiceNamesList': 'words',
  'aws:FederatedProvider': 'words',
  'aws:SourceIdentity': 'text',
  'aws:AssumedRoot': 'bools',
  'aws:RequestedRegion': 'words',
  'aws:SourceVpce': 'words',
  'aws:SourceVpc': 'words',
  'aws:CalledVia': 'words',
  'aws:CalledViaFirst': 'words',
  'aws:SourceIp': 'addresses',
  'aws:VpcSourceIp': 'addresses',
  'aws:CurrentTime': 'dates',
  'aws:EpochTime': 'dates',
  'aws:TokenIssueTime': 'dates',
  'aws:MultiFactorAuthAge': 'numbers',
  'aws:MultiFactorAuthPresent': 'bools',
  'aws:SecureTransport': 'bools',
  'aws:ViaAWSService': 'bools',
  'aws:PrincipalIsAWSService': 'bools',
  's3:prefix': 'text',
  's3:max-keys': 'numbers',
  's3:ResourceAccount': 'accounts',
  'ec2:ResourceTag/team': 'text',
  'ec2:Region': 'words',
  'iam:ResourceTag/team': 'text',
  'kms:CallerAccount': 'accounts',
  'kms:EncryptionContext:App': 'text',
  'saml:sub': 'text',
  'cognito-identity.amazonaws.com:sub': 'text',
  'token.actions.githubusercontent.com:sub': 'words',
  'ec2:SourceInstanceArn': 'arns',
  'identitystore:UserId': 'text',
  'lambda:SourceFunctionArn': 'arns',
  'custom:k': 'text',
};

const KEYS: readonly string[] = Object.keys(POOL_OF);

const poolOf = (key: string): Pool => POOLS[POOL_OF[key] ?? 'text'];

function values(key: string, { of, oneOrMore }: Random): Scalar | Scalar[] {
  const pool = poolOf(key).values;
  return oneOrMore(() => of(pool));
}

/** A key as its name is written, or now and then in another letter case (C12). */
function spelled(key: string, { below }: Random): string {
  const way = below(13);
  if (way === 11) return key.toUpperCase();
  return way === 12 ? key.toLowerCase() : key;
}

const ALL_BASES = [...STRING, ...NUMERIC, ...DATE, ...ARN, ...IP, 'Bool', 'BinaryEquals'];
const PREFIXES = ['', '', '', '', 'ForAllValues:', 'ForAnyValue:'];
const SUFFIXES = ['', '', '', 'IfExists'];
const ODD = [
  ...['ForAllValues:Null', 'ForAnyValue:Null', 'NullIfExists', 'StringContains', 'stringequals', 'BOOL', 'null'],
  ...['ForAllValues:ForAnyValue:StringEquals', 'ForEachValue:StringEquals', ' StringEquals', 'StringEqualsifexists'],
  ...['forallvalues:StringLike', 'StringEqualsIfExistsIfExists', 'ForAllValues:', 'IfExists', ''],
];

function operatorFor(key: string, { below, of, seldom }: Random): string {
  if (seldom(24)) return of(ODD);
  if (seldom(6)) return 'Null';
  const base = of(seldom(12) ? ALL_BASES : poolOf(key).bases);
  return PREFIXES[below(PREFIXES.length)] + base + of(SUFFIXES);
}

const NULLS: readonly unknown[] = ['true', 'false', true, false, ['true', 'false'], 'x', 'TRUE', [], ['x', 'true']];

// Keys that are about one fact, so that what is said of one of them tells of the others.
const GROUPS: readonly (readonly string[])[] = [
  ['aws:PrincipalTag/team', 'aws:username', 'custom:k', 'aws:ResourceTag/team'],
  ['aws:SourceIp', 'aws:SourceVpce', 'aws:SourceVpc', 'aws:VpcSourceIp'],
  ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime', 'aws:PrincipalTag/team'],
  ['aws:RequestTag/team', 'aws:RequestTag/Env', 'aws:TagKeys', 'aws:username'],
  ['aws:MultiFactorAuthAge', 'aws:MultiFactorAuthPresent', 'aws:TokenIssueTime', 'aws:SecureTransport'],
  ['aws:PrincipalArn', 'aws:userid', 'aws:username', 'aws:PrincipalTag/team'],
  ['aws:PrincipalAccount', 'kms:CallerAccount', 'aws:ResourceAccount', 's3:ResourceAccount'],
  ['aws:ViaAWSService', 'aws:CalledVia', 'aws:SourceVpce', 'aws:PrincipalIsAWSService'],
  ['aws:SourceArn', 'aws:SourceAccount', 'aws:PrincipalOrgID', 'aws:PrincipalServiceName'],
  ['aws:RequestedRegion', 'ec2:ResourceTag/team', 'aws:ResourceTag/team', 's3:prefix'],
  ['aws:PrincipalArn', 'aws:PrincipalArn', 'aws:userid', 'aws:SourceArn'],
];

/** The few keys that one document is about: a group and some more. */
export function randomKeys({ of, below, several }: Random): readonly string[] {
  return [...of(GROUPS), ...several(1, 2, () => KEYS[below(KEYS.length)] ?? '')];
}

/** A Condition of few parts; parts of one operator stand below it together. */
export function randomCondition(keys: readonly string[], random: Random): object {
  const block: Record<string, Record<string, unknown>> = {};
  const parts = 1 + random.below(3);
  for (let part = 0; part < parts; part++) {
    const key = random.of(keys);
    const operator = operatorFor(key, random);
    const wanted = /null$/i.test(operator) ? random.of(NULLS) : values(key, random);
    block[operator] = { ...block[operator], [spelled(key, random)]: wanted };
  }
  return block;
}

/** What the request states: values that conditions ask about, as texts, lists, numbers and booleans. */
export function randomContext(keys: readonly string[], random: Random): Record<string, Scalar | Scalar[] | null> {
  const stated = random.several(0, 5, () => {
    const key = random.of(keys);
    return [spelled(key, random), random.seldom(31) ? null : values(key, random)] as const;
  });
  return Object.fromEntries(stated);
}
