import { describe, expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';

type Want = Omit<DenialReport, 'isAccessDenied'>;

/** Exactly these fields, and no other: what a text does not state must not appear. */
function check(text: string, want: Want): void {
  const [first, ...others] = readEvidence(text).reports;
  expect(first).toEqual({ isAccessDenied: true, ...want });
  expect(others).toEqual([]);
}

const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';

describe('every policy type, in the words of AWS', () => {
  const SENTENCES: readonly (readonly [string, Want])[] = [
    [
      'User: arn:aws:sts::111122223333:assumed-role/web-batch/i-0f1e2d3c4b5a69788 is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders because no identity-based policy allows the dynamodb:PutItem action',
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/web-batch/i-0f1e2d3c4b5a69788',
        action: 'dynamodb:PutItem',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders',
        denial: 'implicit',
        policyType: 'identity',
      },
    ],
    [
      'User: arn:aws:iam::111122223333:user/nadia is not authorized to perform: sqs:DeleteQueue on resource: arn:aws:sqs:eu-west-1:111122223333:billing with an explicit deny in an identity-based policy',
      {
        principal: NADIA,
        action: 'sqs:DeleteQueue',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:billing',
        denial: 'explicit',
        policyType: 'identity',
      },
    ],
    [
      'User: arn:aws:iam::111122223333:role/etl is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-a1B2c3 because no resource-based policy allows the secretsmanager:GetSecretValue action',
      {
        principal: 'arn:aws:iam::111122223333:role/etl',
        action: 'secretsmanager:GetSecretValue',
        resource: 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-a1B2c3',
        denial: 'implicit',
        policyType: 'resource',
      },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/ops/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-ledger/2026/q1.csv" with an explicit deny in a resource-based policy',
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/ops/kim',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::acme-ledger/2026/q1.csv',
        denial: 'explicit',
        policyType: 'resource',
      },
    ],
    [
      'User: arn:aws:iam::111122223333:user/nadia is not authorized to perform: sts:AssumeRole because no role trust policy allows the sts:AssumeRole action',
      { principal: NADIA, action: 'sts:AssumeRole', denial: 'implicit', policyType: 'resource' },
    ],
    [
      'User: arn:aws:iam::111122223333:user/nadia is not authorized to perform: sts:AssumeRole with an explicit deny in the role trust policy',
      { principal: NADIA, action: 'sts:AssumeRole', denial: 'explicit', policyType: 'resource' },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: apprunner:ListServices because no service control policy allows the apprunner:ListServices action',
      { principal: KIM, action: 'apprunner:ListServices', denial: 'implicit', policyType: 'scp' },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: ec2:DescribeRegions with an explicit deny in a service control policy',
      { principal: KIM, action: 'ec2:DescribeRegions', denial: 'explicit', policyType: 'scp' },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-open/a.txt" with an explicit deny in a resource control policy',
      {
        principal: KIM,
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::acme-open/a.txt',
        denial: 'explicit',
        policyType: 'rcp',
      },
    ],
    [
      'User: arn:aws:iam::111122223333:user/intern is not authorized to perform: iam:GetUser because no permissions boundary allows the iam:GetUser action',
      {
        principal: 'arn:aws:iam::111122223333:user/intern',
        action: 'iam:GetUser',
        denial: 'implicit',
        policyType: 'boundary',
      },
    ],
    [
      'User: arn:aws:iam::111122223333:user/intern is not authorized to perform: rds:CreateDBInstance on resource: arn:aws:rds:eu-west-3:111122223333:db:shop with an explicit deny in a permissions boundary',
      {
        principal: 'arn:aws:iam::111122223333:user/intern',
        action: 'rds:CreateDBInstance',
        resource: 'arn:aws:rds:eu-west-3:111122223333:db:shop',
        denial: 'explicit',
        policyType: 'boundary',
      },
    ],
    [
      'User: arn:aws:sts::111122223333:federated-user/vault-7f is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Tenants because no session policy allows the dynamodb:GetItem action',
      {
        principal: 'arn:aws:sts::111122223333:federated-user/vault-7f',
        action: 'dynamodb:GetItem',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Tenants',
        denial: 'implicit',
        policyType: 'session',
      },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: ec2:DescribeImages with an explicit deny in a session policy',
      { principal: KIM, action: 'ec2:DescribeImages', denial: 'explicit', policyType: 'session' },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/ssm-node/mi-0a1b2c is not authorized to perform: ssm:UpdateInstanceInformation on resource: arn:aws:ssm:eu-west-1:111122223333:managed-instance/mi-0a1b2c because no VPC endpoint policy allows the ssm:UpdateInstanceInformation action',
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/ssm-node/mi-0a1b2c',
        action: 'ssm:UpdateInstanceInformation',
        resource: 'arn:aws:ssm:eu-west-1:111122223333:managed-instance/mi-0a1b2c',
        denial: 'implicit',
        policyType: 'endpoint',
      },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/ci/run-9 is not authorized to perform: ecr:PutImage on resource: arn:aws:ecr:eu-west-1:444455556666:repository/shop with an explicit deny in a VPC endpoint policy',
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/ci/run-9',
        action: 'ecr:PutImage',
        resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/shop',
        denial: 'explicit',
        policyType: 'endpoint',
      },
    ],
    [
      'User: arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:444455556666:alerts with an explicit deny in a VPC endpoint policy transitively through a service control policy',
      {
        principal: 'arn:aws:sts::111122223333:assumed-role/app/s',
        action: 'SNS:Publish',
        resource: 'arn:aws:sns:eu-west-1:444455556666:alerts',
        denial: 'explicit',
        policyType: 'scp',
      },
    ],
  ];

  // What surrounds or deforms the sentence changes nothing of what it says.
  const DEFORMED: readonly (readonly [string, (text: string) => string])[] = [
    ['as printed', (text) => text],
    ['with a final period', (text) => `${text}.`],
    ['inside a sentence of a person', (text) => `We get this since noon: ${text}. Any idea?`],
    ['in a line of its own', (text) => `Hello,\n\n${text}\n\nThanks`],
    ['one word a line', (text) => text.replaceAll(' ', '\n')],
    ['in upper case words', (text) => text.replace('is not authorized to perform', 'Is Not Authorized To Perform')],
    ['wrapped at 80 columns between words', (text) => wordWrapped(text, 80)],
    ['broken at 80 columns by a terminal', (text) => broken(text, 80)],
    ['broken at 100 columns by a terminal', (text) => broken(text, 100)],
    ['broken at 61 columns by a terminal', (text) => broken(text, 61)],
    ['without the colon behind "perform"', (text) => text.replace('perform:', 'perform')],
    ['without the colon behind "User"', (text) => text.replace('User:', 'User')],
    ['without the colon behind "resource"', (text) => text.replace('on resource:', 'on resource')],
    ['with non-breaking blanks', (text) => text.replaceAll(' ', '\u00a0')],
    ['behind the words of EC2', (text) => `You are not authorized to perform this operation. ${text}`],
    ['twice', (text) => `${text}\n${text}`],
    ['first cut, then whole', (text) => `${text.slice(0, 150)} (truncated...)\n${text}`],
  ];

  describe.each(DEFORMED)('%s', (_name, deform) => {
    test.each(SENTENCES)('%s', (text, want) => check(deform(text), want));
  });

  test.each(SENTENCES.filter(([, want]) => want.resource?.startsWith('arn:')))(
    'with the resource in quotes: %s',
    (text, want) => {
      const bare = (want.resource ?? '').trim();
      for (const [open, close] of [
        ['"', '"'],
        ["'", "'"],
        ['`', '`'],
        ['`', "'"],
        ['“', '”'],
      ] as const) {
        check(text.replaceAll('"', '').replace(` ${bare}`, ` ${open}${bare}${close}`), want);
      }
    },
  );
});

function wordWrapped(text: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function broken(text: string, width: number): string {
  return Array.from({ length: Math.ceil(text.length / width) }, (_none, place) =>
    text.slice(place * width, (place + 1) * width),
  ).join('\n');
}

describe('older and shorter relatives', () => {
  const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';
  const of = { principal: NADIA, action: 'dynamodb:PutItem', resource: TABLE };
  test.each<readonly [string, Want]>([
    [
      `User: ${NADIA} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE}`,
      { ...of, denial: 'unknown' },
    ],
    [
      `User: ${NADIA} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE}.`,
      { ...of, denial: 'unknown' },
    ],
    [
      `User: ${NADIA} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} with an explicit deny`,
      { ...of, denial: 'explicit' },
    ],
    [
      `User: ${NADIA} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:111122223333:a1/prod/GET/x with explicit deny`,
      {
        principal: NADIA,
        action: 'execute-api:Invoke',
        resource: 'arn:aws:execute-api:eu-west-1:111122223333:a1/prod/GET/x',
        denial: 'explicit',
      },
    ],
    [
      `User: ${NADIA} is not authorized to perform: iam:ListUsers`,
      { principal: NADIA, action: 'iam:ListUsers', denial: 'unknown' },
    ],
    [`User: ${NADIA} is not authorized to perform: null`, { principal: NADIA, denial: 'unknown' }],
    [
      'assumed-role/R/s is not authorized to perform lambda:UpdateFunctionCode',
      { principal: 'assumed-role/R/s', action: 'lambda:UpdateFunctionCode', denial: 'unknown' },
    ],
    [
      'The IAM Entity is not authorized to perform API action on resource: arn:aws:s3:::b with an explicit deny in a service control policy',
      { resource: 'arn:aws:s3:::b', denial: 'explicit', policyType: 'scp' },
    ],
    ['User is not authorized to perform: sns:Publish on this resource', { action: 'sns:Publish', denial: 'unknown' }],
    [
      `User: ${KIM} is not authorized to perform: elasticfilesystem:CreateFileSystem on the specified resource`,
      { principal: KIM, action: 'elasticfilesystem:CreateFileSystem', denial: 'unknown' },
    ],
    [
      `User: ${KIM} is not authorized to perform: codecommit:ListRepositories because no service control policy allows the codecommit:ListRespositories action`,
      { principal: KIM, action: 'codecommit:ListRepositories', denial: 'implicit', policyType: 'scp' },
    ],
    [
      `User: ${KIM} is not authorized to perform: ec2:DescribeImages with an explicit deny in a sessions policy`,
      { principal: KIM, action: 'ec2:DescribeImages', denial: 'explicit', policyType: 'session' },
    ],
    [
      `User: arn:aws:iam::111122223333:root is not authorized to perform: s3:ListAllMyBuckets on resource: * with an explicit deny in a service control policy`,
      {
        principal: 'arn:aws:iam::111122223333:root',
        action: 's3:ListAllMyBuckets',
        resource: '*',
        denial: 'explicit',
        policyType: 'scp',
      },
    ],
    [
      `User: arn:aws-us-gov:sts::111122223333:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/kim@example.com is not authorized to perform: s3:ListAllMyBuckets`,
      {
        principal: 'arn:aws-us-gov:sts::111122223333:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/kim@example.com',
        action: 's3:ListAllMyBuckets',
        denial: 'unknown',
      },
    ],
    [
      'SageMaker is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::111122223333:role/aws-service-role/sagemaker.amazonaws.com/x',
      {
        principal: 'SageMaker',
        action: 'iam:CreateServiceLinkedRole',
        resource: 'arn:aws:iam::111122223333:role/aws-service-role/sagemaker.amazonaws.com/x',
        denial: 'unknown',
      },
    ],
    [
      'User: cloud_user is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action',
      { principal: 'cloud_user', action: 'ec2:DescribeInstances', denial: 'implicit', policyType: 'identity' },
    ],
  ])('%s', check);
});

describe('the ARN of the policy', () => {
  const SCP = 'arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplescp';
  const LAB = 'arn:aws:iam::111122223333:policy/lab-boundary';
  const HEAD = `User: ${KIM} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in`;
  const of: Want = {
    principal: KIM,
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    denial: 'explicit',
  };
  test.each<readonly [string, Want]>([
    [`${HEAD} a service control policy: ${SCP}`, { ...of, policyType: 'scp', policyArn: SCP }],
    [`${HEAD} a service control policy:\n${SCP}`, { ...of, policyType: 'scp', policyArn: SCP }],
    [`${HEAD} a service control policy: ${SCP}.`, { ...of, policyType: 'scp', policyArn: SCP }],
    [
      `${HEAD} a service control policy: ${SCP} (Service: Ec2, Status Code: 403)`,
      { ...of, policyType: 'scp', policyArn: SCP },
    ],
    [`"${HEAD} a service control policy: ${SCP}"`, { ...of, policyType: 'scp', policyArn: SCP }],
    [
      `${HEAD} a resource control policy: arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-1`,
      {
        ...of,
        policyType: 'rcp',
        policyArn: 'arn:aws:organizations::444455556666:policy/o-x/resource_control_policy/p-1',
      },
    ],
    [
      `${HEAD} an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3`,
      { ...of, policyType: 'identity', policyArn: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3' },
    ],
    [`${HEAD} a permissions boundary, with policy ARN: ${LAB}`, { ...of, policyType: 'boundary', policyArn: LAB }],
    [`${HEAD} a session policy: ${LAB}, please check`, { ...of, policyType: 'session', policyArn: LAB }],
    [
      `${HEAD} a permissions boundary: ${LAB}. Encoded authorization failure message: 4kYhAbCdEfGhIjKlMnOpQrSt_-0123456789`,
      { ...of, policyType: 'boundary', policyArn: LAB, encodedMessage: true },
    ],
    [
      `${HEAD} a service control policy: arn:aws:organizations::4444555\n56666:policy/o-exampleorgid/service_control_policy/p-examplescp`,
      { ...of, policyType: 'scp', policyArn: SCP },
    ],
  ])('%s', (text, want) => {
    const [report] = readEvidence(text).reports;
    expect(report).toMatchObject({ isAccessDenied: true, ...want });
    expect(report?.policyArn).toBe(want.policyArn);
  });
});

describe('resources that are no ARN, or odd ones', () => {
  const resourceOf = (resource: string, reason = '') =>
    readEvidence(`User: ${NADIA} is not authorized to perform: iam:GetRole on resource: ${resource}${reason}`)
      .reports[0]?.resource;
  const NO = ' because no identity-based policy allows the iam:GetRole action';
  test.each([
    ['role voclabs', 'role voclabs'],
    ['user nadia', 'user nadia'],
    ['group admins', 'group admins'],
    ['instance profile web', 'instance profile web'],
    ['access key AKIAEXAMPLE000000001', 'access key AKIAEXAMPLE000000001'],
    ['policy platform-policy', 'policy platform-policy'],
    ['policy arn:aws:iam::111122223333:policy/p', 'arn:aws:iam::111122223333:policy/p'],
    ['+15550100123', '+15550100123'],
    ['/aws/path', '/aws/path'],
    [
      'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
      'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
    ],
    [
      'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders',
      'arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/prod/GET/orders',
    ],
    ['arn:aws:ecr:eu-west-1:<account-id>:repository/shop', 'arn:aws:ecr:eu-west-1:<account-id>:repository/shop'],
    ['arn:aws:ecr:eu-west-1:[ACCOUNT-ID]:repository/shop', 'arn:aws:ecr:eu-west-1:[ACCOUNT-ID]:repository/shop'],
    ['arn:aws:ecr:eu-west-1:{account-id}:repository/shop', 'arn:aws:ecr:eu-west-1:{account-id}:repository/shop'],
    ['arn:aws:ecr:eu-west-1:############:repository/shop', 'arn:aws:ecr:eu-west-1:############:repository/shop'],
    [
      'arn:aws:ecr:eu-west-1:<account number>:repository/shop',
      'arn:aws:ecr:eu-west-1:<account number>:repository/shop',
    ],
    ['"arn:aws:s3:::b/my file, (final).csv"', 'arn:aws:s3:::b/my file, (final).csv'],
  ])('%s', (printed, want) => {
    expect(resourceOf(printed)).toBe(want);
    expect(resourceOf(printed, NO)).toBe(want);
  });

  test('a resource that is only masked is none', () => {
    for (const masked of ['***', '...', '<redacted>', '[REDACTED]', '****', '<resource arn>', 'XXXX'])
      expect(resourceOf(masked, NO)).toBeUndefined();
  });

  test('a principal that is only masked is none', () => {
    for (const masked of ['***', '...', '<user-arn>', '<redacted>', 'XXXXXXX']) {
      const [report] = readEvidence(`User: ${masked} is not authorized to perform: iam:GetRole`).reports;
      expect(report).toEqual({ isAccessDenied: true, action: 'iam:GetRole', denial: 'unknown' });
    }
  });

  test('a principal with masked parts is kept', () => {
    for (const part of [
      'XXXX',
      '************',
      '<account>',
      '{account-id}',
      '[ACCOUNT-ID]',
      '############',
      '<account number>',
    ]) {
      const principal = `arn:aws:sts::${part}:assumed-role/R/s`;
      expect(readEvidence(`User: ${principal} is not authorized to perform: iam:GetRole`).reports[0]?.principal).toBe(
        principal,
      );
    }
  });
});

describe('a message that is cut says only what is left', () => {
  const WHOLE = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders because no identity-based policy allows the dynamodb:PutItem action`;
  test.each([
    ['on resou', { action: 'dynamodb:PutItem' }],
    [
      'because no identity-b',
      { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders' },
    ],
  ])('at "%s"', (end, want) => {
    const text = WHOLE.slice(0, WHOLE.indexOf(end) + end.length);
    const [report] = readEvidence(text).reports;
    expect(report).toMatchObject(want);
    expect(report).not.toHaveProperty('policyType');
  });
});
