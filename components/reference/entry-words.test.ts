import { expect, test } from 'vitest';
import { entryNote } from './entry-words';

test('resource types of one name and ARN are told apart by their service', () => {
  const noteIn = (service: string) =>
    entryNote({
      kind: 'resourceType',
      type: { service, name: 'bucket', arn: 'arn:aws:s3:::bucket', keys: [] },
    });
  expect([noteIn('s3'), noteIn('s3-object-lambda')]).toEqual([
    's3 · arn:aws:s3:::bucket',
    's3-object-lambda · arn:aws:s3:::bucket',
  ]);
});
