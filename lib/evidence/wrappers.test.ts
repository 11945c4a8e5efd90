import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { unwrap } from '@/lib/evidence/wrappers';

const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';
const CORE = `User: ${KIM} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`;

// What tools print and what happens to it on its way is tried in `cases.test.ts`.
describe('what is left of a text without its clothing', () => {
  test.each<readonly [string, string, string]>([
    ['colours inside words', 'is \u001b[1mnot\u001b[0m authorized', 'is not authorized'],
    ['Markdown emphasis inside a name', 'role/**dev**/kim', 'role/dev/kim'],
    ['Markdown’s escapes', 'role/my\\_role', 'role/my_role'],
    ['tags inside a sentence', 'is <b>not</b> authorized', 'is  not  authorized'],
    ['AWS’s own XML is no clothing', '<Code>AccessDenied</Code>', '<Code>AccessDenied</Code>'],
    ['entities by number', '&#34;a&#x22;', '"a"'],
    ['Unicode escapes', 'arn\\u003aaws', 'arn:aws'],
    ['a star that is a resource', 'on resource:\n* because no', 'on resource:\n* because no'],
    ['a word per line behind marks', ' * a\n * b', 'a\nb'],
    [
      'words that a terminal broke',
      `${'x'.repeat(40)} is not autho\nrized to`,
      `${'x'.repeat(40)} is not authorized to`,
    ],
  ])('%s', (_name, text, plain) => expect(unwrap(text)).toBe(plain));
});

test('several messages are several reports, each with its own code and operation', () => {
  const other = `An error occurred (AccessDenied) when calling the GetObject operation: Access Denied`;
  const text = `${other}\nAn error occurred (AccessDeniedException) when calling the PutItem operation: ${CORE}\nAn error occurred (ThrottlingException) when calling the Query operation: Rate exceeded`;
  expect(readEvidence(text).reports).toMatchObject([
    { isAccessDenied: true, operation: 'GetObject', code: 'AccessDenied', impliedAction: 's3:GetObject' },
    { isAccessDenied: true, operation: 'PutItem', code: 'AccessDeniedException', action: 'dynamodb:PutItem' },
    { isAccessDenied: false, operation: 'Query', notIam: 'quota' },
  ]);
});
