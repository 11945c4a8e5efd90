import { expect, test } from 'vitest';
import { nearestName } from '@/lib/text/nearest';

const NAMES = ['GetObject', 'PutObject', 'GetObjectAcl', 'ListBucket', 'DescribeInstances', 'sqs', 'sns'];

test.each([
  ['getobject', 'GetObject'],
  ['GetObjects', 'GetObject'],
  ['GetObejct', 'GetObject'],
  ['ListBuckets', 'ListBucket'],
  ['ListBukcet', 'ListBucket'],
  ['DescribeInstence', 'DescribeInstances'],
  ['BucketList', 'ListBucket'],
  ['sqz', 'sqs'],
  ['s', undefined],
  ['', undefined],
  ['xyz', undefined],
  ['Frobnicate', undefined],
  ['x'.repeat(10_000), undefined],
])('%s means %s', (written, meant) => expect(nearestName(written, NAMES)).toBe(meant));
