import { describe, expect, test } from 'vitest';
import type { DenialReport } from '@/lib/evidence/evidence';
import { fillIn } from '@/lib/evidence/fill-in';
import { readEvidence } from '@/lib/evidence/read';
import { readJsonc } from '@/lib/testing/jsonc';

const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const ORDERS = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';

const EVENT = {
  eventVersion: '1.10',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEID0000001:kim',
    arn: KIM,
    accountId: '111122223333',
    accessKeyId: 'ASIAEXAMPLEKEY000001',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLEID0000001',
        arn: 'arn:aws:iam::111122223333:role/team/dev',
        accountId: '111122223333',
        userName: 'dev',
      },
      attributes: { creationDate: '2026-03-01T08:00:00Z', mfaAuthenticated: 'false' },
      sourceIdentity: 'kim@example.com',
    },
    invokedBy: 'cloudformation.amazonaws.com',
  },
  eventTime: '2026-03-01T08:12:13Z',
  eventSource: 'dynamodb.amazonaws.com',
  eventName: 'CreateTable',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-cli/2.30.0',
  errorCode: 'AccessDenied',
  errorMessage: `User: ${KIM} is not authorized to perform: dynamodb:CreateTable on resource: ${ORDERS} because no identity-based policy allows the dynamodb:CreateTable action`,
  requestParameters: null,
  resources: [{ accountId: '111122223333', type: 'AWS::DynamoDB::Table', ARN: ORDERS }],
  vpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
  tlsDetails: { tlsVersion: 'TLSv1.3' },
};

function reportOf(change: object): DenialReport {
  const [report, ...others] = readEvidence(JSON.stringify({ ...EVENT, ...change })).reports;
  expect(others).toEqual([]);
  if (report === undefined) throw new Error('no report');
  return report;
}

test('every field of an event is taken over as what it is', () => {
  expect(readEvidence(JSON.stringify(EVENT))).toEqual({
    kind: 'event',
    origins: [{ form: 'event', text: JSON.stringify(EVENT), times: 1 }],
    reports: [
      {
        isAccessDenied: true,
        principal: KIM,
        action: 'dynamodb:CreateTable',
        resource: ORDERS,
        resourceAccount: '111122223333',
        operation: 'CreateTable',
        code: 'AccessDenied',
        denial: 'implicit',
        policyType: 'identity',
        context: {
          'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/dev',
          'aws:PrincipalAccount': '111122223333',
          'aws:PrincipalType': 'AssumedRole',
          'aws:userid': 'AROAEXAMPLEID0000001:kim',
          'aws:MultiFactorAuthPresent': 'false',
          'aws:TokenIssueTime': '2026-03-01T08:00:00Z',
          'aws:SourceIdentity': 'kim@example.com',
          'aws:ViaAWSService': 'true',
          'aws:CalledViaLast': 'cloudformation.amazonaws.com',
          'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718',
          'aws:UserAgent': 'aws-cli/2.30.0',
          'aws:SecureTransport': 'true',
          'aws:CurrentTime': '2026-03-01T08:12:13Z',
          'aws:EpochTime': '1772352733',
          'aws:RequestedRegion': 'eu-west-1',
          'aws:ResourceAccount': '111122223333',
        },
        absent: ['aws:SourceIp'],
      },
    ],
    policies: [],
    problems: [],
  });
});

describe('who called', () => {
  test.each<readonly [string, object, string | undefined]>([
    ['a role session', EVENT.userIdentity, KIM],
    ['a user', { type: 'IAMUser', arn: NADIA, userName: 'nadia' }, NADIA],
    ['root', { type: 'Root', accountId: '111122223333' }, 'arn:aws:iam::111122223333:root'],
    [
      'a federated user',
      { type: 'FederatedUser', arn: 'arn:aws:sts::111122223333:federated-user/vault-7f' },
      'arn:aws:sts::111122223333:federated-user/vault-7f',
    ],
    [
      'a service',
      { type: 'AWSService', invokedBy: 'elasticmapreduce.amazonaws.com' },
      'elasticmapreduce.amazonaws.com',
    ],
    ['an anonymous caller', { type: 'AWSAccount', accountId: 'ANONYMOUS_PRINCIPAL', principalId: '' }, '*'],
    ['an anonymous caller, otherwise', { type: 'AWSAccount', accountId: 'anonymous' }, '*'],
    [
      'someone of a web identity',
      {
        type: 'WebIdentityUser',
        principalId:
          'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com:sts.amazonaws.com:repo:acme/shop:ref:refs/heads/main',
        userName: 'repo:acme/shop:ref:refs/heads/main',
        identityProvider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      },
      'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    ],
    [
      'a built-in provider',
      { type: 'WebIdentityUser', identityProvider: 'accounts.google.com' },
      'accounts.google.com',
    ],
  ])('%s', (_name, userIdentity, principal) => expect(reportOf({ userIdentity }).principal).toBe(principal));

  test('an account without a name stays without one, where the message names none either', () => {
    const userIdentity = { type: 'AWSAccount', accountId: '444455556666', principalId: 'AROAEXAMPLE:s' };
    const report = reportOf({ userIdentity, errorMessage: 'Access Denied' });
    expect(report).not.toHaveProperty('principal');
    expect(report.context).toMatchObject({ 'aws:PrincipalAccount': '444455556666', 'aws:userid': 'AROAEXAMPLE:s' });
  });

  test('the token of a web identity tells its subject and audience', () => {
    const userIdentity = {
      type: 'WebIdentityUser',
      principalId: 'token.actions.githubusercontent.com:sts.amazonaws.com:repo:acme/shop:ref:refs/heads/main',
      userName: 'repo:acme/shop:ref:refs/heads/main',
      identityProvider: 'token.actions.githubusercontent.com',
    };
    expect(reportOf({ userIdentity }).context).toMatchObject({
      'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
    });
  });
});

describe('what is in the request, and what is not', () => {
  const USER = { type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn: NADIA, userName: 'nadia' };
  const direct = { userIdentity: USER, vpcEndpointId: undefined };

  test('a call past the endpoints has an address and no endpoint; long-term keys have no MFA', () => {
    const { context, absent } = reportOf(direct);
    expect(context).toMatchObject({
      'aws:SourceIp': '203.0.113.9',
      'aws:username': 'nadia',
      'aws:userid': 'AIDAEXAMPLE',
      'aws:ViaAWSService': 'false',
    });
    expect(absent).toEqual([
      'aws:MultiFactorAuthPresent',
      'aws:MultiFactorAuthAge',
      'aws:TokenIssueTime',
      'aws:SourceVpce',
      'aws:SourceVpc',
      'aws:VpcSourceIp',
    ]);
  });

  test.each(['cloudformation.amazonaws.com', 'AWS Internal', ''])('"%s" is no address', (sourceIPAddress) => {
    const { context } = reportOf({ ...direct, sourceIPAddress });
    expect(context).not.toHaveProperty('aws:SourceIp');
  });

  test('a service at the address leaves open whether it acts for the caller, unless the event names it', () => {
    const sourceIPAddress = 'secretsmanager.amazonaws.com';
    expect(reportOf({ ...direct, sourceIPAddress }).context).not.toHaveProperty('aws:ViaAWSService');
    const userIdentity = { ...USER, invokedBy: sourceIPAddress };
    expect(reportOf({ ...direct, sourceIPAddress, userIdentity }).context).toHaveProperty('aws:ViaAWSService', 'true');
  });

  test.each(['2001:db8::1', '203.0.113.9', '::ffff:203.0.113.9'])('%s is an address', (sourceIPAddress) => {
    expect(reportOf({ ...direct, sourceIPAddress }).context).toHaveProperty('aws:SourceIp', sourceIPAddress);
  });

  test('a service-linked role does not act via a service', () => {
    const userIdentity = {
      ...EVENT.userIdentity,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/X' },
      },
    };
    expect(reportOf({ userIdentity }).context).toHaveProperty('aws:ViaAWSService', 'false');
  });

  test('a service calls as a service', () => {
    const userIdentity = { type: 'AWSService', invokedBy: 'delivery.logs.amazonaws.com' };
    expect(reportOf({ userIdentity }).context).toMatchObject({
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': 'delivery.logs.amazonaws.com',
      'aws:ViaAWSService': 'false',
    });
  });

  test.each<readonly [string, object, object]>([
    [
      's3.amazonaws.com',
      { requestParameters: { bucketName: 'b', prefix: 'home/', delimiter: '/', 'max-keys': '100' } },
      { 's3:prefix': 'home/', 's3:delimiter': '/', 's3:max-keys': '100' },
    ],
    [
      's3.amazonaws.com',
      { additionalEventData: { AuthenticationMethod: 'QueryString', SignatureVersion: 'SigV4' } },
      { 's3:authType': 'REST-QUERY-STRING', 's3:signatureversion': 'AWS4-HMAC-SHA256' },
    ],
    [
      'sts.amazonaws.com',
      { requestParameters: { externalId: '42', roleSessionName: 's', tags: [{ key: 'team', value: 'blue' }] } },
      { 'sts:ExternalId': '42', 'sts:RoleSessionName': 's', 'aws:RequestTag/team': 'blue', 'aws:TagKeys': ['team'] },
    ],
    [
      'kms.amazonaws.com',
      { requestParameters: { encryptionContext: { app: 'shop' } } },
      { 'kms:EncryptionContext:app': 'shop' },
    ],
    [
      'ec2.amazonaws.com',
      {
        requestParameters: {
          tagSpecificationSet: { items: [{ resourceType: 'instance', tags: [{ key: 'env', value: 'dev' }] }] },
        },
      },
      { 'aws:RequestTag/env': 'dev', 'aws:TagKeys': ['env'] },
    ],
  ])('%s %j', (eventSource, change, context) =>
    expect(reportOf({ ...change, eventSource }).context).toMatchObject(context),
  );
});

const ACTIONS = readJsonc(new URL('../cases/event-actions.jsonc', import.meta.url)) as readonly (readonly [
  string,
  string,
  string | null,
])[];

describe('the action behind an event without a message', () => {
  test.each(ACTIONS)('%s %s', (eventSource, eventName, action) => {
    const report = reportOf({ eventSource, eventName, errorMessage: undefined });
    expect(report.impliedAction).toBe(action ?? undefined);
  });

  test.each<readonly [string, string, object, string | undefined]>([
    ['dynamodb', 'ExecuteStatement', { statement: ' select * from "Orders"' }, 'dynamodb:PartiQLSelect'],
    ['dynamodb', 'ExecuteStatement', { statement: 'INSERT INTO "Orders" VALUE {}' }, 'dynamodb:PartiQLInsert'],
    ['dynamodb', 'TransactWriteItems', { transactItems: [{ put: {} }, { put: {} }] }, 'dynamodb:PutItem'],
    ['dynamodb', 'TransactWriteItems', { transactItems: [{ put: {} }, { delete: {} }] }, undefined],
    ['ses', 'SendEmail', { content: { raw: {} } }, 'ses:SendRawEmail'],
    ['ses', 'SendEmail', { content: { simple: {} } }, 'ses:SendEmail'],
    ['autoscaling', 'RegisterScalableTarget', {}, 'autoscaling:RegisterScalableTarget'],
  ])('%s %s %j', (service, eventName, requestParameters, action) => {
    const eventSource = `${service}.amazonaws.com`;
    const report = reportOf({ eventSource, eventName, requestParameters, errorMessage: undefined });
    expect(report.impliedAction).toBe(action);
  });

  test('Application Auto Scaling logs under the source of EC2’s', () => {
    const change = {
      eventSource: 'autoscaling.amazonaws.com',
      eventName: 'RegisterScalableTarget',
      additionalEventData: { service: 'application-autoscaling' },
      errorMessage: undefined,
    };
    expect(reportOf(change).impliedAction).toBe('application-autoscaling:RegisterScalableTarget');
  });

  test('a version of an object has an action of its own', () => {
    const change = {
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'b', key: 'k', versionId: '1' },
      errorMessage: 'Access Denied',
      resources: undefined,
    };
    expect(reportOf(change)).toMatchObject({ impliedAction: 's3:GetObjectVersion', resource: 'arn:aws:s3:::b/k' });
  });

  test('the action of the message goes before that of the event', () => {
    const errorMessage = `User: ${KIM} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/x`;
    const report = reportOf({ eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances', errorMessage });
    expect(report.action).toBe('iam:PassRole');
    expect(report).not.toHaveProperty('impliedAction');
  });
});

describe('the resource', () => {
  test('an object is owned by the owner of its bucket', () => {
    const text = JSON.stringify({
      ...EVENT,
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      errorMessage: 'Access Denied',
      resources: [
        { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::inbox/a.txt' },
        { accountId: '444455556666', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::inbox' },
      ],
    });
    expect(fillIn(readEvidence(text))).toMatchObject({
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::inbox/a.txt',
      resourceAccount: '444455556666',
    });
  });

  const RESOURCES = readJsonc(new URL('../cases/event-resources.jsonc', import.meta.url)) as readonly (readonly [
    string,
    string,
    object | null,
    string | null,
  ])[];
  test.each(RESOURCES)('%s %s %j', (eventSource, eventName, requestParameters, resource) => {
    const change = {
      eventSource,
      eventName,
      requestParameters,
      recipientAccountId: '111122223333',
      errorMessage: undefined,
      resources: undefined,
    };
    expect(reportOf(change).resource).toBe(resource ?? undefined);
  });

  test('what was called on is not what another action was denied on', () => {
    const errorMessage = `User: ${KIM} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action`;
    const change = {
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'GetSecretValue',
      requestParameters: { secretId: 'prod/db' },
      errorMessage,
      resources: undefined,
    };
    expect(reportOf(change)).not.toHaveProperty('resource');
  });

  test('in another partition', () => {
    const change = {
      userIdentity: { type: 'IAMUser', arn: 'arn:aws-cn:iam::111122223333:user/nadia', accountId: '111122223333' },
      awsRegion: 'cn-north-1',
      requestParameters: { tableName: 'Orders' },
      errorMessage: undefined,
      resources: undefined,
    };
    expect(reportOf(change).resource).toBe('arn:aws-cn:dynamodb:cn-north-1:111122223333:table/Orders');
  });
});

describe('what the event records', () => {
  test.each<readonly [string, object, object]>([
    ['a denial', {}, { isAccessDenied: true }],
    ['a denial without a message', { errorMessage: undefined }, { isAccessDenied: true, denial: 'unknown' }],
    [
      'a denial at an endpoint',
      {
        errorCode: 'VpceAccessDenied',
        errorMessage: 'The request was denied due to a VPC endpoint policy',
        eventType: 'AwsVpceEvent',
      },
      { isAccessDenied: true, denial: 'unknown', policyType: 'endpoint' },
    ],
    [
      'a denial at an endpoint without a message',
      { errorCode: 'VpceAccessDenied', errorMessage: undefined },
      { policyType: 'endpoint' },
    ],
    [
      'EC2’s code',
      { errorCode: 'Client.UnauthorizedOperation', errorMessage: 'You are not authorized to perform this operation.' },
      { isAccessDenied: true, code: 'Client.UnauthorizedOperation' },
    ],
    ['a success', { errorCode: undefined, errorMessage: undefined }, { isAccessDenied: false, notIam: 'no-error' }],
    [
      'bad credentials',
      { errorCode: 'Client.AuthFailure', errorMessage: undefined },
      { isAccessDenied: false, notIam: 'auth-failure' },
    ],
    [
      'a wrong MFA code',
      { errorMessage: 'MultiFactorAuthentication failed with invalid MFA one time pass code.' },
      { isAccessDenied: false, notIam: 'mfa-code' },
    ],
    [
      'another failure',
      { errorCode: 'ResourceNotFoundException', errorMessage: 'Table not found' },
      { isAccessDenied: false, notIam: 'not-found' },
    ],
    [
      'a message that is JSON',
      { errorMessage: JSON.stringify({ message: EVENT.errorMessage }) },
      { action: 'dynamodb:CreateTable', policyType: 'identity' },
    ],
  ])('%s', (_name, change, want) => expect(reportOf(change)).toMatchObject(want));
});

describe('forms in which an event is pasted', () => {
  const once = JSON.stringify(EVENT);
  const inner = once.slice(1, -1);
  test.each([
    ['bare', once],
    ['indented', JSON.stringify(EVENT, null, 2)],
    ['in a list', JSON.stringify([EVENT])],
    ['in a file', JSON.stringify({ Records: [EVENT] })],
    ['in the answer of lookup-events', JSON.stringify({ Events: [{ EventId: 'a', CloudTrailEvent: once }] }, null, 2)],
    ['as EventBridge hands it on', JSON.stringify({ version: '0', 'detail-type': 'AWS API Call', detail: EVENT })],
    ['as a string', JSON.stringify(once)],
    ['as the content of a string', JSON.stringify(once).slice(1, -1)],
    ['without its braces', inner],
    [
      'behind a prompt',
      `$ aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=X\n${once}\n$`,
    ],
    ['behind an open brace', `function f() { "x\n${once}`],
  ])('%s', (_name, text) => {
    const evidence = readEvidence(text);
    expect(evidence.kind).toBe('event');
    expect(evidence.reports).toMatchObject([{ principal: KIM, action: 'dynamodb:CreateTable', resource: ORDERS }]);
  });

  test('many events are many reports, a message beside them one more', () => {
    const other = `User: ${NADIA} is not authorized to perform: sns:Publish`;
    const { kind, reports } = readEvidence(`${JSON.stringify({ Records: [EVENT, EVENT] })}\n${other}`);
    expect([kind, reports.length, reports[2]?.action]).toEqual(['event', 3, 'sns:Publish']);
  });

  test('an encoded message that CloudTrail cut is not offered for decoding', () => {
    const blob = '4kYhAbCdEfGhIjKlMnOpQrSt'.repeat(60);
    const errorMessage =
      `You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`.slice(0, 1024);
    const report = reportOf({ errorCode: 'Client.UnauthorizedOperation', errorMessage });
    expect(report).toMatchObject({ encodedMessage: true });
    expect(report).not.toHaveProperty('encodedText');
  });
});
