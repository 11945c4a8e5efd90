import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deniedEvent, passedEvent } from '@/lib/testing/cloudtrail-files';
import { root } from '../setup/root.mjs';
import { readArguments } from './arguments';
import { COMMANDS, type CommandName } from './commands';

// The command line as people and programs call it: a process, its input, its output, its status.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
  // The first call bundles.
  run(['read'], 'hello');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'whydenied.mjs'), ...words], {
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

/** What a command answers, without a process of its own: a process takes its time to start. */
function answer(command: CommandName, input: unknown) {
  const answered = COMMANDS[command].answer(typeof input === 'string' ? input : JSON.stringify(input));
  return { status: answered.status, answer: JSON.parse(JSON.stringify(answered.answer)) as unknown };
}

/** The answer as JSON, and the status. */
function ask(words: readonly string[], input: unknown) {
  const { status, stdout } = run(words, typeof input === 'string' ? input : JSON.stringify(input));
  return { status, answer: JSON.parse(stdout) as unknown };
}

const REQUEST = {
  principal: 'arn:aws:iam::111122223333:user/kim',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::shop/cat.png',
};
const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
const diagnosis = (more: object = {}) => ({
  whydenied: 1,
  request: REQUEST,
  unstated: 'absent',
  policies: [{ type: 'identity', document: allow }],
  ...more,
});
const MESSAGE = `An error occurred (AccessDenied) when calling the GetObject operation: User: ${REQUEST.principal} is not authorized to perform: s3:GetObject on resource: "${REQUEST.resource}" because no identity-based policy allows the s3:GetObject action`;

describe('diagnose', () => {
  test.each<[string, object, number, string]>([
    ['allowed', diagnosis(), 0, 'allowed'],
    ['denied', diagnosis({ policies: [] }), 1, 'implicitDeny'],
    ['undetermined', diagnosis({ unstated: 'unknown' }), 3, 'undetermined'],
  ])('%s', (_name, document, status, decision) => {
    expect(ask(['diagnose'], document)).toMatchObject({ status, answer: { decision } });
  });

  test.each<[string, readonly object[], number]>([
    ['denied before undetermined', [{ action: 's3:PutObject' }], 1],
    ['allowed only where all are', [{ action: 's3:GetObjectTagging' }], 0],
  ])('of several requests the worst counts: %s', (_name, requests, status) => {
    const answered = answer('diagnose', diagnosis({ requests }));
    expect(answered.status).toBe(status);
    expect(answered.answer).toHaveProperty('verdicts.length', requests.length);
  });

  test('a file is read like standard input', () => {
    const file = join(folder, 'diagnosis.json');
    writeFileSync(file, `\uFEFF${JSON.stringify(diagnosis())}`);
    expect(ask(['diagnose', file], '').answer).toEqual(ask(['diagnose', '-'], diagnosis()).answer);
  });

  test.each([
    ['no JSON', '{ "whydenied": 1, '],
    ['a list', '[]'],
    ['a policy', JSON.stringify(allow)],
    ['nothing', ''],
    ['a newer document', '{ "whydenied": 2 }'],
  ])('%s cannot be read: a sentence', (_name, input) => {
    expect(() => answer('diagnose', input)).toThrow(/\.$/);
  });

  test('what cannot be read ends with status 2, its sentence on standard error alone', () => {
    const { status, stdout, stderr } = run(['diagnose'], '[]');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^This is a list\. .*\.\n$/);
  });
});

describe('validate', () => {
  test.each<[string, object, number, boolean]>([
    ['valid', { policyType: 'identity', text: JSON.stringify(allow) }, 0, true],
    ['valid, given as an object', { policyType: 'identity', text: allow }, 0, true],
    ['invalid', { policyType: 'identity', text: '{ "Statement": [3] }' }, 1, false],
    ['of another type', { policyType: 'resource', text: JSON.stringify(allow) }, 1, false],
    [
      'a trust policy with a Resource',
      {
        policyType: 'trust',
        text: JSON.stringify({ Statement: { ...allow.Statement[0], Principal: { AWS: '111122223333' } } }),
      },
      1,
      false,
    ],
  ])('%s', (_name, input, status, valid) => {
    expect(answer('validate', input)).toMatchObject({ status, answer: { valid } });
  });

  test('findings say what, how bad, and where', () => {
    const text = '{\r\n"Version": "2012-10-17", "Statement": [3] }';
    expect(answer('validate', { policyType: 'scp', text }).answer).toEqual({
      valid: false,
      findings: [
        {
          check: 'DATA_TYPE_MISMATCH',
          severity: 'error',
          message: expect.stringContaining('A statement must be an object, but this is a number.') as unknown,
          range: { start: { line: 2, column: 40 }, end: { line: 2, column: 41 } },
        },
      ],
    });
  });

  test('a fix is the edits of the text', () => {
    const text = '{ "Version": "2012",\n  "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" } }';
    expect(answer('validate', { policyType: 'scp', text }).answer).toMatchObject({
      findings: [
        {
          check: 'INVALID_VERSION',
          fix: {
            title: 'Change to `2012-10-17`',
            edits: [
              {
                range: { start: { line: 1, column: 14 }, end: { line: 1, column: 20 } },
                newText: '"2012-10-17"',
              },
            ],
          },
        },
      ],
    });
  });

  test.each(['{}', '[]', '{"policyType":"group","text":""}', '{"policyType":"scp","text":3}', 'no'])(
    '%s cannot be read',
    (input) => expect(() => answer('validate', input)).toThrow('policyType'),
  );
});

describe('read', () => {
  test.each<[string, string, number, object]>([
    ['a denial', MESSAGE, 0, { kind: 'message', isAccessDenied: true, policyType: 'identity', denial: 'implicit' }],
    ['a policy', JSON.stringify(allow), 0, { kind: 'policies' }],
    ['nothing known', 'hello', 1, { kind: 'unknown' }],
  ])('%s', (_name, input, status, want) => {
    expect(answer('read', input)).toMatchObject({ status, answer: want });
  });
});

describe('events', () => {
  const file = (name: string, events: readonly object[], pack = (text: string): string | Uint8Array => text) => {
    const path = join(folder, name);
    writeFileSync(path, pack(JSON.stringify({ Records: events })));
    return path;
  };
  const denied = (change: object = {}) => deniedEvent({ ...change });

  test('several files, packed or not, and a folder', () => {
    mkdirSync(join(folder, 'trail', '2026'), { recursive: true });
    const packed = file(join('trail', '2026', 'a.json.gz'), [denied(), passedEvent()], (text) => gzipSync(text));
    const plain = file(join('trail', 'b.json'), [denied({ eventTime: '2026-03-02T00:00:00Z' })]);
    writeFileSync(join(folder, 'trail', 'notes.md'), 'not looked at');
    const want = {
      status: 0,
      answer: {
        files: 2,
        events: 3,
        denials: 2,
        first: '2026-03-01T08:12:13Z',
        last: '2026-03-02T00:00:00Z',
        groups: [
          {
            denials: 2,
            principal: 'arn:aws:iam::111122223333:role/team/dev',
            action: 's3:GetObject',
            denial: 'implicit',
            policyType: 'identity',
            code: 'AccessDenied',
            sample: { eventTime: '2026-03-02T00:00:00Z' },
          },
        ],
        problems: [],
      },
    };
    expect(ask(['events', packed, plain], '')).toMatchObject(want);
    expect(ask(['events', join(folder, 'trail')], '')).toMatchObject(want);
  });

  test('standard input, and no denial in it', () => {
    expect(ask(['events'], { Records: [passedEvent()] })).toMatchObject({
      status: 1,
      answer: { events: 1, denials: 0 },
    });
    expect(ask(['events', '-'], { Records: [] })).toMatchObject({ status: 1, answer: { events: 0, groups: [] } });
  });

  test('what cannot be read of a file is among the problems', () => {
    const cut = file('cut.json.gz', [denied(), denied()], (text) => gzipSync(text).subarray(0, -4));
    expect(ask(['events', cut], '')).toMatchObject({
      status: 0,
      answer: { problems: [{ file: cut, code: 'cut-file' }] },
    });
  });

  test.each<[string, readonly string[], string]>([
    ['no CloudTrail', ['events'], 'holds no CloudTrail events'],
    ['no such file', ['events', join('no', 'such', 'file')], 'Cannot read'],
    ['an option it does not have', ['events', '--jsonl'], 'has no --jsonl'],
  ])('%s: status 2', (_name, words, want) => {
    const { status, stdout, stderr } = run(words, '{"name": "x"}');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(want);
  });
});

describe('--jsonl: one answer a line, in order, and status 0', () => {
  function lines(command: string, input: readonly string[], end = '\n') {
    const { status, stdout } = run([command, '--jsonl'], input.join(end));
    return {
      status,
      answers: stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    };
  }

  test('diagnose, lines of Windows', () => {
    const end = '\r\n';
    const input = [diagnosis(), diagnosis({ policies: [] }), diagnosis({ unstated: 'unknown' })].map((one) =>
      JSON.stringify(one),
    );
    const { status, answers } = lines('diagnose', [...input.slice(0, 2), 'no JSON', ...input.slice(2)], end);
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { decision: 'allowed' },
      { decision: 'implicitDeny' },
      { error: expect.stringContaining('JSON') as string },
      { decision: 'undetermined' },
    ]);
  });

  test('read takes JSON strings', () => {
    const { status, answers } = lines('read', [JSON.stringify(MESSAGE), '{}', 'x', '"hello"']);
    expect(status).toBe(0);
    expect(answers.map((answer) => ('error' in answer ? 'error' : (answer as { kind: string }).kind))).toEqual([
      ...['message', 'error', 'error', 'unknown'],
    ]);
  });

  test('a thousand documents take seconds', () => {
    const { answers } = lines('diagnose', new Array<string>(1000).fill(JSON.stringify(diagnosis())));
    expect(answers).toHaveLength(1000);
  });
});

describe('words that are not understood: what was expected', () => {
  test.each<[string, readonly string[], string]>([
    ['another option', ['diagnose', '--yaml'], 'There is no option --yaml.'],
    ['two files', ['diagnose', 'a', 'b'], 'One file is expected, not several.'],
    ['a policy of no type', ['diagnose', '--policy', 'group=x.json'], 'Expected --policy TYPE[:LABEL]=FILE'],
    ['a policy without a file', ['diagnose', '--policy', 'scp='], 'Expected --policy TYPE[:LABEL]=FILE'],
    ['an option without its value', ['diagnose', '--request'], '--request needs a value.'],
  ])('%s', (_name, words, want) => {
    expect(() => readArguments(words)).toThrow(want);
  });

  test.each<[string, readonly string[], string]>([
    ['no command', [], 'Usage: whydenied COMMAND'],
    ['a name that every object has', ['constructor'], 'There is no command constructor.'],
    ['a file that is not there', ['diagnose', join('no', 'such', 'file')], 'Cannot read'],
  ])('%s: status 2', (_name, words, want) => {
    const { status, stdout, stderr } = run(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(want);
  });
});

test.each<[string, readonly string[]]>([
  ['as a command', ['help']],
  ['as an option', ['--help']],
  ['in short', ['-h']],
  ['behind a command', ['diagnose', '--text', '--help']],
])('help, %s: says how it is used, status 0', (_name, words) => {
  const { status, stdout, stderr } = run(words);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: whydenied COMMAND/);
});

test('findings rest on AWS’s data', () => {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObjects', Resource: '*' }] };
  const { answer: found } = answer('validate', { policyType: 'identity', text: document });
  expect(found).toMatchObject({ valid: false, findings: [{ check: 'INVALID_ACTION' }] });
});

test('the verdict rests on AWS’s data, and says of which day it is', () => {
  const request = { ...REQUEST, action: 'ec2:DescribeInstances', resource: '*' };
  const { stdout, stderr } = run(['diagnose'], JSON.stringify(diagnosis({ request })));
  expect(stdout).toMatch(/AWS’s data of \d{1,2} [A-Z][a-z]+ 20\d\d names no resource/);
  expect(stderr).toBe('');
});

describe('a diagnosis named on the command line', () => {
  test('policies and a request, in JSON and for people', () => {
    const own = join(folder, 'own.json');
    const guard = join(folder, 'guard.json');
    writeFileSync(own, JSON.stringify(allow));
    writeFileSync(guard, '{\n  "Statement": [\n    { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }\n  ]\n}');
    const words = [
      'diagnose',
      '--request',
      Object.values(REQUEST).join(' '),
      '--policy',
      `identity=${own}`,
      `--policy=scp:Root=${guard}`,
    ];
    expect(ask(words, '')).toMatchObject({
      status: 1,
      answer: { decision: 'explicitDeny', deniedBy: ['scp'], statements: [{ policy: 'guard', attachedTo: 'Root' }] },
    });
    const { status, stdout } = run([...words, '--text']);
    expect(status).toBe(1);
    expect(stdout).toContain('✗ Denied by statement 1 of `guard` (SCP)');
    expect(stdout).toContain('"Effect": "Deny"');
  });

  test('a message fills the request', () => {
    const file = join(folder, 'error.txt');
    writeFileSync(file, MESSAGE);
    expect(ask(['diagnose', '--evidence', file], '').answer).toMatchObject({
      headline: 'AWS says that no identity-based policy allows this',
      agreement: { fetch: { type: 'identity' } },
    });
  });
});
