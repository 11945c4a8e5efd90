import { describe, expect, test } from 'vitest';
import { isAccountId, parseArn, printArn, splitArn } from '@/lib/iam/arn';

describe('an ARN has six parts, the last one keeps its colons', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['arn:aws:s3:::shop/cat.png', ['aws', 's3', '', '', 'shop/cat.png']],
    [
      'arn:aws:logs:eu-west-1:111122223333:log-group:a:*',
      ['aws', 'logs', 'eu-west-1', '111122223333', 'log-group:a:*'],
    ],
    ['arn:aws-us-gov:iam::111122223333:user/x', ['aws-us-gov', 'iam', '', '111122223333', 'user/x']],
    ['arn:aws-cn:iam::aws:policy/X', ['aws-cn', 'iam', '', 'aws', 'policy/X']],
    ['arn:aws:s3:::', undefined],
    ['arn:aws:s3::', undefined],
    ['arn:other:s3:::b', undefined],
    ['ARN:aws:s3:::b', undefined],
    [' arn:aws:s3:::b', undefined],
    ['*', undefined],
    ['', undefined],
  ])('%j', (text, want) => {
    const arn = parseArn(text);
    expect(arn && [arn.partition, arn.service, arn.region, arn.account, arn.resource]).toEqual(want);
    if (arn) expect(printArn(arn)).toBe(text);
  });
});

test('splitting counts five colons at most', () => {
  expect(splitArn('a:b:c:d:e:f:g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f:g']);
  expect(splitArn('a:b')).toEqual(['a', 'b']);
});

test.each([
  ['111122223333', true],
  ['11112222333', false],
  ['1111222233334', false],
  ['aws', false],
  ['１１１１２２２２３３３３', false],
])('%s is an account ID: %s', (text, want) => {
  expect(isAccountId(text)).toBe(want);
});
