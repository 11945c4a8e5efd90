import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandFacts, commandsFor } from '@/lib/guidance/commands';
import { POLICY_TYPES } from '@/lib/iam/policy-type';

const KINDS = [...POLICY_TYPES, 'source', 'message'] as const;
const ROLE: CommandFacts = {
  principal: 'arn:aws:sts::111122223333:assumed-role/dev/kim',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::inbox/a.txt',
};

function texts(kind: (typeof KINDS)[number], facts: CommandFacts): readonly string[] {
  return commandsFor(kind, facts).map((command) => command.text);
}

describe('commands name the user’s own caller and resource', () => {
  test.each([
    ['identity', ROLE, 'aws iam list-attached-role-policies --role-name=dev'],
    [
      'identity',
      { principal: 'arn:aws:iam::111122223333:user/ops/kim' },
      'aws iam list-attached-user-policies --user-name=kim',
    ],
    [
      'boundary',
      { principal: 'arn:aws:iam::111122223333:user/kim' },
      'aws iam get-user --user-name=kim --query=User.PermissionsBoundary.PermissionsBoundaryArn --output text',
    ],
    ['resource', ROLE, 'aws s3api get-bucket-policy --bucket=inbox --query Policy --output text'],
    [
      'resource',
      { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/desk/clerk' },
      'aws iam get-role --role-name=clerk --query Role.AssumeRolePolicyDocument',
    ],
    [
      'resource',
      { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      'aws kms list-grants --key-id=arn:aws:kms:eu-west-1:111122223333:key/1',
    ],
    [
      'scp',
      { principal: 'arn:aws:iam::111122223333:user/kim' },
      'aws organizations list-policies-for-target --target-id=111122223333 --filter=SERVICE_CONTROL_POLICY',
    ],
    [
      'scp',
      { policyArn: 'arn:aws:organizations::444455556666:policy/o-1/service_control_policy/p-abc' },
      'aws organizations describe-policy --policy-id=p-abc --query Policy.Content --output text',
    ],
    [
      'message',
      { encodedMessage: true },
      'aws sts decode-authorization-message --encoded-message=ENCODED_MESSAGE --query DecodedMessage --output text',
    ],
  ] as const)('%s', (kind, facts, text) => expect(texts(kind, facts)).toContain(text));

  test('what is not known stands in capitals', () => {
    expect(texts('identity', {})).toContain('aws iam list-attached-role-policies --role-name=NAME');
  });
});

// Names that would do harm if a shell read them as more than a text.
const HOSTILE = [
  '$(touch hacked)',
  '`touch hacked`',
  "it's",
  'a"b',
  'a;b',
  '-rf',
  '--profile=x',
  '$HOME',
  'a b',
  '*',
  '~',
  'é漢',
  'a\\b',
  '!!',
  '#x',
  '&& x',
  '| x',
  '> x',
];

describe('a shell passes on every name byte for byte', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
    const fake = join(folder, 'aws');
    writeFileSync(fake, '#!/bin/sh\nfor argument in "$@"; do printf "%s\\0" "$argument" >> "$ARGUMENTS"; done\n');
    chmodSync(fake, 0o755);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(text: string): readonly string[] {
    const log = join(folder, 'arguments');
    rmSync(log, { force: true });
    const PATH = `${folder}${delimiter}${process.env.PATH ?? ''}`;
    execFileSync('bash', ['-c', text], { cwd: folder, env: { ...process.env, PATH, ARGUMENTS: log } });
    return readFileSync(log, 'utf8').split('\0');
  }

  test.runIf(process.platform !== 'win32').each(HOSTILE)('%s', (name) => {
    const facts: CommandFacts = {
      principal: `arn:aws:iam::111122223333:user/${name}`,
      action: `s3:${name}`,
      resource: `arn:aws:s3:::${name}/key`,
      policyArn: `arn:aws:iam::111122223333:policy/${name}`,
    };
    const [managed] = texts('identity', facts).filter((text) => text.startsWith('aws iam list-user-policies'));
    expect(run(managed ?? '')).toContain(`--user-name=${name}`);
    const [bucket] = texts('resource', facts);
    expect(run(bucket ?? '')).toContain(`--bucket=${name}`);
    const [named] = texts('identity', facts);
    expect(run(named ?? '')).toContain(`--policy-arn=${facts.policyArn ?? ''}`);
    expect(() => readFileSync(join(folder, 'hacked'))).toThrow();
  });

  test.each(['a\nb', 'a\u202eb', 'a\u0000b', 'a\u2028b', 'a\u001b[31m'])(
    'a name with control characters is not offered: %j',
    (name) => {
      const facts = {
        principal: `arn:aws:iam::111122223333:user/${name}`,
        resource: `arn:aws:s3:::${name}`,
        action: 's3:GetObject',
      };
      for (const kind of KINDS) for (const text of texts(kind, facts)) expect(text).not.toContain(name);
    },
  );
});
