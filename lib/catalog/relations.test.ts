import { describe, expect, test } from 'vitest';
import type { Action } from '@/lib/catalog/catalog';
import {
  actionsOnType,
  actionsWithKey,
  grantingPolicy,
  keysOfAction,
  sampleArn,
  sampleResources,
} from '@/lib/catalog/relations';
import { fullCatalog } from '@/lib/testing/full-catalog';

const catalog = fullCatalog();

function actionNamed(name: string): Action {
  const action = catalog.action(name);
  if (action === undefined) throw new Error(`No action ${name}.`);
  return action;
}

const fullNames = (actions: readonly Action[]) => actions.map(({ service, name }) => `${service}:${name}`);

test('actions on a type', () => {
  const type = catalog.service('s3')?.resourceTypes.find(({ name }) => name === 'bucket');
  const names = type ? fullNames(actionsOnType(catalog, type)) : [];
  expect(names).toContain('s3:ListBucket');
  expect(names).not.toContain('s3:GetObject');
});

describe('actions that carry a key', () => {
  test.each([
    ['s3:prefix', 's3:ListBucket', 's3:GetObject'],
    ['iam:PassedToService', 'iam:PassRole', 'iam:GetRole'],
    ['kms:EncryptionContext:app', 'kms:Decrypt', 'kms:ListKeys'],
  ])('%s', (name, yes, no) => {
    const key = catalog.key(name);
    const names = key ? fullNames(actionsWithKey(catalog, key)) : [];
    expect(names).toContain(yes);
    expect(names).not.toContain(no);
  });
});

test('keys of an action: each once', () => {
  const names = keysOfAction(actionNamed('s3:PutObject')).map(({ name }) => name);
  expect(names).toContain('s3:x-amz-server-side-encryption');
  expect(new Set(names).size).toBe(names.length);
});

describe('resources that a statement names', () => {
  test.each([
    ['s3:GetObject', ['arn:aws:s3:::BucketName/ObjectName']],
    ['ec2:DescribeInstances', ['*']],
    ['sqs:SendMessage', ['arn:aws:sqs:us-east-1:111122223333:QueueName']],
  ])('%s', (name, want) => expect(sampleResources(actionNamed(name))).toEqual(want));

  test('every type that a request always names', () => {
    expect(sampleResources(actionNamed('ec2:RunInstances')).length).toBeGreaterThan(3);
  });

  test('no variable is left in any ARN', () => {
    const arns = catalog.prefixes.flatMap((prefix) => catalog.service(prefix)?.resourceTypes.map(sampleArn) ?? []);
    expect(arns.length).toBeGreaterThan(2000);
    expect(arns.filter((arn) => arn.includes('${') || !arn.startsWith('arn:'))).toEqual([]);
  });
});

test('a granting policy names what it must and nothing else', () => {
  for (const name of ['s3:GetObject', 'ec2:DescribeInstances', 'ec2:RunInstances']) {
    const resources = sampleResources(actionNamed(name));
    const Resource = resources.length === 1 ? resources[0] : resources;
    expect(JSON.parse(grantingPolicy(name, resources))).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: name, Resource }],
    });
  }
});
