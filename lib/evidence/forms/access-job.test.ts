import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';

const ID = '2b3c4d5e-aaaa-bbbb-cccc-1234567890ab';
const COMMAND = `$ aws iam get-service-last-accessed-details --job-id ${ID}\n`;
const RUNNING = { JobStatus: 'IN_PROGRESS', JobType: 'SERVICE_LEVEL', JobCreationDate: '2026-11-20T09:30:00Z' };
const PART = {
  ...RUNNING,
  JobStatus: 'COMPLETED',
  ServicesLastAccessed: [{ ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 }],
};

const UNFINISHED: readonly (readonly [string, string, string])[] = [
  ['started', JSON.stringify({ JobId: ID }), `\`aws iam get-service-last-accessed-details --job-id=${ID}\``],
  ['in progress, with its command', COMMAND + JSON.stringify(RUNNING), `--job-id=${ID}\` again`],
  ['in progress, alone', JSON.stringify(RUNNING), '--job-id=JOB_ID` again'],
  [
    'failed',
    JSON.stringify({ ...RUNNING, JobStatus: 'FAILED', Error: { Message: 'No such entity', Code: 'NoSuchEntity' } }),
    'AWS says: `No such entity`',
  ],
  [
    'a part',
    COMMAND + JSON.stringify({ ...PART, IsTruncated: true, Marker: 'ab$c' }),
    `--job-id=${ID} --marker='ab$c'\` prints the next part`,
  ],
];

test.each(UNFINISHED)('a report that is %s says what to do next', (_, text, want) => {
  const { kind, problems } = readEvidence(text);
  expect(kind).toBe('lastAccessed');
  expect(problems.map(({ code }) => code)).toEqual(['last-accessed-job']);
  expect(problems[0]?.message).toContain(want);
});

test('a whole report says nothing besides', () => {
  const { kind, problems, lastAccessed } = readEvidence(JSON.stringify({ ...PART, IsTruncated: false }));
  expect(kind).toBe('lastAccessed');
  expect(lastAccessed).toHaveLength(1);
  expect(problems).toEqual([]);
});

describe('jobs of other kinds are none of IAM’s', () => {
  test.each([{ JobId: 'x' }, { JobId: ID, Status: 'RUNNING' }, { JobStatus: 'IN_PROGRESS' }, { jobId: ID }])(
    '%o',
    (answer) => {
      expect(readEvidence(JSON.stringify(answer)).kind).toBe('unknown');
    },
  );

  test('behind another command', () => {
    expect(readEvidence(`aws transcribe get-job --job-id ${ID}\n${JSON.stringify(RUNNING)}`).kind).toBe('unknown');
  });
});
