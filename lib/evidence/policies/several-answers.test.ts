import { describe, expect, test } from 'vitest';
import { readYaml } from '@/lib/evidence/notations/yaml';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';

// Several answers in one paste, and what follows only from them together.

const A = '111122223333';
const SHARED = `arn:aws:iam::${A}:policy/Shared`;
const SCP = 'arn:aws:organizations::444455556666:policy/o-a1b2c3/service_control_policy/p-scp1';
const ALLOW = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const DENY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*' }] };
const KEY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: A }, Action: 'kms:*', Resource: '*' }],
};

const json = (value: unknown) => JSON.stringify(value, null, 4);
const answered = (command: string, answer: unknown) => `[kim@host ~]$ ${command}\n${json(answer)}\n`;

function read(...texts: readonly string[]) {
  const evidence = readEvidence(texts.join(''), { yaml: readYaml });
  const { policies, references = [] } = toReadAnswer(evidence);
  return { policies, references, principals: evidence.principals ?? [], none: evidence.none ?? [] };
}

const NOTHING = { policies: [], references: [], principals: [], none: [] };

describe('what is listed and what is printed find each other', () => {
  const listed = answered('aws iam list-attached-role-policies --role-name app', {
    AttachedPolicies: [
      { PolicyName: 'Shared', PolicyArn: SHARED },
      { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    ],
  });
  const printed = answered(`aws iam get-policy-version --policy-arn ${SHARED} --version-id v1`, {
    PolicyVersion: { Document: ALLOW, VersionId: 'v1', IsDefaultVersion: true },
  });
  const want = {
    ...NOTHING,
    policies: [{ type: 'identity', name: 'Shared', arn: SHARED, attachedTo: 'role:app', document: ALLOW }],
    references: [
      {
        type: 'identity',
        name: 'ReadOnlyAccess',
        arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        attachedTo: 'role:app',
      },
    ],
  };

  test('in this order', () => expect(read(listed, printed)).toEqual(want));
  test('in the other one', () => expect(read(printed, listed)).toEqual(want));
  test('inline, by the names', () => {
    const names = answered('aws iam list-role-policies --role-name app', { PolicyNames: ['Read', 'Write'] });
    const own = answered('aws iam get-role-policy --role-name app --policy-name Read --query PolicyDocument', ALLOW);
    expect(read(names, own)).toEqual({
      ...NOTHING,
      policies: [{ type: 'identity', name: 'Read', attachedTo: 'role:app', document: ALLOW }],
      references: [{ type: 'identity', name: 'Write', attachedTo: 'role:app' }],
    });
  });

  test('the boundary of a role', () => {
    const role = answered('aws iam get-role --role-name app', {
      Role: {
        RoleName: 'app',
        Arn: `arn:aws:iam::${A}:role/app`,
        PermissionsBoundary: { PermissionsBoundaryArn: SHARED },
      },
    });
    expect(read(role, printed)).toMatchObject({
      policies: [{ type: 'boundary', name: 'Shared', arn: SHARED, attachedTo: 'role:app', document: ALLOW }],
      references: [],
    });
    // The same policy may be attached as well.
    expect(read(role, listed, printed).policies).toMatchObject([
      { type: 'boundary', attachedTo: 'role:app' },
      { type: 'identity', attachedTo: 'role:app' },
    ]);
  });

  test('the name of a managed policy stands in front of its version', () => {
    const policy = { Policy: { PolicyName: 'Shared', Arn: SHARED, DefaultVersionId: 'v2' } };
    const version = (id: string) => ({ PolicyVersion: { Document: ALLOW, VersionId: id, IsDefaultVersion: true } });
    expect(read(json(policy), json(version('v2'))).policies).toMatchObject([{ name: 'Shared', arn: SHARED }]);
    expect(read(json(policy), json(version('v1'))).policies).toEqual([{ type: 'identity', document: ALLOW }]);
  });

  test('a policy of a script’s loop has the name that its answer states', () => {
    const loop = `for p in Read Write; do aws iam get-role-policy --role-name app --policy-name "$p"; done\n${json({ RoleName: 'app', PolicyName: 'Read', PolicyDocument: ALLOW })}`;
    expect(read(loop).policies).toEqual([{ type: 'identity', name: 'Read', attachedTo: 'role:app', document: ALLOW }]);
  });
});

describe('the levels of an organization', () => {
  const level = (target: string) =>
    answered(`aws organizations list-policies-for-target --target-id ${target} --filter SERVICE_CONTROL_POLICY`, {
      Policies: [{ Id: 'p-scp1', Arn: SCP, Name: 'StayIn', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: false }],
    });
  const want = (attachedTo: string) => ({ type: 'scp', name: 'StayIn', arn: SCP, attachedTo, document: DENY });

  test('an SCP counts at each level where it is attached', () => {
    const whole = answered('aws organizations describe-policy --policy-id p-scp1', {
      Policy: {
        PolicySummary: { Id: 'p-scp1', Arn: SCP, Name: 'StayIn', Type: 'SERVICE_CONTROL_POLICY' },
        Content: JSON.stringify(DENY),
      },
    });
    expect(read(level('r-ab12'), level(A), whole)).toEqual({ ...NOTHING, policies: [want('r-ab12'), want(A)] });
  });

  test('its content alone is known by the policy’s ID in the command', () => {
    const content = answered(
      'aws organizations describe-policy --policy-id p-scp1 --query Policy.Content --output text',
      DENY,
    );
    expect(read(level('r-ab12'), content).policies).toEqual([want('r-ab12')]);
  });

  test('the targets of a policy tell its level where there is one', () => {
    const content = answered('aws organizations describe-policy --policy-id p-scp1', {
      Policy: {
        PolicySummary: { Arn: SCP, Name: 'StayIn', Type: 'SERVICE_CONTROL_POLICY' },
        Content: JSON.stringify(DENY),
      },
    });
    const targets = (...ids: readonly string[]) =>
      answered('aws organizations list-targets-for-policy --policy-id p-scp1', {
        Targets: ids.map((TargetId) => ({ TargetId, Name: 'x', Type: 'ORGANIZATIONAL_UNIT' })),
      });
    expect(read(content, targets('ou-ab12-1')).policies).toEqual([want('ou-ab12-1')]);
    expect(read(content, targets('ou-ab12-1', 'ou-ab12-2')).policies).toMatchObject([{ name: 'StayIn' }]);
    expect(read(content, targets('ou-ab12-1', 'ou-ab12-2')).policies).not.toMatchObject([want('ou-ab12-1')]);
  });

  test('a list of all policies of the organization says nothing about levels', () => {
    const all = answered('aws organizations list-policies --filter SERVICE_CONTROL_POLICY', {
      Policies: [{ Id: 'p-scp1', Arn: SCP, Name: 'StayIn', Type: 'SERVICE_CONTROL_POLICY' }],
    });
    expect(read(all)).toEqual(NOTHING);
  });
});

describe('a resource without a policy', () => {
  const failed = (command: string, code: string, operation: string, message: string) =>
    `$ ${command}\n\nAn error occurred (${code}) when calling the ${operation} operation: ${message}\n`;
  test.each<readonly [string, string, object]>([
    [
      'of a bucket',
      failed(
        'aws s3api get-bucket-policy --bucket inbox',
        'NoSuchBucketPolicy',
        'GetBucketPolicy',
        'The bucket policy does not exist',
      ),
      { type: 'resource', resource: 'arn:aws:s3:::inbox' },
    ],
    [
      'of a function',
      failed(
        'aws lambda get-policy --function-name f',
        'ResourceNotFoundException',
        'GetPolicy',
        'The resource you requested does not exist.',
      ),
      { type: 'resource' },
    ],
    [
      'of a repository',
      failed(
        'aws ecr get-repository-policy --repository-name r',
        'RepositoryPolicyNotFoundException',
        'GetRepositoryPolicy',
        'Repository policy does not exist',
      ),
      { type: 'resource' },
    ],
    [
      'of the Data Catalog',
      failed('aws glue get-resource-policy', 'EntityNotFoundException', 'GetResourcePolicy', 'Policy not found'),
      { type: 'resource' },
    ],
    [
      'of a secret',
      answered('aws secretsmanager get-resource-policy --secret-id db', { ARN: 'arn:x', Name: 'db' }),
      { type: 'resource' },
    ],
    [
      'of an API',
      answered('aws apigateway get-rest-api --rest-api-id a1', { id: 'a1', name: 'shop' }),
      { type: 'resource' },
    ],
  ])('%s', (_name, text, want) => expect(read(text).none).toEqual([want]));

  test.each<readonly [string, string]>([
    [
      'a function that does not exist',
      failed(
        'aws lambda get-policy --function-name f',
        'ResourceNotFoundException',
        'GetPolicy',
        'Function not found: arn:aws:lambda:eu-west-1:111122223333:function:f',
      ),
    ],
    [
      'a table that does not exist',
      failed('aws dynamodb describe-table', 'ResourceNotFoundException', 'DescribeTable', 'x'),
    ],
    [
      'one field of an answer',
      answered('aws secretsmanager get-resource-policy --secret-id db --query Name', { a: 1 }),
    ],
  ])('is not said by %s', (_name, text) => expect(read(text).none).toEqual([]));
});

describe('whose a policy is ends with the command’s own output', () => {
  const key = 'aws kms get-key-policy --key-id arn:aws:kms:eu-west-1:111122223333:key/1 --policy-name default';
  test.each<readonly [string, string]>([
    ['behind another prompt', `$ ${key} > key.json\n$ cat other.json\n${json(KEY)}`],
    ['behind a sentence', `$ ${key}\nThis is the policy of another key:\n${json(KEY)}`],
    ['behind another answer and words', `$ ${key}\n${json(KEY)}\nand here is one of mine\n${json(KEY)}`],
  ])('%s', (_name, text) => {
    expect(read(text).policies).toContainEqual({ type: 'resource', document: KEY });
  });

  test.each([
    `$ ${key} --query Policy --output text\n${json(KEY)}`,
    `$ ${key} --query Policy --output text | jq .\n${json(KEY)}`,
    `PS C:\\Users\\kim> ${key} \`\n  --query Policy --output text\n${json(KEY)}`,
    `C:\\> ${key} ^\r\n  --query Policy --output text\r\n${json(KEY)}`,
    `AWS_PROFILE=x ${key}\n\n\n${json({ Policy: JSON.stringify(KEY), PolicyName: 'default' })}`,
  ])('%s', (text) => {
    expect(read(text).policies).toMatchObject([{ resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' }]);
  });
});

describe('a policy in the arguments of a command', () => {
  test.each<readonly [string, object]>([
    [
      `aws iam put-role-policy --role-name app --policy-name Read --policy-document '${json(ALLOW)}'`,
      { type: 'identity', name: 'Read', attachedTo: 'role:app' },
    ],
    [
      `aws sts assume-role --role-arn arn:aws:iam::${A}:role/app --role-session-name s --policy '${JSON.stringify(ALLOW)}'`,
      { type: 'session' },
    ],
    [
      `aws iam create-role --role-name app --assume-role-policy-document '${JSON.stringify(KEY)}'`,
      { type: 'resource' },
    ],
    [
      `aws organizations create-policy --type RESOURCE_CONTROL_POLICY --name R --content '${JSON.stringify(DENY)}'`,
      { type: 'rcp', name: 'R' },
    ],
    [
      `aws accessanalyzer validate-policy --policy-type SERVICE_CONTROL_POLICY --policy-document '${JSON.stringify(DENY)}'`,
      { type: 'scp' },
    ],
    [
      `aws iam simulate-custom-policy --permissions-boundary-policy-input-list '${JSON.stringify(ALLOW)}'`,
      { type: 'boundary' },
    ],
  ])('%s', (text, want) => {
    const [{ document: _document, ...told } = { document: undefined }] = read(text).policies as readonly {
      document?: unknown;
    }[];
    expect(told).toEqual(want);
  });
});

describe('policies in events', () => {
  const event = (eventSource: string, eventName: string, requestParameters: object, more: object = {}) =>
    json({ eventVersion: '1.11', eventSource: `${eventSource}.amazonaws.com`, eventName, requestParameters, ...more });
  test.each<readonly [string, string, object]>([
    [
      'the session policy that was passed',
      event('sts', 'AssumeRole', {
        roleArn: `arn:aws:iam::${A}:role/app`,
        roleSessionName: 's',
        policy: JSON.stringify(ALLOW),
        policyArns: [{ arn: SHARED }],
      }),
      {
        policies: [{ type: 'session', document: ALLOW }],
        references: [{ type: 'session', name: 'Shared', arn: SHARED }],
      },
    ],
    [
      'an inline policy that was set',
      event('iam', 'PutRolePolicy', { roleName: 'app', policyName: 'Read', policyDocument: JSON.stringify(ALLOW) }),
      { policies: [{ type: 'identity', name: 'Read', attachedTo: 'role:app', document: ALLOW }] },
    ],
    [
      'a bucket policy that was set',
      event('s3', 'PutBucketPolicy', { bucketName: 'inbox', bucketPolicy: KEY, policy: '' }),
      { policies: [{ type: 'resource', resource: 'arn:aws:s3:::inbox', document: KEY }] },
    ],
    [
      'one that was refused, in a file of CloudTrail’s',
      json({
        Records: [
          JSON.parse(
            event(
              'iam',
              'PutUserPolicy',
              { userName: 'kim', policyName: 'R', policyDocument: JSON.stringify(ALLOW) },
              { errorCode: 'AccessDenied' },
            ),
          ) as unknown,
        ],
      }),
      { policies: [{ type: 'identity', name: 'R', attachedTo: 'user:kim', document: ALLOW }] },
    ],
  ])('%s', (_name, text, want) => expect(read(text)).toEqual({ ...NOTHING, ...want }));

  test('a refused call’s policy is not in force', () => {
    const text = event(
      'iam',
      'PutUserPolicy',
      { userName: 'kim', policyDocument: JSON.stringify(ALLOW) },
      { errorCode: 'AccessDenied' },
    );
    expect(readEvidence(text).policies).toMatchObject([{ isRefused: true }]);
  });
});

test('an old version of a managed policy is said not to be in force', () => {
  const { policies, problems } = readEvidence(
    answered(`aws iam get-policy-version --policy-arn ${SHARED} --version-id v1`, {
      PolicyVersion: { Document: ALLOW, VersionId: 'v1', IsDefaultVersion: false },
    }),
  );
  expect(policies).toHaveLength(1);
  expect(problems.map(({ code }) => code)).toEqual(['policy-version-not-default']);
});
