// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import fc from 'fast-check';
import type { PolicyType } from '@/lib/iam/policy-type';
import { choose, type List, list, number, seldom } from '@/lib/testing/model/random-choice';
import { condition, conditionOf } from '@/lib/testing/model/random-conditions';

// Random callers, requests and statements of the nasty kind: few names and values, so that everything meets everything.

const HOME = '111122223333';
const AWAY = '999988887777';
const CANONICAL = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

const iam = (account: string, rest: string) => `arn:aws:iam::${account}:${rest}`;
const sts = (account: string, rest: string) => `arn:aws:sts::${account}:${rest}`;

export const CALLERS = [
  iam(HOME, 'user/kim'),
  iam(HOME, 'user/ops/kim'),
  iam(AWAY, 'user/kim'),
  sts(HOME, 'assumed-role/dev/s1'),
  sts(AWAY, 'assumed-role/dev/s1'),
  sts(HOME, 'assumed-role/AWSReservedSSO_Ops_0a1b/kim'),
  iam(HOME, 'role/dev'),
  iam(HOME, 'role/team/dev'),
  sts(HOME, 'federated-user/kim'),
  iam(HOME, 'root'),
  iam(AWAY, 'root'),
  'sns.amazonaws.com',
  'accounts.google.com',
  iam(HOME, 'oidc-provider/idp.example.org'),
  '*',
];

interface Question {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
}

const ask = (action: string, resource: string, resourceAccount?: string): Question => ({
  action,
  resource,
  ...(resourceAccount !== undefined && { resourceAccount }),
});

export const QUESTIONS: readonly Question[] = [
  ask('s3:GetObject', 'arn:aws:s3:::shop/home/kim/a.png'),
  ask('s3:GetObject', 'arn:aws:s3:::shop/home/kim/a.png', AWAY),
  ask('s3:ListBucket', 'arn:aws:s3:::shop', HOME),
  ask('s3:PutBucketPolicy', 'arn:aws:s3:::shop'),
  ask('s3:ListAllMyBuckets', '*'),
  ask('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:kim`),
  ask('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${AWAY}:kim`),
  ask('sts:AssumeRole', iam(HOME, 'role/dev')),
  ask('sts:AssumeRole', iam(AWAY, 'role/dev')),
  ask('sts:AssumeRoleWithWebIdentity', iam(HOME, 'role/dev')),
  ask('sts:TagSession', iam(HOME, 'role/team/dev')),
  ask('sts:GetCallerIdentity', '*'),
  ask('sts:GetSessionToken', '*'),
  ask('kms:Decrypt', `arn:aws:kms:eu-west-1:${HOME}:key/0a1b`),
  ask('kms:Decrypt', `arn:aws:kms:eu-west-1:${AWAY}:key/0a1b`),
  ask('kms:RetireGrant', `arn:aws:kms:eu-west-1:${HOME}:key/0a1b`),
  ask('kms:ListKeys', '*'),
  ask('ec2:StartInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-1`),
  ask('ec2:StartInstances', `arn:aws:ec2:eu-west-1:${AWAY}:instance/i-1`),
  ask('ec2:DescribeInstances', '*'),
  ask('iam:PassRole', iam(HOME, 'role/dev')),
  ask('iam:GetUser', iam(HOME, 'user/kim')),
  ask('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${HOME}:table/kim`),
  ask('vpc-lattice-svcs:Invoke', `arn:aws:vpc-lattice:eu-west-1:${HOME}:service/svc-1/kim`),
  ask('frob:Do', `arn:aws:frob:eu-west-1:${HOME}:thing/kim`),
];

/** Some of the first list, fewer of the others. */
function either(chosen: number, usual: readonly string[], ...others: readonly (readonly string[])[]): string {
  const place = chosen % 8;
  const pool = place < 5 ? usual : (others[place % others.length] ?? usual);
  return choose(pool, chosen >> 3);
}

function actionOf({ action }: Question, chosen: number): string {
  const [service = '', name = ''] = action.split(':');
  const part = name.slice(0, 3);
  const usual = [
    '*',
    action,
    `${service}:*`,
    action.toUpperCase(),
    `${service}:${part}*`,
    `${service}:?${name.slice(1)}`,
  ];
  const odd = ['**', `${service}*`, name, `${service}:`, `${action}s`, `${service}?:*`, 'glue:*', `*:${name}`, ''];
  return either(chosen, usual, odd);
}

function resourceOf({ resource }: Question, chosen: number): string {
  if (resource === '*') {
    return choose(['*', '*', '**', '?', 'arn:aws:s3:::*', 'arn:*', '${aws:username}', '*${aws:username}', 'x'], chosen);
  }
  const parts = resource.split(':');
  const last = parts.slice(5).join(':');
  const service = `arn:aws:${parts[2]}`;
  const start = `${parts.slice(0, 5).join(':')}:`;
  const usual = ['*', resource, `${start}*`, `${service}:*`, `${service}:*:*:${last}`, `${resource.slice(0, -2)}??`];
  const variables = [
    `${start}${last.replace('kim', '${aws:username}')}`,
    `${start}${last.replace('dev', "${aws:PrincipalTag/team, 'dev'}")}`,
    `${start}*\${aws:PrincipalTag/team}*`,
    `${start}${last.replace('kim', '${aws:userid}')}`,
    `${start}${last.slice(0, 2)}\${aws:PrincipalArn}`,
    `${start}\${*}`,
    `${start}${last.replace('a', '${?}')}`,
    `${service}:\${aws:RequestedRegion}:*:*`,
    `${start}\${aws:TagKeys}*`,
    `${start}\${broken`,
    `${start}\${aws:username,none}`,
  ];
  const others = [
    ...[resource.toUpperCase(), service, `${service}:*`, 'arn:aws:*', 'arn:aws-cn:*', `${resource}/*`, `${resource}*`],
    ...[resource.slice(0, -1), '', 'x', 'arn:aws:ec2:*:*:*', `${service}:${parts[3]}:${AWAY}:*`],
  ];
  return either(chosen, usual, variables, others);
}

/** Entries of kind `AWS` that name the caller in one way or another, and some that do not. */
function awsEntries(caller: string): readonly string[] {
  const account = caller.split(':')[4] ?? '';
  const role = /role\/(?:.*\/)?([^/]+?)(?:\/[^/]*)?$/.exec(caller)?.[1] ?? 'dev';
  const own =
    account === '' ? ['*'] : [account, iam(account, 'root'), iam(account, `role/${role}`), caller, caller, account];
  return [
    ...own,
    ...['*', AWAY, iam(AWAY, 'root'), HOME, iam(HOME, 'user/kim'), iam(HOME, 'role/dev'), iam(HOME, 'role/team/dev')],
    ...[sts(HOME, 'assumed-role/dev/s1'), sts(HOME, 'assumed-role/dev/s2'), sts(HOME, 'federated-user/kim')],
    ...[
      'AIDAKIM',
      'AROADEV',
      iam(HOME, 'role/*'),
      iam(HOME, 'user/Kim'),
      'sns.amazonaws.com',
      `arn:aws-cn:iam::${HOME}:root`,
    ],
  ];
}

const listOf = ({ alone, numbers }: List, make: (chosen: number) => unknown): unknown => {
  const values = numbers.map(make);
  return alone && values.length === 1 ? values[0] : values;
};

function principalOf(caller: string, kind: number, chosen: List): unknown {
  const entries = awsEntries(caller);
  const mixed = ['*', caller, 'sns.amazonaws.com', 'SNS.amazonaws.com', 'accounts.google.com', CANONICAL];
  const [first = 0] = chosen.numbers;
  switch (kind % 12) {
    case 0:
    case 1:
      return '*';
    case 2: // everything that a NotPrincipal has to list
      return { AWS: entries.slice(0, 1 + (first % 5)) };
    case 3:
      return { Service: listOf(chosen, (one) => choose(mixed, one)) };
    case 4:
      return { Federated: listOf(chosen, (one) => choose(mixed, one)), AWS: choose(entries, kind >> 4) };
    case 5:
      return choose<unknown>(
        [{ CanonicalUser: CANONICAL }, { Service: caller }, { Federated: caller }, caller, { aws: '*' }, {}],
        first,
      );
    default:
      return { AWS: listOf(chosen, (one) => choose(entries, one)) };
  }
}

/** Elements that break a statement (R144, R147, R152), laid over a whole one. */
const BREAKS: readonly object[] = [
  { Effect: 'allow' },
  { Effect: undefined },
  { Action: undefined, NotAction: undefined },
  { Action: '*', NotAction: '*' },
  { Resource: undefined, NotResource: undefined },
  { Resource: 3 },
  { Conditions: {} },
  { Condition: [] },
  { Condition: { StringEquals: 'x' } },
  { Condition: { NoSuchOperator: { 'aws:username': 'kim' } } },
  { Condition: { NullIfExists: { 'aws:username': 'true' } } },
  { Condition: { StringEquals: {} } },
  { Principal: undefined, NotPrincipal: undefined },
  { Principal: '*', NotPrincipal: undefined },
  { Sid: 7 },
];

export const statement = fc.record({
  effect: number,
  action: list(3),
  resource: list(3),
  principal: fc.tuple(number, list(3)),
  not: number,
  condition: fc.option(condition, { freq: 1 }),
  broken: seldom(14),
  breach: number,
});
type RawStatement = typeof statement extends fc.Arbitrary<infer Raw> ? Raw : never;

/** What a document is about. */
export interface Scene {
  readonly question: Question;
  readonly caller: string;
  readonly keys: readonly string[];
}

export function statementOf(raw: RawStatement, type: PolicyType, { question, caller, keys }: Scene): object {
  const takesPrincipal = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const everyone = type === 'rcp' && raw.principal[0] % 8 !== 7;
  const denies = raw.effect % (type === 'rcp' ? 2 : 5) === 1;
  const not = (element: string, place: number) => (raw.not % 23 === place ? `Not${element}` : element);
  return {
    Effect: denies ? 'Deny' : 'Allow',
    ...(takesPrincipal && { [not('Principal', 21)]: everyone ? '*' : principalOf(caller, ...raw.principal) }),
    [not('Action', 20)]: listOf(raw.action, (one) => actionOf(question, one)),
    [not('Resource', 22)]: listOf(raw.resource, (one) => resourceOf(question, one)),
    ...(raw.condition !== null && { Condition: conditionOf(raw.condition, keys) }),
    ...(raw.broken && choose(BREAKS, raw.breach)),
  };
}
