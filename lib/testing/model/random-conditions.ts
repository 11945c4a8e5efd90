// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import fc from 'fast-check';
import { choose, type List, list, number } from '@/lib/testing/model/random-choice';

// Random conditions and what the request says about their keys.

const TEXT = [
  'dev',
  'Dev',
  'kim',
  'red',
  '',
  '*',
  'd*',
  '?*',
  'de?',
  '${aws:username}',
  "${aws:PrincipalTag/team, 'dev'}",
  '${aws:PrincipalTag/team}',
  '${*}',
  '${aws:PrincipalTag/team}*',
  '${aws:userid}',
  '${aws:TagKeys}',
  'd${aws:ResourceTag/team}',
  '${AWS:USERNAME}',
];
const NUMBERS = [
  '10',
  '10.0',
  '1e1',
  '9.99',
  '-1',
  'ten',
  '07',
  10,
  '${aws:PrincipalTag/team}',
  '100000000000000000001',
];
const DATES = [
  '2026-04-09',
  '2026-04-09T00:00:00Z',
  '1775692800',
  '1775692800000',
  '2026-04-09T02:00:00+02:00',
  '2026-04',
  '2026',
  '2026-02-30',
  '999',
  '2026-04-09T00:00:00.250Z',
  '1775692800.25',
  '*',
];
const BOOLS = ['true', 'false', 'True', true, false, 'yes', '${aws:PrincipalTag/team}'];
const ADDRESSES = [
  '203.0.113.9',
  '203.0.113.0/24',
  '0.0.0.0/0',
  '::/0',
  '2001:db8::7',
  '2001:db8::/32',
  '::ffff:203.0.113.9',
  '203.0.113.010',
  '203.0.113.*',
  '203.0.0.0/16',
  '203.0.113.9/33',
];
const ARNS = [
  'arn:aws:iam::111122223333:role/dev',
  'arn:aws:iam::111122223333:role/team/dev',
  'arn:aws:iam::*:role/*',
  'arn:aws:iam::*:role/*/dev',
  'arn:aws:iam::111122223333:role/d*',
  'arn:aws:iam::111122223333:user/kim',
  'arn:aws:iam::111122223333:user/${aws:username}',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_*',
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-*/AWSReservedSSO_*',
  'arn:aws:iam::111122223333:role/aws-reserved/*',
  'arn:aws:sts::111122223333:assumed-role/dev/s1',
  'arn:aws:iam:*',
  '*',
  'role/dev',
  '${aws:PrincipalArn}',
  'arn:aws:iam::${aws:PrincipalAccount}:*',
  'arn:aws:sns:eu-west-1:111122223333:t:x',
  'arn:aws:*:${aws:PrincipalTag/team}',
];
const IDS = [
  '*:s1',
  'AROADEV:s1',
  'AROADEV:*',
  'AIDAKIM',
  '?*:s1',
  '*',
  '*:s2',
  '111122223333',
  '111122223333:kim',
  '*:*',
  '??:s1',
  'anonymous',
  '${aws:userid}',
  '*:${aws:username}',
];
const ACCOUNTS = [
  '111122223333',
  '999988887777',
  '1111*',
  'anonymous',
  '${aws:PrincipalAccount}',
  '${aws:ResourceAccount}',
];
const WORDS = [
  'AssumedRole',
  'User',
  'Anonymous',
  'Account',
  'eu-west-1',
  'us-east-1',
  'eu-*',
  'sns.amazonaws.com',
  'accounts.google.com',
  'vpce-1',
  'vpc-1',
  'o-a1',
  'team',
  'team',
  'env',
];

interface Pool {
  readonly values: readonly (string | number | boolean)[];
  readonly bases: readonly string[];
}

const STRING: readonly string[] = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
];
const NUMERIC = [
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
];
const DATE = NUMERIC.map((name) => name.replace('Numeric', 'Date'));
const ARN = ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'];
const IP = ['IpAddress', 'NotIpAddress'];

const POOLS = {
  text: { values: TEXT, bases: STRING },
  words: { values: [...WORDS, '*'], bases: STRING },
  accounts: { values: ACCOUNTS, bases: STRING },
  ids: { values: IDS, bases: STRING },
  numbers: { values: NUMBERS, bases: NUMERIC },
  dates: { values: DATES, bases: DATE },
  bools: { values: BOOLS, bases: ['Bool'] },
  addresses: { values: ADDRESSES, bases: IP },
  arns: { values: ARNS, bases: [...ARN, 'StringLike', 'StringNotEquals', 'StringEquals'] },
} as const satisfies Record<string, Pool>;

const POOL_OF: Readonly<Record<string, keyof typeof POOLS>> = {
  'aws:PrincipalTag/team': 'text',
  'aws:ResourceTag/team': 'text',
  'aws:RequestTag/team': 'text',
  'aws:RequestTag/Env': 'text',
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
  'aws:PrincipalServiceName': 'words',
  'aws:FederatedProvider': 'words',
  'aws:RequestedRegion': 'words',
  'aws:SourceVpce': 'words',
  'aws:SourceVpc': 'words',
  'aws:CalledVia': 'words',
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
  'kms:CallerAccount': 'accounts',
  'custom:k': 'text',
};

const KEYS: readonly string[] = Object.keys(POOL_OF);

type Scalar = string | number | boolean;

const POOL = (key: string): Pool => POOLS[POOL_OF[key] ?? 'text'];

const contextValue = (key: string, chosen: List): Scalar | Scalar[] => {
  const values = chosen.numbers.map((one) => choose(POOL(key).values, one));
  return chosen.alone && values.length === 1 ? (values[0] ?? '') : values;
};

/** A key as its name is written, or now and then in another letter case (C12). */
function spelled(key: string, chosen: number): string {
  if (chosen % 13 === 11) return key.toUpperCase();
  return chosen % 13 === 12 ? key.toLowerCase() : key;
}

const ALL_BASES = [...STRING, ...NUMERIC, ...DATE, ...ARN, ...IP, 'Bool', 'BinaryEquals'];
const PREFIXES = ['', '', '', '', 'ForAllValues:', 'ForAnyValue:'];
const SUFFIXES = ['', '', '', 'IfExists'];
const ODD = ['ForAllValues:Null', 'ForAnyValue:Null', 'NullIfExists', 'StringContains', 'stringequals', 'BOOL'];

function operatorFor(key: string, kind: number, base: number, affixes: number): string {
  if (kind % 24 === 23) return choose(ODD, base);
  if (kind % 12 < 2) return 'Null';
  const bases = kind % 12 === 11 ? ALL_BASES : POOL(key).bases;
  return `${choose(PREFIXES, affixes)}${choose(bases, base)}${choose(SUFFIXES, affixes >> 8)}`;
}

const NULLS: readonly unknown[] = ['true', 'false', true, false, ['true', 'false'], 'x'];

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
];

/** The few keys that one document is about. */
export function keysOf([group, ...others]: readonly number[]): readonly string[] {
  return [...choose(GROUPS, group ?? 0), ...others.map((one) => choose(KEYS, one))];
}

export type RawCondition = readonly (readonly [number, number, number, number, List])[];

export const condition: fc.Arbitrary<RawCondition> = fc.array(fc.tuple(number, number, number, number, list(3)), {
  minLength: 1,
  maxLength: 3,
});

/** A Condition of few parts; parts of one operator stand below it together. */
export function conditionOf(tests: RawCondition, keys: readonly string[]): object {
  const block: Record<string, Record<string, unknown>> = {};
  for (const [chosen, kind, base, affixes, values] of tests) {
    const key = choose(keys, chosen);
    const operator = operatorFor(key, kind, base, affixes);
    const wanted = operator.endsWith('Null') ? choose(NULLS, values.numbers[0] ?? 0) : contextValue(key, values);
    block[operator] = { ...block[operator], [spelled(key, chosen >> 8)]: wanted };
  }
  return block;
}

export const context = fc.array(fc.tuple(number, list(2)), { maxLength: 5 });

/** What the request states: values that conditions ask about, as texts, lists, numbers and booleans. */
export function contextOf(
  entries: readonly (readonly [number, List])[],
  keys: readonly string[],
): Record<string, Scalar | Scalar[] | null> {
  return Object.fromEntries(
    entries.map(([chosen, values]) => {
      const key = choose(keys, chosen);
      return [spelled(key, chosen >> 8), chosen % 31 === 30 ? null : contextValue(key, values)];
    }),
  );
}
