import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_PASTE, readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';

const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const NADIA = 'arn:aws:iam::111122223333:user/nadia';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';

/** What a paste is read as: every field that is wanted, and no other of the message's. */
function check(text: string, want: Readonly<Record<string, unknown>>): void {
  expect(toReadAnswer(readEvidence(text))).toMatchObject(want);
}

describe('what says nothing', () => {
  test.each(['', 'hello', 'SELECT 1', '{}', '[]', '\u0000\u0001\u0002'])('nothing is recognised in %j', (text) => {
    check(text, { kind: 'unknown', policies: [] });
  });
});

const EVENT = {
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLE:kim',
    arn: KIM,
    accountId: '111122223333',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/team/dev' },
      attributes: { creationDate: '2026-03-01T08:00:00Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2026-03-01T08:12:13Z',
  eventSource: 'dynamodb.amazonaws.com',
  eventName: 'CreateTable',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  userAgent: 'aws-cli/2.30.0',
  errorCode: 'AccessDenied',
  errorMessage: `User: ${KIM} is not authorized to perform: dynamodb:CreateTable on resource: ${TABLE} because no identity-based policy allows the dynamodb:CreateTable action`,
};
const EVENT_WANT = {
  kind: 'event',
  isAccessDenied: true,
  principal: KIM,
  action: 'dynamodb:CreateTable',
  resource: TABLE,
  operation: 'CreateTable',
  denial: 'implicit',
  policyType: 'identity',
  context: {
    'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/dev',
    'aws:SourceIp': '203.0.113.9',
    'aws:MultiFactorAuthPresent': 'false',
    'aws:RequestedRegion': 'eu-west-1',
  },
};

describe('CloudTrail events', () => {
  test.each([
    ['bare', JSON.stringify(EVENT)],
    ['in a file of records', JSON.stringify({ Records: [EVENT] })],
    ['in a list', JSON.stringify([EVENT])],
    [
      'in the answer of lookup-events',
      JSON.stringify({ Events: [{ EventId: 'a', CloudTrailEvent: JSON.stringify(EVENT) }] }),
    ],
  ])('%s', (_name, text) => check(text, EVENT_WANT));

  test('without a message the action follows from source and name', () => {
    const { errorMessage: _none, ...event } = EVENT;
    check(JSON.stringify(event), { impliedAction: 'dynamodb:CreateTable', denial: 'unknown' });
  });

  test('the address of a service is not the caller’s', () => {
    const [report] = readEvidence(
      JSON.stringify({ ...EVENT, sourceIPAddress: 'cloudformation.amazonaws.com' }),
    ).reports;
    expect(report?.context).not.toHaveProperty('aws:SourceIp');
  });

  test('through an endpoint the address is the one inside the VPC', () => {
    const [report] = readEvidence(
      JSON.stringify({ ...EVENT, sourceIPAddress: '10.0.0.7', vpcEndpointId: 'vpce-1' }),
    ).reports;
    expect(report?.context).toMatchObject({ 'aws:SourceVpce': 'vpce-1', 'aws:VpcSourceIp': '10.0.0.7' });
    expect(report?.context).not.toHaveProperty('aws:SourceIp');
  });

  test('long-term keys carry no information on MFA', () => {
    const event = { ...EVENT, userIdentity: { type: 'IAMUser', principalId: 'AIDAX', arn: NADIA, userName: 'nadia' } };
    expect(readEvidence(JSON.stringify(event)).reports[0]?.absent).toContain('aws:MultiFactorAuthPresent');
  });

  test('a call that succeeded is no denial', () => {
    const { errorCode: _code, errorMessage: _message, ...event } = EVENT;
    check(JSON.stringify(event), { kind: 'event', isAccessDenied: false, notIam: 'no-error' });
  });
});

// The form is that of what is told first.
describe('the first denial goes before what happened besides', () => {
  const { errorCode: _code, errorMessage: _message, ...succeeded } = EVENT;
  const denial = `User: ${KIM} is not authorized to perform: sns:Publish`;
  test.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    [
      'a call that succeeded, and one that did not',
      JSON.stringify({ Records: [succeeded, EVENT] }),
      { kind: 'event', isAccessDenied: true, others: [{ isAccessDenied: false, notIam: 'no-error' }] },
    ],
    [
      'a call that succeeded, and a message',
      `${JSON.stringify(succeeded)}\n\n${denial}`,
      { kind: 'message', action: 'sns:Publish', others: [{ isAccessDenied: false, notIam: 'no-error' }] },
    ],
    [
      'two denials in their order',
      `${denial}\n\n${JSON.stringify(EVENT)}`,
      { kind: 'event', action: 'dynamodb:CreateTable', others: [{ action: 'sns:Publish' }] },
    ],
  ])('%s', (_name, text, want) => check(text, want));
});

describe('decoded authorization messages', () => {
  const DECODED = {
    allowed: false,
    explicitDeny: true,
    matchedStatements: { items: [] },
    context: {
      principal: { id: 'AROA:kim', arn: KIM },
      action: 'RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      conditions: {
        items: [
          { key: 'ec2:InstanceType', values: { items: [{ value: 'm7i.large' }] } },
          { key: 'aws:Region', values: { items: [{ value: 'eu-west-1' }] } },
          { key: 'aws:TagKeys', values: { items: [{ value: 'a' }, { value: 'b' }] } },
          { key: 'ec2:InstanceID', values: { items: [{ value: '*' }] } },
        ],
      },
    },
  };
  const want = {
    kind: 'decodedMessage',
    isAccessDenied: true,
    denial: 'explicit',
    principal: KIM,
    action: 'ec2:RunInstances',
    context: { 'ec2:InstanceType': 'm7i.large', 'aws:TagKeys': ['a', 'b'] },
  };
  test.each([
    ['bare', JSON.stringify(DECODED)],
    ['as the command prints it', JSON.stringify({ DecodedMessage: JSON.stringify(DECODED) })],
  ])('%s', (_name, text) => {
    check(text, want);
    expect(Object.keys(readEvidence(text).reports[0]?.context ?? {})).toEqual(['ec2:InstanceType', 'aws:TagKeys']);
  });
});

describe('policies', () => {
  const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const BUCKET = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::inbox/*' }],
  };
  const ROWS: readonly (readonly [string, string, readonly Readonly<Record<string, unknown>>[]])[] = [
    ['bare', JSON.stringify(ALLOW), [{ document: ALLOW }]],
    ['with a Principal', JSON.stringify(BUCKET), [{ type: 'resource', document: BUCKET }]],
    [
      'two in one paste',
      `${JSON.stringify(ALLOW)}\n\n${JSON.stringify(BUCKET)}`,
      [{ document: ALLOW }, { document: BUCKET }],
    ],
    [
      'get-policy-version',
      JSON.stringify({ PolicyVersion: { Document: ALLOW, VersionId: 'v3', IsDefaultVersion: true } }),
      [{ type: 'identity', document: ALLOW }],
    ],
    [
      'get-role-policy',
      JSON.stringify({ RoleName: 'dev', PolicyName: 'Read', PolicyDocument: ALLOW }),
      [{ type: 'identity', name: 'Read', attachedTo: 'role:dev', document: ALLOW }],
    ],
    ['get-bucket-policy', JSON.stringify({ Policy: JSON.stringify(BUCKET) }), [{ type: 'resource', document: BUCKET }]],
    [
      'describe-policy',
      JSON.stringify({
        Policy: {
          PolicySummary: {
            Name: 'OnlyS3',
            Arn: 'arn:aws:organizations::1:policy/o/service_control_policy/p-1',
            Type: 'SERVICE_CONTROL_POLICY',
          },
          Content: JSON.stringify(ALLOW),
        },
      }),
      [{ type: 'scp', name: 'OnlyS3', document: ALLOW }],
    ],
    ['percent-encoded', encodeURIComponent(JSON.stringify(ALLOW)), [{ document: ALLOW }]],
  ];
  test.each(ROWS)('%s', (_name, text, policies) => check(text, { kind: 'policies', policies }));

  test('a bare policy is taken byte for byte', () => {
    const text = '{\n\t"Statement" :  [ ]}';
    expect(readEvidence(`\n\n${text}\n`).policies.map((policy) => policy.text)).toEqual([text]);
  });

  test('a half-typed policy is still one', () => {
    expect(readEvidence('{"Statement": [{"Effect": "Allow", "Action": ').kind).toBe('policies');
  });

  test('a message beside a policy keeps both, and the words of the policy are no message', () => {
    const policy = JSON.stringify({ Statement: [{ Sid: 'AccessDenied', Effect: 'Deny', Action: '*', Resource: '*' }] });
    expect(readEvidence(policy)).toMatchObject({ kind: 'policies', reports: [] });
    const both = readEvidence(`User: ${KIM} is not authorized to perform: sns:Publish\n${policy}`);
    expect([both.kind, both.policies.length]).toEqual(['message', 1]);
  });
});

test('the answer of get-caller-identity tells the caller', () => {
  check(JSON.stringify({ UserId: 'AIDA', Account: '111122223333', Arn: NADIA }), {
    kind: 'identity',
    principal: NADIA,
  });
});

test('a diagnosis document is recognised', () => {
  check('{"whydenied": 1, "policies": []}', { kind: 'diagnosis' });
});

describe('hostile and damaged text', () => {
  const HOSTILE: readonly (readonly [string, string])[] = [
    ['blanks', ' '.repeat(50_000)],
    ['quotes', '"'.repeat(50_000)],
    ['braces', '{'.repeat(100_000)],
    ['opened lists', '[{"a":'.repeat(20_000)],
    ['colons', 'a:'.repeat(25_000)],
    ['backslashes', '\\'.repeat(50_000)],
    ['the core of the sentence', 'is not authorized to perform: '.repeat(3_000)],
    ['words for users', 'User: arn:'.repeat(5_000)],
    ['escapes', '\\"'.repeat(25_000)],
    ['reasons', ' because no '.repeat(4_000)],
    ['operation errors', 'operation error x: y, '.repeat(2_500)],
    ['dots', 'eyJ.'.repeat(12_000)],
  ];
  test.each(HOSTILE)('%s', (_name, text) => {
    const start = performance.now();
    readEvidence(text);
    // Generous: a pattern with super-linear steps takes minutes on these.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('reading never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'grapheme' })), (text) => {
        readEvidence(text);
      }),
    );
  });

  test('every beginning of a message is read without a guess', () => {
    const text = `An error occurred (AccessDenied) when calling the X operation: User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/service_control_policy/p-1`;
    for (let length = 0; length <= text.length; length++) {
      const report = readEvidence(text.slice(0, length)).reports[0];
      expect([undefined, KIM]).toContain(report?.principal);
      expect(TABLE.startsWith(report?.resource ?? '')).toBe(true);
    }
  });

  test('a paste that is too large is refused with its size', () => {
    expect(readEvidence('x'.repeat(MAX_PASTE + 1)).problems).toMatchObject([{ code: 'paste-too-large' }]);
  });
});
