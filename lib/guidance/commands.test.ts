import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandFacts, commandsFor } from '@/lib/guidance/commands';
import { POLICY_TYPES } from '@/lib/iam/policy-type';

const KINDS = [...POLICY_TYPES, 'source', 'message'] as const;
const NADIA = 'arn:aws:iam::111122223333:user/nadia';
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
      'aws kms list-grants --key-id=arn:aws:kms:eu-west-1:111122223333:key/1 --region=eu-west-1',
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
      { encodedMessage: '' },
      'aws sts decode-authorization-message --encoded-message=ENCODED_MESSAGE --query DecodedMessage --output text',
    ],
    [
      'message',
      { encodedMessage: '4kYh-_9' },
      'aws sts decode-authorization-message --encoded-message=4kYh-_9 --query DecodedMessage --output text',
    ],
    [
      'source',
      { principal: NADIA, action: 's3:ListBucket', operation: 'ListObjectsV2' },
      'aws cloudtrail lookup-events --lookup-attributes=AttributeKey=EventName,AttributeValue=ListObjectsV2 --max-results=20',
    ],
    ['source', {}, 'aws lambda get-function-configuration --function-name=FUNCTION --query Role --output text'],
    [
      'session',
      { principal: 'arn:aws:sts::111122223333:assumed-role/a,b=c/s' },
      `aws cloudtrail lookup-events --lookup-attributes='[{"AttributeKey":"ResourceName","AttributeValue":"a,b=c"}]' --max-results=20`,
    ],
    [
      'session',
      { principal: 'arn:aws:sts::111122223333:federated-user/vault' },
      'aws cloudtrail lookup-events --lookup-attributes=AttributeKey=EventName,AttributeValue=GetFederationToken --max-results=20',
    ],
    [
      'endpoint',
      { endpoint: 'vpce-1' },
      "aws ec2 describe-vpc-endpoints --vpc-endpoint-ids=vpce-1 --query='VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]' --output text",
    ],
    [
      'endpoint',
      { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
      "aws ec2 describe-vpc-endpoints --filters='Name=service-name,Values=com.amazonaws.eu-west-1.kms*' --query='VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]' --output text --region=eu-west-1",
    ],
    ['identity', { principal: NADIA }, 'aws iam get-group-policy --group-name=GROUP_NAME --policy-name=POLICY_NAME'],
    [
      'rcp',
      { resource: 'arn:aws:s3:::inbox', resourceAccount: '444455556666' },
      'aws organizations list-policies-for-target --target-id=444455556666 --filter=RESOURCE_CONTROL_POLICY',
    ],
  ] as const)('%s', (kind, facts, text) => expect(texts(kind, facts)).toContain(text));

  test.each([
    [
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      'aws sqs get-queue-attributes --queue-url=https://sqs.eu-west-1.amazonaws.com/111122223333/orders --attribute-names Policy --region=eu-west-1',
    ],
    [
      'arn:aws-cn:sqs:cn-north-1:111122223333:orders',
      'aws sqs get-queue-attributes --queue-url=https://sqs.cn-north-1.amazonaws.com.cn/111122223333/orders --attribute-names Policy --region=cn-north-1',
    ],
    [
      'arn:aws-iso:sqs:us-iso-east-1:111122223333:orders',
      'aws sqs get-queue-attributes --queue-url=QUEUE_URL --attribute-names Policy --region=us-iso-east-1',
    ],
    [
      'arn:aws:sns:eu-west-1:111122223333:alerts',
      'aws sns get-topic-attributes --topic-arn=arn:aws:sns:eu-west-1:111122223333:alerts --region=eu-west-1',
    ],
    [
      'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k',
      'aws s3control get-access-point-policy --account-id=111122223333 --name=ap --query Policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:kms:eu-west-1:111122223333:alias/app',
      'aws kms get-key-policy --key-id=KEY_ARN --policy-name=default --query Policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:lambda:eu-west-1:111122223333:function:fn',
      'aws lambda get-policy --function-name=arn:aws:lambda:eu-west-1:111122223333:function:fn --query Policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3',
      'aws secretsmanager get-resource-policy --secret-id=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3 --region=eu-west-1',
    ],
    [
      'arn:aws:ecr:eu-west-1:444455556666:repository/team/shop',
      'aws ecr get-repository-policy --repository-name=team/shop --registry-id=444455556666 --query policyText --output text --region=eu-west-1',
    ],
    [
      'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders/index/ByDate',
      'aws dynamodb get-resource-policy --resource-arn=arn:aws:dynamodb:eu-west-1:111122223333:table/Orders --region=eu-west-1',
    ],
    [
      'arn:aws:events:eu-west-1:111122223333:event-bus/shop',
      'aws events describe-event-bus --name=shop --query Policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:events:eu-west-1:111122223333:rule/nightly',
      'aws events describe-event-bus --name=default --query Policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:execute-api:eu-west-1:111122223333:a1b2/prod/GET/orders',
      'aws apigateway get-rest-api --rest-api-id=a1b2 --query policy --output text --region=eu-west-1',
    ],
    [
      'arn:aws:es:eu-west-1:111122223333:domain/logs/index',
      'aws opensearch describe-domain --domain-name=logs --query DomainStatus.AccessPolicies --output text --region=eu-west-1',
    ],
    [
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1',
      'aws efs describe-file-system-policy --file-system-id=fs-1 --region=eu-west-1',
    ],
    [
      'arn:aws:ecr:eu-west-1:444455556666:repository/*',
      'aws ecr get-repository-policy --repository-name=REPOSITORY --registry-id=444455556666 --query policyText --output text --region=eu-west-1',
    ],
  ])('%s', (resource, text) => expect(texts('resource', { resource })[0]).toBe(text));

  test('a resource without a policy of its own has no command, and neither has a caller without policies', () => {
    expect(texts('resource', { resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1' })).toEqual([]);
    expect(texts('resource', { resource: 'arn:aws:iam::111122223333:role/x', action: 'iam:PassRole' })).toEqual([]);
    expect(texts('resource', { action: 'constructor:x' })).toEqual([]);
    for (const principal of ['arn:aws:iam::111122223333:root', '*', 'lambda.amazonaws.com']) {
      expect([...texts('identity', { principal }), ...texts('boundary', { principal })]).toEqual([]);
    }
  });

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
    // Started by a program without a terminal, bash may read the person's own start-up file, which can change the PATH.
    execFileSync('bash', ['--norc', '-c', text], { cwd: folder, env: { ...process.env, PATH, ARGUMENTS: log } });
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
    // A pattern is no name of a bucket.
    expect(run(bucket ?? '')).toContain(name === '*' ? '--bucket=BUCKET' : `--bucket=${name}`);
    const [named] = texts('identity', facts);
    expect(run(named ?? '')).toContain(`--policy-arn=${facts.policyArn ?? ''}`);
    for (const kind of KINDS) for (const text of texts(kind, facts)) run(text);
    expect(() => readFileSync(join(folder, 'hacked'))).toThrow();
  });

  test.each(['a\nb', 'a\u202eb', 'a\u0000b', 'a\u2028b', 'a\u001b[31m', 'a\ud800b', 'a\u200bb'])(
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

  test('the AWS CLI is given no file to read in place of a name', () => {
    for (const name of ['file:///etc/passwd', 'fileb://key', 'FILE://x']) {
      const facts = { encodedMessage: name, endpoint: name, policyArn: 'arn:aws:iam::111122223333:policy/x' };
      expect([...texts('message', facts), ...texts('endpoint', facts)]).toEqual([]);
    }
  });
});
