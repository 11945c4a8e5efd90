import { describe, expect, test } from 'vitest';
import type { FoundPolicy } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';

const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const BUCKET = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::inbox', 'arn:aws:s3:::inbox/*'] },
  ],
};
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const KEY = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
  ],
};
const EVERYTHING = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };
const ROLE = 'arn:aws:iam::111122223333:role/fn';

interface Want extends Omit<FoundPolicy, 'text'> {
  readonly document: object;
}

/** The policies of a text, with nothing told of them but what is wanted. */
function check(text: string, want: readonly Want[]): void {
  const { kind, policies } = toReadAnswer(readEvidence(text));
  expect(kind).toBe('policies');
  expect(policies).toEqual(want);
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

describe('policies, however they are dressed', () => {
  test.each<readonly [string, string, readonly Want[]]>([
    ['bare', json(POLICY), [{ document: POLICY }]],
    ['bare, of a bucket', json(BUCKET), [{ type: 'resource', resource: 'arn:aws:s3:::inbox', document: BUCKET }]],
    ['bare, of a role', json(TRUST), [{ type: 'resource', document: TRUST }]],
    ['bare, of a key', json(KEY), [{ type: 'resource', document: KEY }]],
    ['bare, for everyone and everything', json(EVERYTHING), [{ document: EVERYTHING }]],
    ['in a Markdown block', `\`\`\`json\n${json(POLICY)}\n\`\`\``, [{ document: POLICY }]],
    [
      'one after another',
      `${json(POLICY)}\n${json(TRUST)}`,
      [{ document: POLICY }, { type: 'resource', document: TRUST }],
    ],
    ['in a list', json([POLICY, TRUST]), [{ document: POLICY }, { type: 'resource', document: TRUST }]],
    ['percent-encoded', encodeURIComponent(json(POLICY)), [{ document: POLICY }]],
    ['as the content of a string', JSON.stringify(JSON.stringify(POLICY)).slice(1, -1), [{ document: POLICY }]],
    [
      'get-policy-version',
      json({ PolicyVersion: { Document: POLICY, VersionId: 'v3', IsDefaultVersion: true } }),
      [{ type: 'identity', document: POLICY }],
    ],
    [
      'get-policy-version of an SDK',
      json({ PolicyVersion: { Document: encodeURIComponent(JSON.stringify(POLICY)), VersionId: 'v3' } }),
      [{ type: 'identity', document: POLICY }],
    ],
    [
      'get-user-policy',
      json({ UserName: 'nadia', PolicyName: 'Read', PolicyDocument: POLICY }),
      [{ type: 'identity', name: 'Read', attachedTo: 'user:nadia', document: POLICY }],
    ],
    [
      'get-role-policy',
      json({ RoleName: 'fn', PolicyName: 'Read', PolicyDocument: POLICY }),
      [{ type: 'identity', name: 'Read', attachedTo: 'role:fn', document: POLICY }],
    ],
    [
      'get-group-policy',
      json({ GroupName: 'ops', PolicyName: 'Read', PolicyDocument: POLICY }),
      [{ type: 'identity', name: 'Read', attachedTo: 'group:ops', document: POLICY }],
    ],
    [
      'get-role',
      json({ Role: { RoleName: 'fn', Arn: ROLE, AssumeRolePolicyDocument: TRUST } }),
      [{ type: 'resource', resource: ROLE, document: TRUST }],
    ],
    [
      'get-bucket-policy',
      json({ Policy: JSON.stringify(BUCKET) }),
      [{ type: 'resource', resource: 'arn:aws:s3:::inbox', document: BUCKET }],
    ],
    [
      'get-key-policy',
      json({ Policy: JSON.stringify(KEY), PolicyName: 'default' }),
      [{ type: 'resource', name: 'default', document: KEY }],
    ],
    [
      'get-topic-attributes',
      json({ Attributes: { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', Policy: JSON.stringify(EVERYTHING) } }),
      [{ type: 'resource', resource: 'arn:aws:sns:eu-west-1:111122223333:t', document: EVERYTHING }],
    ],
    [
      'get-resource-policy of a secret',
      json({
        ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3',
        Name: 'db',
        ResourcePolicy: JSON.stringify(KEY),
      }),
      [{ type: 'resource', resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3', document: KEY }],
    ],
    [
      'get-repository-policy',
      json({ registryId: '1', repositoryName: 'shop', policyText: JSON.stringify(KEY) }),
      [{ type: 'resource', document: KEY }],
    ],
    [
      'get-rest-api',
      json({ id: 'a1', policy: JSON.stringify(JSON.stringify(KEY)).slice(1, -1) }),
      [{ type: 'resource', document: KEY }],
    ],
    [
      'describe-policy of an SCP',
      json({
        Policy: {
          PolicySummary: {
            Id: 'p-1',
            Arn: 'arn:aws:organizations::1:policy/o-1/service_control_policy/p-1',
            Name: 'OnlyS3',
            Type: 'SERVICE_CONTROL_POLICY',
          },
          Content: JSON.stringify(POLICY),
        },
      }),
      [
        {
          type: 'scp',
          name: 'OnlyS3',
          arn: 'arn:aws:organizations::1:policy/o-1/service_control_policy/p-1',
          document: POLICY,
        },
      ],
    ],
    [
      'describe-policy of an RCP',
      json({
        Policy: {
          PolicySummary: { Name: 'Inside', Type: 'RESOURCE_CONTROL_POLICY' },
          Content: JSON.stringify(EVERYTHING),
        },
      }),
      [{ type: 'rcp', name: 'Inside', document: EVERYTHING }],
    ],
    [
      'describe-vpc-endpoints',
      json({ VpcEndpoints: [{ VpcEndpointId: 'vpce-1', PolicyDocument: JSON.stringify(EVERYTHING) }] }),
      [{ type: 'endpoint', name: 'vpce-1', document: EVERYTHING }],
    ],
    [
      'get-account-authorization-details',
      json({
        UserDetailList: [{ UserName: 'nadia', UserPolicyList: [{ PolicyName: 'Own', PolicyDocument: POLICY }] }],
        RoleDetailList: [{ RoleName: 'fn', Arn: ROLE, AssumeRolePolicyDocument: TRUST, RolePolicyList: [] }],
        Policies: [
          {
            PolicyName: 'Shared',
            Arn: 'arn:aws:iam::111122223333:policy/Shared',
            PolicyVersionList: [
              { Document: POLICY, VersionId: 'v2', IsDefaultVersion: true },
              { Document: KEY, VersionId: 'v1', IsDefaultVersion: false },
            ],
          },
        ],
      }),
      [
        { type: 'identity', name: 'Own', attachedTo: 'user:nadia', document: POLICY },
        { type: 'resource', resource: ROLE, document: TRUST },
        { type: 'identity', name: 'Shared', arn: 'arn:aws:iam::111122223333:policy/Shared', document: POLICY },
      ],
    ],
  ])('%s', (_name, text, want) => check(text, want));
});

describe('the command in front of its output tells whose policy it is', () => {
  test.each<readonly [string, object, Want]>([
    [
      'aws s3api get-bucket-policy --bucket=inbox --query Policy --output text',
      EVERYTHING,
      { type: 'resource', resource: 'arn:aws:s3:::inbox', document: EVERYTHING },
    ],
    [
      'aws kms get-key-policy --key-id arn:aws:kms:eu-west-1:111122223333:key/1 --policy-name default --query Policy --output text',
      KEY,
      { type: 'resource', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1', document: KEY },
    ],
    [
      'aws sqs get-queue-attributes --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/orders --attribute-names Policy',
      EVERYTHING,
      { type: 'resource', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders', document: EVERYTHING },
    ],
    [
      'aws iam get-role --role-name fn \\\n  --query Role.AssumeRolePolicyDocument',
      TRUST,
      { type: 'resource', document: TRUST },
    ],
    [
      "aws iam get-policy-version --policy-arn 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess' --version-id v9 --query PolicyVersion.Document",
      POLICY,
      {
        type: 'identity',
        name: 'ViewOnlyAccess',
        arn: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
        document: POLICY,
      },
    ],
    [
      'aws iam get-user-policy --user-name nadia --policy-name Read --query PolicyDocument',
      POLICY,
      { type: 'identity', name: 'Read', attachedTo: 'user:nadia', document: POLICY },
    ],
    ['aws sts get-caller-identity', POLICY, { document: POLICY }],
  ])('%s', (command, document, want) => check(`kim@host:~$ ${command}\n${json(document)}\n`, [want]));
});

test('a policy’s text is cut byte for byte', () => {
  const text = '{\n\t"Statement" :  [ {"Effect":"Allow", "Action" : "*","Resource":"*"} ]}';
  expect(readEvidence(`Mine:\n${text}\nok?`).policies).toEqual([{ text }]);
});

test('keys that every object has are names like any other', () => {
  const text = '{"constructor":{"__proto__":{"PolicyName":"x","toString":{"Statement":[]}}}}';
  expect(readEvidence(text).policies).toEqual([{ name: 'x', text: '{"Statement":[]}' }]);
});

describe('who the caller is', () => {
  const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
  test.each([
    ['JSON', json({ UserId: 'AROAEXAMPLE:kim', Account: '111122223333', Arn: KIM })],
    ['text', `111122223333\t${KIM}\tAROAEXAMPLEID0000001:kim\n`],
    ['YAML', `Account: '111122223333'\nArn: ${KIM}\nUserId: AROAEXAMPLE:kim\n`],
    [
      'a table',
      `--------\n|  GetCallerIdentity  |\n+---------+---------+\n|  Account|  111122223333  |\n|  Arn    |  ${KIM} |\n|  UserId |  AROAEXAMPLE:kim |\n+---+---+`,
    ],
  ])('%s', (_name, text) =>
    expect(readEvidence(text)).toMatchObject({ kind: 'identity', principal: KIM, reports: [] }),
  );
});

test('a report of last access is recognised', () => {
  expect(readEvidence(json({ JobStatus: 'COMPLETED', ServicesLastAccessed: [] })).kind).toBe('lastAccessed');
});
