import { describe, expect, test } from 'vitest';
import { expandWildcard } from '@/lib/language/expand';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { languageContext } from '@/lib/testing/language-contexts';
import { applyEdits } from '@/lib/text/edit';

/** The text after listing what the pattern at `‸` covers. */
function check(marked: string): string | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const edit = expandWildcard(text, offset, languageContext('identity'))?.edit;
  return edit && applyEdits(text, [edit]);
}

const statement = (inner: string) => `{ "Statement": [{ ${inner} }] }`;

describe('a pattern gives way to the actions it covers', () => {
  test.each([
    [
      'in a list',
      statement('"Action": ["s3:GetObj‸*", "sqs:*"]'),
      statement('"Action": ["s3:GetObject", "s3:GetObjectTagging", "sqs:*"]'),
    ],
    [
      'alone',
      statement('"Action": "s3:GetObj‸*"'),
      statement('"Action": [\n  "s3:GetObject",\n  "s3:GetObjectTagging"\n]'),
    ],
    ['alone, covering one', statement('"NotAction": "s3:?etBucket‸*"'), statement('"NotAction": "s3:GetBucketPolicy"')],
    [
      'on lines',
      '{\n  "Statement": {\n    "Action": [\n      "sqs:‸*"\n    ]\n  }\n}',
      '{\n  "Statement": {\n    "Action": [\n      "sqs:ListQueues",\n      "sqs:ReceiveMessage",\n      "sqs:SendMessage"\n    ]\n  }\n}',
    ],
    [
      'without those that are listed',
      statement('"Action": ["S3:GetObject", "s3:GetObj‸*"]'),
      statement('"Action": ["S3:GetObject", "s3:GetObjectTagging"]'),
    ],
    ['not where all are listed', statement('"Action": ["s3:GetBucketPolicy", "s3:GetB‸*"]'), undefined],
    ['not for every service', statement('"Action": "‸*"'), undefined],
    ['not for several services', statement('"Action": "s‸*:Get*"'), undefined],
    ['not for a service without details', statement('"Action": "a4b:‸*"'), undefined],
    ['not for an action', statement('"Action": "s3:Get‸Object"'), undefined],
    ['not for a pattern of nothing', statement('"Action": "s3:Foo‸*"'), undefined],
    ['not for a resource', statement('"Resource": "arn:aws:s3:::‸*"'), undefined],
    ['not for a word', statement('"Action": s3:‸*'), undefined],
    ['not for nothing', '‸', undefined],
  ])('%s', (_name, marked, want) => expect(check(marked)).toBe(want));
});

test('how many there are of every access level', () => {
  const text = statement('"Action": "s3:*"');
  const found = expandWildcard(text, text.indexOf('s3:*'), languageContext('identity'));
  expect(found?.levels).toEqual([
    { level: 'List', count: 2 },
    { level: 'Read', count: 3 },
    { level: 'Write', count: 2 },
    { level: 'Tagging', count: 1 },
    { level: 'Permissions management', count: 1 },
  ]);
});

test('a list that no policy could hold is not offered, but counted', () => {
  const text = statement('"Action": "ec2:*"');
  const found = expandWildcard(text, text.indexOf('ec2:*'), { type: 'identity', catalog: fullCatalog() });
  expect(found?.actions.length).toBeGreaterThan(500);
  expect(found?.edit).toBeUndefined();
});
