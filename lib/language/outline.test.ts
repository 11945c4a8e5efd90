import { expect, test } from 'vitest';
import { outline } from '@/lib/language/outline';

test.each<[string, string, readonly string[]]>([
  [
    'a Sid, or its place',
    '{ "Statement": [{ "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject" }, { "Effect": "Deny", "Action": ["s3:*", "sqs:*"] }] }',
    ['Read: Allow `s3:GetObject`', 'Statement 2: Deny `s3:*`, `sqs:*`'],
  ],
  [
    'many actions by their services',
    '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "S3:List*", "sqs:*"] }] }',
    ['Statement 1: Allow `s3`, `sqs`'],
  ],
  [
    'many services',
    '{ "Statement": [{ "Effect": "Allow", "NotAction": ["a:*", "b:*", "c:*", "d:*", "*"] }] }',
    ['Statement 1: Allow all but `a`, `b`, `c` and 2 more'],
  ],
  [
    'a single statement without a list',
    '{ "Statement": { "Effect": "Deny", "Action": "*" } }',
    ['Statement 1: Deny `*`'],
  ],
  ['half typed', '{ "Statement": [ { "Effect": "Allow", "Action": "s3:Get', ['Statement 1: Allow `s3:Get`']],
  [
    'nothing yet',
    '{ "Statement": [ {}, 1, { "Sid": " ", "Effect": "x" } ] }',
    ['Statement 1: No effect yet: nothing yet', 'Statement 3: No effect yet: nothing yet'],
  ],
  [
    'within the answer of a command',
    '{ "a": 1, "Policy": { "Statement": [{ "Effect": "Deny", "Action": "*" }] } }',
    ['Statement 1: Deny `*`'],
  ],
  ['no policy', '{ "a": [] }', []],
  ['nothing', '', []],
])('%s', (_name, text, want) => {
  const items = outline(text);
  expect(items.map(({ title, detail }) => `${title}: ${detail}`)).toEqual(want);
  for (const { range } of items) expect(text.charAt(range.start)).toBe('{');
});

test('a name with invisible characters shows them', () => {
  expect(outline('{ "Statement": { "Sid": "a\u202eb" } }')[0]?.title).toBe('a\\u202eb');
});
