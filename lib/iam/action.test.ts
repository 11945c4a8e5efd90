import { describe, expect, test } from 'vitest';
import { actionMatches, isAction, servicePrefix } from '@/lib/iam/action';

describe('an action pattern ignores ASCII case, and only `*` and `?` are special (R117, R118)', () => {
  test.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:GetObjec?', 's3:GetObject', true],
    ['s3:Get', 's3:GetObject', false],
    ['s3:*', 's3:', true],
    ['s3:*', 's3express:CreateSession', false],
    ['s3*:Get*', 's3express:GetX', true],
    ['*', 's3:GetObject', true],
    ['**', 's3:GetObject', true],
    ['*:*', 's3:GetObject', true],
    ['*:GetObject', 's3:GetObject', true],
    ['s3*', 's3:GetObject', false],
    ['GetObject', 's3:GetObject', false],
    ['', 's3:GetObject', false],
    ['?', 's3:GetObject', false],
    ['s3:Get[A-Z]bject', 's3:GetObject', false],
    // Letters beyond ASCII keep their case.
    ['s3:GET\u212aEY', 's3:getkey', false],
  ])('%s on %s: %s', (pattern, action, want) => {
    expect(actionMatches(pattern, action)).toBe(want);
  });
});

test.each([
  ['S3:GetObject', 's3'],
  ['GetObject', ''],
  ['a:b:c', 'a'],
])('the service of %s is %j', (action, want) => {
  expect(servicePrefix(action)).toBe(want);
});

test.each([
  ['s3:GetObject', true],
  ['s3:*', true],
  ['s3', false],
  ['s3:Get Object', false],
])('%s is written as an action: %s', (text, want) => {
  expect(isAction(text)).toBe(want);
});
