import { describe, expect, test } from 'vitest';
import { checkAddress, readCheckAddress } from './check-address';

describe('a check goes through its address', () => {
  test.each([
    ['s3:GetObject', 'arn:aws:s3:::BucketName/ObjectName'],
    ['ec2:DescribeInstances', '*'],
    ['s3:GetObject', 'arn:aws:s3:::a b/ü#?&=%25"'],
  ])('%s on %s', (action, resource) => {
    const read = readCheckAddress(checkAddress(action, resource).split('/check/')[1] ?? '');
    expect(read).toMatchObject({ type: 'identity', action, resource });
    expect(JSON.parse(read?.text ?? '')).toMatchObject({ Statement: [{ Action: action, Resource: resource }] });
  });
});

test.each(['', '#', '#w=AQAB', '#resource=x', '#action=', `#${'&'.repeat(100_000)}`])('%# says nothing', (hash) =>
  expect(readCheckAddress(hash)).toBeUndefined(),
);
