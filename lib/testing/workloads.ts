// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import type { DiagnosisDocument, DocumentPolicy } from '@/lib/diagnosis/schema';
import type { PolicyType } from '@/lib/iam/policy-type';

// Diagnoses of the sizes that AWS allows, for measuring: texts as the console prints them, statements as people write them.

const ACCOUNT = '111122223333';
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/dev/s1`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/dev`;
const OBJECT = 'arn:aws:s3:::shop/2026/11/cat.png';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-4e5f-6789-abcd-ef0123456789`;

type Statement = Readonly<Record<string, unknown>>;

const ACTIONS: readonly (readonly string[])[] = [
  ['ec2:Describe*', 'ec2:RunInstances', 'ec2:CreateTags'],
  ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  ['s3:GetObject*', 's3:ListBucket', 's3:PutObject'],
  ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  ['logs:CreateLogStream', 'logs:PutLogEvents'],
  ['lambda:InvokeFunction', 'lambda:GetFunction*'],
  ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  ['iam:PassRole'],
];

const RESOURCES: readonly ((place: number) => readonly string[])[] = [
  () => ['*'],
  (place) => [`arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders-${place}`],
  (place) => [`arn:aws:s3:::team-${place}/*`, `arn:aws:s3:::team-${place}`],
  (place) => [`arn:aws:sqs:*:${ACCOUNT}:jobs-${place}-*`],
  () => ['arn:aws:s3:::home/${aws:username}/*'],
  (place) => [`arn:aws:kms:eu-west-1:${ACCOUNT}:key/*${place}`],
];

const CONDITIONS: readonly ((place: number) => object | undefined)[] = [
  () => undefined,
  (place) => ({ StringEquals: { 'aws:ResourceTag/team': `team-${place}` } }),
  () => undefined,
  () => ({
    Bool: { 'aws:SecureTransport': 'true' },
    StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] },
  }),
  () => ({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24', '2001:db8::/32'] } }),
  () => undefined,
  (place) => ({ ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::*:role/team-${place}-*`, ROLE] } }),
  () => ({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' } }),
];

const pick = <Value>(values: readonly Value[], place: number) => values[place % values.length] as Value;

/** The nth of statements of all kinds; one in nine denies. */
function statement(type: PolicyType, place: number): Statement {
  const takesPrincipal = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const denies = type === 'rcp' || place % 9 === 8;
  const principal = type === 'rcp' || place % 3 === 0 ? '*' : { AWS: [`arn:aws:iam::${ACCOUNT}:user/u${place}`, ROLE] };
  const condition = denies
    ? { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, Bool: { 'aws:PrincipalIsAWSService': 'true' } }
    : pick(CONDITIONS, place)(place);
  return {
    Sid: `Statement${place}`,
    Effect: denies ? 'Deny' : 'Allow',
    ...(takesPrincipal && { Principal: principal }),
    Action: pick(ACTIONS, place),
    Resource: pick(RESOURCES, place)(place),
    ...(condition && { Condition: condition }),
  };
}

const EVERYTHING: Statement = { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' };
const EVERYONE: Statement = { ...EVERYTHING, Principal: '*' };

function textOf(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

/** So many statements, as a text. */
function ofStatements(type: PolicyType, count: number, first: number, also: readonly Statement[] = []): string {
  return textOf([...also, ...Array.from({ length: count }, (_, place) => statement(type, first + place))]);
}

/** As many statements as fit into so many characters, not counting white space outside strings (R153). */
function ofSize(type: PolicyType, characters: number, first: number, also: readonly Statement[] = []): string {
  const statements = [...also];
  let left = characters - JSON.stringify({ Version: '2012-10-17', Statement: also }).length;
  for (let place = first; ; place++) {
    const next = statement(type, place);
    left -= JSON.stringify(next).length + 1;
    if (left < 0) return textOf(statements);
    statements.push(next);
  }
}

const policy = (type: PolicyType, document: string, attachedTo?: string): DocumentPolicy => ({
  type,
  document,
  ...(attachedTo !== undefined && { attachedTo }),
});

const many = (count: number, make: (place: number) => DocumentPolicy) =>
  Array.from({ length: count }, (_, at) => make(at));

/** SCPs or RCPs at so many levels, so many at each, each as large as AWS allows. */
function levels(type: 'scp' | 'rcp', count: number, each: number, characters: number): readonly DocumentPolicy[] {
  return many(count * each, (place) => {
    const also = type === 'scp' && place < count ? [EVERYTHING] : [];
    return policy(type, ofSize(type, characters, 100 * place, also), `level ${place % count}`);
  });
}

function diagnosis(resource: string, action: string, policies: readonly DocumentPolicy[]): DiagnosisDocument {
  const context = {
    'aws:SecureTransport': 'true',
    'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
    'aws:ResourceTag/team': 'team-1',
  };
  return {
    whydenied: 1,
    request: { principal: SESSION, action, resource, context },
    unstated: { context: 'absent', policies: 'absent' },
    policies: [...policies],
  };
}

/** Two statements of one policy; eight policies of all types; a large account; all that the quotas allow. */
export function workloads(): Readonly<Record<'small' | 'medium' | 'large' | 'maximum', DiagnosisDocument>> {
  const medium = diagnosis(OBJECT, 's3:GetObject', [
    policy('identity', ofStatements('identity', 12, 0)),
    policy('identity', ofStatements('identity', 12, 12)),
    policy('resource', ofStatements('resource', 8, 24)),
    policy('scp', ofStatements('scp', 8, 32, [EVERYTHING])),
    policy('rcp', ofStatements('rcp', 4, 40)),
    policy('boundary', ofStatements('boundary', 6, 44, [EVERYTHING])),
    policy('session', ofStatements('session', 3, 50, [EVERYTHING])),
    policy('endpoint', ofStatements('endpoint', 3, 53, [EVERYONE])),
  ]);
  const large = diagnosis(OBJECT, 's3:GetObject', [
    ...many(10, (place) => policy('identity', ofSize('identity', 6144, 50 * place))),
    policy('identity', ofSize('identity', 10_240, 500)),
    ...['Root', 'ou', 'ou', 'account', 'account'].map((level, place) =>
      policy('scp', ofSize('scp', 10_240, 60 * place, place < 2 || place === 3 ? [EVERYTHING] : []), level),
    ),
    policy('resource', ofSize('resource', 20_480, 0)),
    policy('boundary', ofSize('boundary', 6144, 0, [EVERYTHING])),
    policy('session', ofSize('session', 2048, 0, [EVERYTHING])),
  ]);
  const maximum = diagnosis(KEY, 'kms:Decrypt', [
    ...many(20, (place) => policy('identity', ofSize('identity', 6144, 50 * place))),
    policy('identity', ofSize('identity', 10_240, 1000)),
    ...levels('scp', 7, 10, 10_240),
    ...levels('rcp', 7, 4, 5120),
    policy('resource', ofSize('resource', 32_768, 0)),
    policy('endpoint', ofSize('endpoint', 20_480, 0, [EVERYONE])),
    policy('boundary', ofSize('boundary', 6144, 0, [EVERYTHING])),
    policy('session', ofSize('session', 2048, 0, [EVERYTHING])),
    ...many(10, (place) => policy('session', ofSize('session', 6144, 50 * place))),
  ]);
  return {
    small: diagnosis(OBJECT, 's3:GetObject', [policy('identity', ofStatements('identity', 2, 2))]),
    medium,
    large,
    maximum,
  };
}
