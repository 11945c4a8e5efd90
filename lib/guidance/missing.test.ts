import { describe, expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { type Missing, missingOf } from '@/lib/guidance/missing';
import { variable } from '@/lib/testing/small-diagnosis';

const KIM = 'arn:aws:iam::111122223333:user/kim';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const BLOB = 'ab-_9'.repeat(60);

function missing(document: Partial<DiagnosisDocument>): readonly Missing[] {
  const whole: DiagnosisDocument = { whydenied: 1, ...document };
  return missingOf(whole, diagnose(whole));
}

/** What is missing, by where it is given. */
function places(document: Partial<DiagnosisDocument>): readonly string[] {
  return missing(document).map(({ given }) => {
    if ('step' in given) return given.type ?? given.step;
    if ('policyIndex' in given) return `policy ${given.policyIndex}`;
    return given.unknown.kind === 'request' ? given.unknown.field : given.unknown.kind;
  });
}

const SEND = { principal: KIM, action: 'sqs:SendMessage', resource: QUEUE };

function denied(tail = ''): string {
  return `User: ${KIM} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}${tail}`;
}

const ALLOW_WITH_MFA = {
  type: 'identity' as const,
  document: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    ],
  },
};

function policy(resource: string) {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: resource };
  return { type: 'identity' as const, document: { Version: '2012-10-17', Statement: [statement] } };
}

const ORDERS: readonly (readonly [string, Partial<DiagnosisDocument>, readonly string[]])[] = [
  ['nothing at all', {}, ['principal', 'action', 'resource']],
  ['who called', { request: { action: 'sqs:SendMessage', resource: QUEUE } }, ['principal']],
  [
    'a message that names nothing',
    { evidence: denied(), request: SEND },
    ['identity', 'resource', 'boundary', 'scp', 'rcp', 'endpoint'],
  ],
  [
    'a message that names the SCPs',
    { evidence: denied(' because no service control policy allows the sqs:SendMessage action'), request: SEND },
    ['scp', 'identity', 'resource', 'boundary', 'rcp', 'endpoint'],
  ],
  [
    'a resource without a policy of its own',
    { request: { principal: KIM, action: 'ec2:RunInstances', resource: '*' } },
    ['identity', 'boundary', 'scp', 'endpoint'],
  ],
  [
    'a key, whose own policy always decides',
    { request: { principal: KIM, action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' } },
    ['resource', 'identity', 'boundary', 'scp', 'rcp', 'endpoint'],
  ],
  [
    'a fact that can be stated at once',
    { request: SEND, policies: [ALLOW_WITH_MFA] },
    ['contextKey', 'resource', 'boundary', 'scp', 'rcp', 'endpoint'],
  ],
  [
    'what a template left open',
    {
      request: { principal: KIM, action: 's3:GetObject', resource: 'arn:aws:s3:::shop/a' },
      policies: [policy('arn:aws:s3:::other/*'), policy(`${variable('Bucket.Arn')}/*`)],
    },
    ['policy 1', 'resource', 'boundary', 'scp', 'rcp', 'endpoint'],
  ],
];

describe('what is missing comes in the order of what it tells', () => {
  test.each(ORDERS)('%s', (_, document, want) => {
    expect(places(document)).toEqual(want);
  });
});

describe('each has the command that prints it, with the person’s own names', () => {
  test.each([
    ['identity', 'aws iam list-attached-user-policies --user-name=kim'],
    ['boundary', 'aws iam get-user --user-name=kim'],
    ['scp', 'aws organizations list-policies-for-target --target-id=111122223333'],
    ['resource', 'aws sqs get-queue-attributes --queue-url=https://sqs.eu-west-1.amazonaws.com/111122223333/jobs'],
  ])('%s', (type, command) => {
    const one = missing({ evidence: denied(), request: SEND }).find(
      ({ given }) => 'type' in given && given.type === type,
    );
    expect(one?.commands[0]?.text).toContain(command);
  });

  test('who called', () => {
    expect(missing({})[0]?.commands[0]?.text).toBe('aws sts get-caller-identity');
    expect(missing({})[1]?.commands).toEqual([]);
  });
});

test.each([
  ['sqs:SendMessage', SEND.resource, 'One of them has to allow this, unless the resource’s own policy does.'],
  ['ec2:RunInstances', '*', 'One of them has to allow this.'],
])('%s: whether a policy of the resource could allow it instead', (action, resource, why) => {
  const [one] = missing({ request: { principal: KIM, action, resource } }).filter(
    ({ given }) => 'type' in given && given.type === 'identity',
  );
  expect(one?.why).toBe(why);
});

describe('an encoded message', () => {
  const evidence = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${BLOB}`;
  const request = { principal: KIM, action: 'ec2:RunInstances', resource: '*' };

  test('is to be decoded first, by the command with the whole of it', () => {
    const [first] = missing({ evidence, request });
    expect(first).toMatchObject({ given: { step: 'message' } });
    expect(first?.commands[0]?.text).toContain(`--encoded-message=${BLOB}`);
  });

  test('that was decoded is not asked for', () => {
    const decoded = JSON.stringify({
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      failures: { items: [] },
      context: { principal: { arn: KIM }, action: 'ec2:RunInstances', resource: '*', conditions: { items: [] } },
    });
    expect(places({ evidence: [{ text: evidence }, { text: decoded }], request })).not.toContain('message');
  });
});

test('a policy that AWS names is asked for beside others of its type', () => {
  const arn = 'arn:aws:organizations::999988887777:policy/o-a1/service_control_policy/p-abc12345';
  const scp = { type: 'scp' as const, document: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } };
  const [first] = missing({
    evidence: denied(` with an explicit deny in a service control policy: ${arn}`),
    request: SEND,
    policies: [
      {
        ...scp,
        name: 'FullAWSAccess',
        arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
      },
      { ...scp, name: 'Other', arn: `${arn}x` },
    ],
  });
  expect(first?.what).toContain('p-abc12345');
  expect(first?.commands[0]?.text).toContain('--policy-id=p-abc12345');
});

test('the policy that AWS says denies is asked for again where none of its type here does', () => {
  const evidence = denied(' with an explicit deny in an identity-based policy');
  const [first] = missing({ evidence, request: SEND, policies: [policy('*')] });
  expect([first?.what, first?.why, first?.given]).toEqual([
    'the identity-based policy that denies this',
    'AWS says that one denies this, and none here does.',
    { step: 'identity', type: 'identity' },
  ]);
});

test('the resource of another account has to allow as well', () => {
  const other = { ...SEND, resource: QUEUE.replace('111122223333', '444455556666') };
  const one = missing({ request: other }).find(({ given }) => 'type' in given && given.type === 'resource');
  expect(one?.why).toContain('another account');
});

test('nothing is missing where it is settled', () => {
  const deny = { type: 'identity' as const, document: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } };
  expect(missing({ request: SEND, policies: [deny] })).toEqual([]);
});
