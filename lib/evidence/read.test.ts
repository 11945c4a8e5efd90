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

const denied = (of: Readonly<Record<string, unknown>>) => ({ kind: 'message', isAccessDenied: true, ...of });

describe('the standard sentence in all its forms', () => {
  const TYPES: readonly (readonly [string, string, string])[] = [
    ['because no identity-based policy allows the A action', 'implicit', 'identity'],
    ['because no resource-based policy allows the A action', 'implicit', 'resource'],
    ['because no role trust policy allows the A action', 'implicit', 'resource'],
    ['because no service control policy allows the A action', 'implicit', 'scp'],
    ['because no permissions boundary allows the A action', 'implicit', 'boundary'],
    ['because no session policy allows the A action', 'implicit', 'session'],
    ['because no VPC endpoint policy allows the A action', 'implicit', 'endpoint'],
    ['with an explicit deny in an identity-based policy', 'explicit', 'identity'],
    ['with an explicit deny in a resource-based policy', 'explicit', 'resource'],
    ['with an explicit deny in the role trust policy', 'explicit', 'resource'],
    ['with an explicit deny in a service control policy', 'explicit', 'scp'],
    ['with an explicit deny in a resource control policy', 'explicit', 'rcp'],
    ['with an explicit deny in a permissions boundary', 'explicit', 'boundary'],
    ['with an explicit deny in a session policy', 'explicit', 'session'],
    ['with an explicit deny in a sessions policy', 'explicit', 'session'],
    ['with an explicit deny in a VPC endpoint policy', 'explicit', 'endpoint'],
    ['with an explicit deny in a VPC endpoint policy transitively through a service control policy', 'explicit', 'scp'],
  ];
  test.each(TYPES)('%s', (reason, denial, policyType) => {
    const rest = reason.replace(' A ', ' dynamodb:PutItem ');
    const text = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} ${rest}`;
    const want = { principal: KIM, action: 'dynamodb:PutItem', resource: TABLE, denial, policyType };
    check(text, denied(want));
    check(`${text}.`, denied(want));
    check(text.replaceAll(' ', '\n'), denied(want));
    check(text.replace(` on resource: ${TABLE}`, ''), denied({ principal: KIM, denial, policyType }));
  });

  const FORMS: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    [
      'without a reason, as callers of another account see it',
      `User: ${NADIA} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE}`,
      { principal: NADIA, action: 'dynamodb:PutItem', resource: TABLE, denial: 'unknown' },
    ],
    [
      'with an explicit deny and no type',
      `User: ${NADIA} is not authorized to perform: sqs:DeleteQueue on resource: arn:aws:sqs:eu-west-1:111122223333:billing with an explicit deny`,
      { denial: 'explicit', resource: 'arn:aws:sqs:eu-west-1:111122223333:billing' },
    ],
    [
      'without "an"',
      `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:a1/prod/GET/x with explicit deny`,
      { principal: 'anonymous', denial: 'explicit' },
    ],
    [
      'when the service could not name the action',
      `User: ${NADIA} is not authorized to perform: null`,
      { principal: NADIA, denial: 'unknown' },
    ],
    [
      'retold by hand',
      'assumed-role/R/s is not authorized to perform lambda:UpdateFunctionCode',
      { principal: 'assumed-role/R/s', action: 'lambda:UpdateFunctionCode' },
    ],
    [
      'with a quoted resource',
      `User: ${KIM} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-ledger/2026/q 1, final.csv" with an explicit deny in a resource-based policy`,
      { resource: 'arn:aws:s3:::acme-ledger/2026/q 1, final.csv', policyType: 'resource' },
    ],
    [
      'in the quotation of Amazon SES',
      `554 Access denied: User \`${KIM}' is not authorized to perform \`ses:SendEmail' on resource \`arn:aws:ses:eu-west-1:111122223333:identity/example.com'`,
      { principal: KIM, action: 'ses:SendEmail', resource: 'arn:aws:ses:eu-west-1:111122223333:identity/example.com' },
    ],
    [
      'with the words of IAM for a resource',
      `User: ${NADIA} is not authorized to perform: iam:GetRole on resource: role voclabs because no identity-based policy allows the iam:GetRole action`,
      { resource: 'role voclabs', policyType: 'identity' },
    ],
    [
      'with a policy before its ARN',
      `User: ${NADIA} is not authorized to perform: iam:GetPolicy on resource: policy arn:aws:iam::111122223333:policy/p because no identity-based policy allows the iam:GetPolicy action`,
      { resource: 'arn:aws:iam::111122223333:policy/p' },
    ],
    [
      'of EC2, with the policy’s ARN and an encoded message behind it',
      `You are not authorized to perform this operation. User: ${KIM} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a permissions boundary: arn:aws:iam::111122223333:policy/lab-boundary. Encoded authorization failure message: 4kYhAbCdEfGhIjKlMnOpQrStUvWxYz0123456789`,
      {
        policyArn: 'arn:aws:iam::111122223333:policy/lab-boundary',
        encodedMessage: true,
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      },
    ],
    [
      'of S3, with the policy’s ARN spelt out',
      `User: ${NADIA} is not authorized to perform: s3:DeleteObject on resource: "arn:aws:s3:::b/k" with an explicit deny in an identity-based policy, with policy ARN: arn:aws:iam::111122223333:policy/DenyDeletes`,
      { policyArn: 'arn:aws:iam::111122223333:policy/DenyDeletes', denial: 'explicit' },
    ],
    [
      'of KMS, which does not say whether the key is there',
      `User: ${KIM} is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      { action: 'kms:Decrypt', denial: 'unknown' },
    ],
    [
      'of a service in place of a user',
      'SageMaker is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::111122223333:role/x',
      { principal: 'SageMaker' },
    ],
    [
      'with masked parts',
      'User: arn:aws:sts::XXXX:assumed-role/R/s is not authorized to perform: sns:Publish on resource: ***',
      { principal: 'arn:aws:sts::XXXX:assumed-role/R/s' },
    ],
    [
      'cut in the middle',
      `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resou`,
      { principal: KIM, action: 'dynamodb:PutItem' },
    ],
  ];
  test.each(FORMS)('%s', (_name, text, want) => check(text, denied(want)));

  test('a placeholder is no principal and no resource', () => {
    const [report] = readEvidence(
      'User: *** is not authorized to perform: sns:Publish on resource: <redacted>',
    ).reports;
    expect(report).not.toHaveProperty('principal');
    expect(report).not.toHaveProperty('resource');
  });
});

describe('the clothing in which it comes', () => {
  const CORE = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`;
  const DRESSES: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    [
      'AWS CLI',
      `An error occurred (AccessDeniedException) when calling the PutItem operation: ${CORE}`,
      { code: 'AccessDeniedException', operation: 'PutItem' },
    ],
    [
      'newer AWS CLI',
      `aws: [ERROR]: An error occurred (AccessDeniedException) when calling the PutItem operation (reached max retries: 4): ${CORE}`,
      { code: 'AccessDeniedException' },
    ],
    [
      'Java SDK 1',
      `${CORE} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: ABC; Proxy: null)`,
      { code: 'AccessDeniedException' },
    ],
    ['Java SDK 2', `${CORE} (Service: DynamoDb, Status Code: 400, Request ID: ABC)`, {}],
    [
      'JavaScript SDK',
      `AccessDeniedException: ${CORE}\n    at de_PutItemCommandError (/app/x.js:1:1)`,
      { code: 'AccessDeniedException', operation: 'PutItem' },
    ],
    [
      'Go SDK 2',
      `operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: A, api error AccessDeniedException: ${CORE}`,
      { code: 'AccessDeniedException', operation: 'PutItem' },
    ],
    [
      'Terraform',
      `╷\n│ Error: putting item: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: A, api error AccessDeniedException: ${CORE}\n│ \n│   with aws_x.y,\n╵`,
      { code: 'AccessDeniedException' },
    ],
    ['colours', `\u001b[31mError:\u001b[0m ${CORE}\u001b[0m`, {}],
    [
      'CloudFormation',
      `Resource handler returned message: "${CORE} (Service: DynamoDb, Status Code: 400, Request ID: a)" (RequestToken: b, HandlerErrorCode: AccessDenied)`,
      { code: 'AccessDenied' },
    ],
    [
      'XML',
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${CORE}</Message></Error></ErrorResponse>`,
      { code: 'AccessDenied' },
    ],
    [
      'JSON',
      JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: CORE }),
      { code: 'AccessDeniedException' },
    ],
    ['JSON in JSON', JSON.stringify({ error: JSON.stringify({ message: CORE }) }), {}],
    ['Markdown', `> **${CORE}**`, {}],
    ['HTML', `<p>${CORE.replace('not', '<b>not</b>')}</p>`, {}],
    ['a log line', `2026-03-01T08:12:13.123Z  ERROR  app - ${CORE}`, {}],
  ];
  test.each(DRESSES)('%s', (_name, text, want) =>
    check(
      text,
      denied({
        principal: KIM,
        action: 'dynamodb:PutItem',
        resource: TABLE,
        denial: 'implicit',
        policyType: 'identity',
        ...want,
      }),
    ),
  );

  test('an ARN that a terminal broke before a colon is joined', () => {
    const text = `User: ${KIM} is not authorized to perform: ecr:PutImage on resource: arn:aws:ecr:us-east-1\n:111122223333:repository/shop`;
    check(text, denied({ resource: 'arn:aws:ecr:us-east-1:111122223333:repository/shop' }));
  });

  test('several messages are all listed, the same one once', () => {
    const other = CORE.replace('PutItem on', 'GetItem on').replace('the dynamodb:PutItem', 'the dynamodb:GetItem');
    expect(readEvidence(`${CORE}\n${CORE}\n${other}`).reports.map((report) => report.action)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:GetItem',
    ]);
  });
});

describe('denials in other words', () => {
  const ROWS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    [
      'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
      { impliedAction: 's3:ListBucket', code: 'AccessDenied', denial: 'unknown' },
    ],
    [
      'An error occurred (403) when calling the HeadObject operation: Forbidden',
      { impliedAction: 's3:GetObject', code: '403' },
    ],
    [
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>A</RequestId></Error>',
      { code: 'AccessDenied' },
    ],
    [
      'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: 4kYhAbCdEfGhIjKlMnOpQrStUv',
      { code: 'UnauthorizedOperation', encodedMessage: true },
    ],
    [
      'Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
      { action: 'sts:AssumeRoleWithWebIdentity' },
    ],
    [
      'Access to the resource https://sqs.eu-west-1.amazonaws.com/111122223333/orders is denied.',
      { resource: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' },
    ],
    [
      'Principal [arn:aws:iam::111122223333:user/nadia] is not allowed to execute [workdocs:CreateUser] on the resource',
      { principal: NADIA, action: 'workdocs:CreateUser' },
    ],
    ['The request was denied due to a VPC endpoint policy', { policyType: 'endpoint' }],
  ];
  test.each(ROWS)('%s', (text, want) => check(text, denied(want)));
});

describe('what is no denial by policies', () => {
  const ROWS: readonly (readonly [string, string])[] = [
    [
      'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
      'expired-credentials',
    ],
    [
      'An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed with invalid MFA one time pass code.',
      'mfa-code',
    ],
    ['SignatureDoesNotMatch: The request signature we calculated does not match', 'signature'],
    ['Unable to locate credentials. You can configure credentials by running "aws configure".', 'no-credentials'],
    [
      `pods is forbidden: User "${KIM}" cannot list resource "pods" in API group "" in the namespace "default"`,
      'kubernetes-rbac',
    ],
    ['{"message":"Missing Authentication Token"}', 'api-gateway'],
    [
      "(AuthorizationFailed) The client 'x' does not have authorization to perform action 'Microsoft.Compute/x'",
      'azure',
    ],
    ['Insufficient Lake Formation permission(s): Required Create Table on sales', 'lake-formation'],
    ['git@github.com: Permission denied (publickey).', 'ssh'],
  ];
  test.each(ROWS)('%s', (text, notIam) => check(text, { kind: 'message', isAccessDenied: false, notIam }));

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
