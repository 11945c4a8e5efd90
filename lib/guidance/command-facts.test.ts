import { expect, test } from 'vitest';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { commandFacts } from '@/lib/guidance/command-facts';
import { smallDocument, USER } from '@/lib/testing/small-diagnosis';

const BUCKET = 'arn:aws:s3:::shop/cat.png';
const ROLE = 'arn:aws:iam::444455556666:role/dev';

test.each([
  ['an account that is assumed', { resource: BUCKET }, { resourceAccount: '111122223333', isAccountAssumed: true }],
  [
    'an account that is stated',
    { resource: BUCKET, resourceAccount: '444455556666' },
    { resourceAccount: '444455556666', isAccountAssumed: false },
  ],
  [
    'an account of the ARN',
    { action: 'sts:AssumeRole', resource: ROLE },
    { resourceAccount: '444455556666', isAccountAssumed: false },
  ],
])('the commands know %s', (_name, request, known) => {
  const document = smallDocument({ request });
  expect(commandFacts(document, diagnose(document))).toEqual({
    principal: USER,
    action: 's3:GetObject',
    ...('action' in request && { action: request.action }),
    resource: request.resource,
    ...known,
  });
});

test('of an empty document they know nothing', () => {
  const document = { whydenied: 1 } as const;
  expect(commandFacts(document, diagnose(document))).toEqual({});
});
