import { expect, test } from 'vitest';
import { append, lookUp } from '@/lib/text/table';

test.each([
  ['s3', 'bucket'],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['toString', undefined],
  ['', undefined],
])('the entry under %j is %j', (name, want) => {
  expect(lookUp({ s3: 'bucket' }, name)).toBe(want);
});

test('any number of items can be added to a list', () => {
  const list = [0];
  append(list, new Array<number>(500_000).fill(1));
  expect(list).toHaveLength(500_001);
});
