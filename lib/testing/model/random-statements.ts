// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import type { PolicyType } from '@/lib/iam/policy-type';
import type { Random } from '@/lib/testing/model/random-choice';
import { randomCondition } from '@/lib/testing/model/random-conditions';

// Random callers, requests and statements of the nasty kind: few names and values, so that everything meets everything.

const HOME = '111122223333';
const AWAY = '999988887777';
const CANONICAL = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

const iam = (account: string, rest: string, partition = 'aws') => `arn:${partition}:iam::${account}:${rest}`;
const sts = (account: string, rest: string) => `arn:aws:sts::${account}:${rest}`;

export const CALLERS = [
  ...[iam(HOME, 'user/kim'), iam(HOME, 'user/ops/kim'), iam(AWAY, 'user/kim'), iam(HOME, 'user/kim', 'aws-cn')],
  ...[sts(HOME, 'assumed-role/dev/s1'), sts(HOME, 'assumed-role/dev/s1'), sts(AWAY, 'assumed-role/dev/s1')],
  ...[sts(HOME, 'assumed-role/AWSReservedSSO_Ops_0a1b/kim'), sts(HOME, 'assumed-role/AWSServiceRoleForECS/s1')],
  ...[iam(HOME, 'role/dev'), iam(HOME, 'role/team/dev'), iam(AWAY, 'role/dev')],
  iam(HOME, 'role/aws-reserved/sso.amazonaws.com/eu-north-1/AWSReservedSSO_Ops_0a1b'),
  ...[sts(HOME, 'federated-user/kim'), sts(AWAY, 'federated-user/kim'), iam(HOME, 'root'), iam(AWAY, 'root')],
  ...['sns.amazonaws.com', 's3.me-south-1.amazonaws.com', 'accounts.google.com', 'cognito-identity.amazonaws.com'],
  ...[iam(HOME, 'oidc-provider/idp.example.org'), iam(HOME, 'saml-provider/Corp'), '*'],
];

export interface Question {
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
  ask('S3:getobject', 'arn:aws:s3:::shop/a*b?c', HOME),
  ask('s3:GetObject', 'arn:aws-cn:s3:::shop/home/kim/a.png'),
  ask('s3:GetObject', '*'),
  ask('s3:ListBucket', 'arn:aws:s3:::shop', HOME),
  ask('s3:PutBucketPolicy', 'arn:aws:s3:::shop'),
  ask('s3:ListAllMyBuckets', '*'),
  ask('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:kim`),
  ask('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${AWAY}:kim`),
  ask('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:kim`, AWAY),
  ask('sts:AssumeRole', iam(HOME, 'role/dev')),
  ask('sts:AssumeRole', iam(AWAY, 'role/dev')),
  ask('sts:AssumeRole', '*'),
  ask('sts:AssumeRoleWithWebIdentity', iam(HOME, 'role/dev')),
  ask('sts:AssumeRoleWithSAML', iam(HOME, 'role/dev')),
  ask('sts:TagSession', iam(HOME, 'role/team/dev')),
  ask('sts:GetCallerIdentity', '*'),
  ask('sts:GetSessionToken', '*'),
  ask('sts:GetFederationToken', '*'),
  ask('kms:Decrypt', `arn:aws:kms:eu-west-1:${HOME}:key/0a1b`),
  ask('kms:Decrypt', `arn:aws:kms:eu-west-1:${AWAY}:key/0a1b`),
  ask('kms:RetireGrant', `arn:aws:kms:eu-west-1:${HOME}:key/0a1b`),
  ask('kms:Encrypt', `arn:aws:kms:eu-west-1:${HOME}:alias/kim`),
  ask('kms:CreateAlias', `arn:aws:kms:eu-west-1:${HOME}:alias/kim`),
  ask('kms:ListKeys', '*'),
  ask('ec2:StartInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-1`),
  ask('ec2:StartInstances', `arn:aws:ec2:eu-west-1:${AWAY}:instance/i-1`),
  ask('ec2:RunInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/*`),
  ask('ec2:DescribeInstances', '*'),
  ask('ec2:DescribeInstances', '*', AWAY),
  ask('iam:PassRole', iam(HOME, 'role/dev')),
  ask('iam:GetUser', iam(HOME, 'user/kim')),
  ask('iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess'),
  ask('iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess', AWAY),
  ask('dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${HOME}:table/kim`),
  ask('vpc-lattice-svcs:Invoke', `arn:aws:vpc-lattice:eu-west-1:${HOME}:service/svc-1/kim`),
  ask('aoss:APIAccessAll', `arn:aws:aoss:eu-west-1:${HOME}:collection/kim`),
  ask('execute-api:Invoke', `arn:aws:execute-api:eu-west-1:${HOME}:abc123/prod/GET/kim`),
  ask('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:eu-west-1:${AWAY}:secret:kim-AbCdEf`),
  ask('route53:GetHostedZone', 'arn:aws:route53:::hostedzone/Z1'),
  ask('ebs:GetSnapshotBlock', `arn:aws:ec2:eu-west-1::snapshot/snap-1`),
  ask('frob:Do', `arn:aws:frob:eu-west-1:${HOME}:thing/kim`),
];

/** Some of the first list, fewer of the others. */
function either({ below, of }: Random, usual: readonly string[], ...others: readonly (readonly string[])[]): string {
  return of(below(8) < 5 ? usual : of(others));
}

function actionOf({ action }: Question, random: Random): string {
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
  const odd = [
    ...[
      '**',
      `${service}*`,
      name,
      `${service}:`,
      `${action}s`,
      `${service}?:*`,
      'glue:*',
      `*:${name}`,
      '',
      '*:*',
      '?*',
    ],
    ...[`${service}:*${name.slice(2)}`, `${service}:*${part}*`, '${aws:username}:*', `${action}*`, '*s3:*', ' *'],
  ];
  return either(random, usual, odd);
}

function resourceOf({ resource }: Question, random: Random): string {
  if (resource === '*') {
    return random.of([
      '*',
      '*',
      '**',
      '?',
      '??',
      'arn:aws:s3:::*',
      'arn:*',
      '${aws:username}',
      '*${aws:username}',
      'x',
    ]);
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
    `${start}${last.replace('kim', '${AWS:UserName}').replace('*', '${*}')}`,
    `${service}:\${aws:PrincipalAccount}`,
    `${start}*\${aws:PrincipalTag/a:b}`,
    '${aws:PrincipalArn}',
  ];
  const others = [
    ...[resource.toUpperCase(), service, `${service}:*`, 'arn:aws:*', 'arn:aws-cn:*', `${resource}/*`, `${resource}*`],
    ...[resource.slice(0, -1), '', 'x', 'arn:aws:ec2:*:*:*', `${service}:${parts[3]}:${AWAY}:*`, 'arn', 'arn:', 'a*'],
    ...['execute-api:/*', 'execute-api:/prod/GET/*', `${start}${last.slice(1)}`, `*${last}`, `*:${last}`, '?rn:*'],
    ...[`arn:a?s:${parts[2]}:*:*:*`, `${start}*/*`, `${start}*${last.at(-1)}`, `${service}:*:*:*${last.slice(0, 2)}*`],
  ];
  return either(random, usual, variables, others);
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
    ...['AIDAKIM', 'AROADEV', iam(HOME, 'role/*'), iam(HOME, 'user/Kim'), 'sns.amazonaws.com', 'accounts.google.com'],
    ...[iam(HOME, 'root', 'aws-cn'), iam(HOME, 'group/devs'), '${aws:username}', 'Kim', iam(HOME, 'user/*'), '1111*'],
    'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1',
  ];
}

function principalOf(caller: string, random: Random): unknown {
  const { of, below, oneOrMore } = random;
  const entries = awsEntries(caller);
  const others = ['*', caller, 'sns.amazonaws.com', 'SNS.amazonaws.com', 'accounts.google.com', CANONICAL];
  switch (below(12)) {
    case 0:
    case 1:
      return '*';
    case 2: // everything that a NotPrincipal has to list
      return { AWS: entries.slice(0, 1 + below(5)) };
    case 3:
      return { Service: oneOrMore(() => of(others)) };
    case 4:
      return { Federated: oneOrMore(() => of(others)), AWS: of(entries) };
    case 5:
      return of<unknown>([
        ...[{ CanonicalUser: CANONICAL }, { CanonicalUser: CANONICAL, AWS: of(entries) }, { Service: caller }],
        ...[{ Federated: caller }, caller, { aws: '*' }, {}, { AWS: [] }, { AWS: 7 }, '**', null],
      ]);
    default:
      return { AWS: oneOrMore(() => of(entries)) };
  }
}

/** Elements that break a statement or are seldom (R144, R147, R152), laid over a whole one. */
const BREAKS: readonly object[] = [
  { Effect: 'allow' },
  { Effect: undefined },
  { Action: undefined, NotAction: undefined },
  { Action: '*', NotAction: '*' },
  { Action: ['*', 3] },
  { Resource: undefined, NotResource: undefined },
  { Resource: 3 },
  { Conditions: {} },
  { Condition: [] },
  { Condition: null },
  { Condition: {} },
  { Condition: { StringEquals: 'x' } },
  { Condition: { StringEquals: { 'aws:username': { x: 1 } } } },
  { Condition: { StringNotEquals: { 'aws:username': [null, ['kim']] } } },
  { Condition: { NoSuchOperator: { 'aws:username': 'kim' } } },
  { Condition: { NullIfExists: { 'aws:username': 'true' } } },
  { Condition: { StringEquals: {} } },
  { Condition: { StringEquals: { 'aws:username': 'kim', 'AWS:username': 'lee' } } },
  { Principal: undefined, NotPrincipal: undefined },
  { Principal: '*', NotPrincipal: undefined },
  { Sid: 7 },
  { Sid: 'Deny' },
];

/** What a document is about. */
export interface Scene {
  readonly question: Question;
  readonly caller: string;
  readonly keys: readonly string[];
}

export function randomStatement(type: PolicyType, { question, caller, keys }: Scene, random: Random): object {
  const { below, of, seldom, oneOrMore } = random;
  const takesPrincipal = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const not = (element: string) => (seldom(23) ? `Not${element}` : element);
  const everyone = type === 'rcp' && !seldom(8);
  return {
    Effect: below(type === 'rcp' ? 2 : 5) === 1 ? 'Deny' : 'Allow',
    ...(takesPrincipal && { [not('Principal')]: everyone ? '*' : principalOf(caller, random) }),
    [not('Action')]: oneOrMore(() => actionOf(question, random)),
    [not('Resource')]: oneOrMore(() => resourceOf(question, random)),
    ...(seldom(2) && { Condition: randomCondition(keys, random) }),
    ...(seldom(14) && of(BREAKS)),
  };
}
