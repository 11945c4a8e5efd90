import { expect, test } from 'vitest';
import { usageOf } from '@/lib/diagnosis/usage';

const REPORT = JSON.stringify({
  JobStatus: 'COMPLETED',
  ServicesLastAccessed: [
    {
      ServiceName: 'Amazon S3',
      ServiceNamespace: 's3',
      LastAuthenticated: '2026-02-03T10:00:00+00:00',
      TotalAuthenticatedEntities: 1,
      TrackedActionsLastAccessed: [
        { ActionName: 'CreateBucket', LastAccessedTime: '2026-02-03T10:00:00+00:00' },
        { ActionName: 'DeleteBucket' },
      ],
    },
    { ServiceName: 'Amazon SQS', ServiceNamespace: 'sqs', TotalAuthenticatedEntities: 0 },
  ],
});

const statements = (...list: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: list.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })) });

test('the services, each with its day or without', () => {
  expect(usageOf({ whydenied: 1, evidence: REPORT })).toEqual({
    services: [
      {
        service: 's3',
        name: 'Amazon S3',
        lastUsed: '2026-02-03',
        actions: [{ action: 's3:CreateBucket', lastUsed: '2026-02-03' }, { action: 's3:DeleteBucket' }],
      },
      { service: 'sqs', name: 'Amazon SQS', actions: [] },
    ],
    unused: [],
  });
});

test('nothing without a report', () => {
  expect(usageOf({ whydenied: 1, evidence: 'Access Denied' })).toBeUndefined();
});

test.each<readonly [string, object, boolean]>([
  ['a service that was not used', { Action: 'sqs:*' }, true],
  ['one that was used', { Action: 's3:*' }, false],
  ['an action that was not used', { Action: 'S3:deletebucket' }, true],
  ['an action that was used', { Action: 's3:CreateBucket' }, false],
  ['an action that is not tracked', { Action: 's3:GetObject' }, false],
  ['one of two that was used', { Action: ['sqs:SendMessage', 's3:CreateBucket'] }, false],
  ['a service that is not in the report', { Action: 'sns:Publish' }, false],
  ['every action', { Action: '*' }, false],
  ['all but some', { NotAction: 's3:*' }, false],
  ['a Deny', { Effect: 'Deny', Action: 'sqs:*' }, false],
])('%s', (_name, statement, want) => {
  const document = {
    whydenied: 1 as const,
    evidence: REPORT,
    policies: [{ type: 'identity' as const, name: 'P', document: statements({ Sid: 'First', ...statement }) }],
  };
  expect(usageOf(document)?.unused).toEqual(want ? [{ policyIndex: 0, policy: 'P', index: 0, sid: 'First' }] : []);
});

test('only identity-based policies grant what the report is about', () => {
  const policies = [{ type: 'boundary' as const, document: statements({ Action: 'sqs:*' }) }];
  expect(usageOf({ whydenied: 1, evidence: REPORT, policies })?.unused).toEqual([]);
});
