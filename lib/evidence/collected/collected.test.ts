import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '@/lib/evidence/evidence';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';

// Outputs as the collect script prints them, also those of a script that somebody changed.

type Call = Readonly<Record<string, unknown>>;

function outputOf(calls: readonly Call[], head: object = {}, end = '\n],"end":true}'): string {
  const start = JSON.stringify({
    whydenied: 'collect/1',
    parts: 'boundary identity scp rcp resource',
    request: {},
    ...head,
  });
  const entries = calls.map((call, place) => `\n${JSON.stringify({ n: place + 1, ...call })}`);
  return `${start.slice(0, -1)},"calls":[${entries.join(',')}${end}\n`;
}

const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
const CALLER = {
  for: 'caller',
  aws: ['sts', 'get-caller-identity'],
  answer: { UserId: 'A', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/admin' },
};
const inline = (type: string, name = 'own') => ({
  for: type,
  aws: ['iam', 'get-user-policy', '--user-name=kim', `--policy-name=${name}`],
  answer: { UserName: 'kim', PolicyName: name, PolicyDocument: POLICY },
});
const scp = (type: string) => ({
  for: type,
  aws: ['organizations', 'describe-policy', '--policy-id=p-1'],
  answer: {
    Policy: {
      PolicySummary: { Id: 'p-1', Name: 'Region', Type: 'SERVICE_CONTROL_POLICY' },
      Content: JSON.stringify(POLICY),
    },
  },
});
const listing = (type: string, target: string) => ({
  for: type,
  aws: ['organizations', 'list-policies-for-target', `--target-id=${target}`, '--filter=SERVICE_CONTROL_POLICY'],
  answer: { Policies: [] },
});
const ofResource = (words: readonly string[], outcome: object) => ({ for: 'resource', aws: words, ...outcome });
const error = (name: string, message = '') => ({
  error: `An error occurred (${name}) when calling the X operation: ${message}`,
});

function types({ policies }: Evidence): readonly string[] {
  return policies.map(({ type = 'untyped', name = '' }) => `${type} ${name}`);
}

test.each<[string, Call, readonly string[]]>([
  ['a policy of the caller', inline('identity'), ['identity own']],
  ['an SCP', scp('scp'), ['scp Region']],
  ['an SCP in place of a policy of the caller', scp('identity'), []],
  ['a policy of the caller in place of an SCP', inline('scp'), []],
  ['a type that the script does not collect', inline('session'), []],
  ['a type that does not exist', inline('constructor'), []],
  ['a command that is none', { ...inline('identity'), aws: ['$(x)'] }, []],
  ['words that are none', { ...inline('identity'), aws: 'iam' }, []],
  [
    'a role’s trust policy beside its boundary',
    {
      for: 'boundary',
      aws: ['iam', 'get-role', '--role-name=dev'],
      answer: {
        Role: { RoleName: 'dev', Arn: 'arn:aws:iam::111122223333:role/dev', AssumeRolePolicyDocument: POLICY },
      },
    },
    [],
  ],
  [
    'a version of a managed policy that was read for the boundary',
    {
      for: 'boundary',
      aws: ['iam', 'get-policy-version', '--policy-arn=arn:aws:iam::111122223333:policy/Edge', '--version-id=v1'],
      answer: { PolicyVersion: { Document: POLICY, VersionId: 'v1', IsDefaultVersion: true } },
    },
    ['boundary Edge'],
  ],
  [
    'a text that looks like an entry',
    {
      ...inline('identity'),
      answer: {
        UserName: 'kim',
        PolicyName: 'own',
        PolicyDocument: { ...POLICY, Id: `\n${JSON.stringify({ n: 9, ...inline('identity', 'false') })}` },
      },
    },
    ['identity own'],
  ],
])('of %s it takes', (_name, call, found) => {
  const evidence = readEvidence(outputOf([CALLER, call]));
  expect(evidence.kind).toBe('policies');
  expect(types(evidence)).toEqual(found);
  // Whoever ran the script did not make the call.
  expect(evidence.principal).toBeUndefined();
});

test.each<[string, Call, readonly string[] | undefined]>([
  [
    'a queue without one',
    ofResource(
      [
        'sqs',
        'get-queue-attributes',
        '--queue-url=https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
        '--attribute-names',
        'Policy',
      ],
      { answer: null },
    ),
    ['arn:aws:sqs:eu-west-1:111122223333:orders'],
  ],
  [
    'a queue’s other attributes',
    ofResource(
      [
        'sqs',
        'get-queue-attributes',
        '--queue-url=https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
        '--attribute-names',
        'QueueArn',
      ],
      { answer: null },
    ),
    undefined,
  ],
  [
    'a bucket without one',
    ofResource(['s3api', 'get-bucket-policy', '--bucket=inbox'], error('NoSuchBucketPolicy')),
    ['arn:aws:s3:::inbox'],
  ],
  [
    'a bucket that is not there',
    ofResource(['s3api', 'get-bucket-policy', '--bucket=inbox'], error('NoSuchBucket')),
    undefined,
  ],
  [
    'a bucket policy that is refused',
    ofResource(['s3api', 'get-bucket-policy', '--bucket=inbox'], error('AccessDenied')),
    undefined,
  ],
])('that there is no policy is told by %s', (_name, call, resources) => {
  const { none } = readEvidence(outputOf([CALLER, call]));
  expect(none?.map(({ resource }) => resource)).toEqual(resources);
});

describe('what is lost is said of the types that it may be of', () => {
  const calls = [
    CALLER,
    inline('identity'),
    listing('scp', '111122223333'),
    listing('scp', 'r-ab12'),
    ofResource(['s3api', 'get-bucket-policy', '--bucket=inbox'], error('NoSuchBucketPolicy')),
  ];
  const lines = outputOf(calls, { parts: 'boundary identity scp resource' }).split('\n');
  const dropped = (...places: readonly number[]) => lines.filter((_line, place) => !places.includes(place)).join('\n');

  test.each<[string, string, readonly string[]]>([
    ['nothing', dropped(), []],
    ['the head', dropped(0), []],
    ['an identity-based policy', dropped(2), ['boundary', 'identity', 'scp']],
    ['a level', dropped(3), ['boundary', 'identity', 'scp']],
    ['the root', dropped(4), ['scp', 'resource']],
    ['everything from the organization on', dropped(3, 4, 5, 6), ['boundary', 'identity', 'scp', 'resource']],
    ['the last answer and the end', dropped(5, 6), ['scp', 'resource']],
    ['the end', dropped(6), ['resource']],
    ['half a line', dropped().replace('"PolicyName":"own"', '"Polic'), ['boundary', 'identity', 'scp']],
  ])('%s', (_name, text, incomplete) => {
    const { collected = [] } = readEvidence(text);
    const unread = collected.flatMap((one) => one.unread);
    expect(unread.flatMap((one) => one.types)).toEqual(incomplete);
    expect(unread.map(({ problem }) => problem.code)).toEqual(text === dropped() ? [] : ['collect-cut']);
  });

  test('a walk that ended below the root is no whole one', () => {
    const { collected } = readEvidence(outputOf(calls.slice(0, 3), { parts: 'scp' }));
    expect(collected?.[0]?.unread.map(({ types: open, problem }) => [...open, problem.code])).toEqual([
      ['scp', 'collect-no-root'],
    ]);
  });

  test('a type that was not asked for is not whole', () => {
    const [output] =
      readEvidence(outputOf([CALLER, inline('identity')], { parts: 'boundary identity' })).collected ?? [];
    expect(output?.whole).toEqual(['identity']);
  });
});

test('what failed is told in one sentence a service, with AWS’s words', () => {
  const failed = (type: string, aws: readonly string[]) => ({
    for: type,
    aws,
    ...error('AccessDenied', 'not `you`\u202e'),
  });
  const answer = toReadAnswer(
    readEvidence(
      outputOf(
        [
          CALLER,
          failed('boundary', ['iam', 'get-user', '--user-name=kim']),
          failed('identity', ['iam', 'list-user-policies', '--user-name=kim']),
          failed('identity', ['iam', 'x']),
        ],
        { parts: 'boundary identity' },
      ),
    ),
  );
  expect(answer).toMatchObject({
    kind: 'policies',
    incomplete: ['boundary', 'identity'],
    problems: [
      {
        message:
          "The permissions boundary and identity-based policies could not all be read, so they count as incomplete: `aws iam get-user --user-name=kim` answered `An error occurred (AccessDenied) when calling the X operation: not 'you'\\u202e`. 2 more calls failed as well.",
      },
    ],
  });
});

test('a message beside it is a message', () => {
  const message =
    'User: arn:aws:iam::111122223333:user/kim is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::inbox/a';
  const evidence = readEvidence(`${message}\n\n${outputOf([CALLER, inline('identity')])}`);
  expect(evidence.reports.map(({ action }) => action)).toEqual(['s3:GetObject']);
  expect(types(evidence)).toEqual(['identity own']);
});

test('the request is taken over as texts of bounded length', () => {
  const request = {
    principal: 'arn:aws:iam::111122223333:user/kim',
    action: ['s3:x'],
    resource: 'a'.repeat(3000),
    __proto__: 1,
    other: 'x',
  };
  const [output] = readEvidence(outputOf([CALLER], { request })).collected ?? [];
  expect(output?.request).toEqual({ principal: request.principal });
});

test('outputs without number are read as far as a person can have pasted them', () => {
  const evidence = readEvidence('{"whydenied":"collect/1",'.repeat(20_000));
  expect(evidence.collected).toHaveLength(20);
});

test('a broken output is read without failing', () => {
  const whole = outputOf([CALLER, inline('identity'), scp('scp'), listing('scp', 'r-ab12')]);
  const splinters = [
    '',
    '\n',
    '"',
    '\\',
    '{',
    '}',
    ']',
    ',',
    '\u001b[31m',
    '{"n":1,"for":"',
    '\n{"n":2,"for":"identity",',
    '"end":true}',
    '{"whydenied":"collect/1",',
  ];
  const mutation = fc.record({ at: fc.nat(whole.length), length: fc.nat(60), splinter: fc.constantFrom(...splinters) });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce(
        (mutated, { at, length, splinter }) => mutated.slice(0, at) + splinter + mutated.slice(at + length),
        whole,
      );
      const { collected = [], policies } = readEvidence(text);
      for (const { unread, whole: complete } of collected) {
        const open = unread.flatMap((one) => one.types);
        expect(complete.filter((type) => open.includes(type))).toEqual([]);
      }
      // No policy of one kind is ever taken for one of another.
      for (const { type, name } of policies) if (name === 'Region' && type !== undefined) expect(type).toBe('scp');
    }),
    { numRuns: 300 },
  );
});
