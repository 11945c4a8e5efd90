import { expect, test } from 'vitest';
import { EMPTY_DOCUMENT, setEvidence } from '@/lib/diagnosis/edit';
import { mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import { mergePolicies } from '@/lib/diagnosis/merge-policies';
import { type PasteReport, pasteReport } from '@/lib/diagnosis/paste-report';
import { readEvidence } from '@/lib/evidence/read';

const MESSAGE =
  'User: arn:aws:iam::111122223333:user/kim is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs';
const EVENT = JSON.stringify({
  eventVersion: '1.10',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/kim', accountId: '111122223333' },
  eventTime: '2026-11-20T09:30:00Z',
  eventSource: 'sqs.amazonaws.com',
  eventName: 'SendMessage',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  errorCode: 'AccessDenied',
});
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});

function reported(text: string): PasteReport {
  const evidence = readEvidence(text);
  const filled = mergeEvidence(setEvidence(EMPTY_DOCUMENT, 0, text), readEvidence, 0);
  return pasteReport(EMPTY_DOCUMENT, mergePolicies(filled, evidence, 'identity').value, evidence);
}

const many = Array.from({ length: 8 }, (_, place) => POLICY.replace('s3:*', `s3:Get${place}`)).join('\n');

const CASES: readonly (readonly [string, string, PasteReport])[] = [
  ['a message', MESSAGE, { read: 'an error message.', filled: 'the caller, the action and the resource.' }],
  [
    'two messages',
    `${MESSAGE}\n\n${MESSAGE.replace('kim', 'zoe')}`,
    { read: '2 error messages.', filled: 'the caller, the action and the resource.' },
  ],
  [
    'a message and a policy',
    `${MESSAGE}\n\n${POLICY}`,
    {
      read: 'an error message and a policy.',
      filled: 'the caller, the action and the resource.',
      added: '`Policy` (identity-based policy).',
    },
  ],
  [
    'that there is no bucket policy',
    'An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist',
    { read: 'an error message and that there is no resource-based policy.' },
  ],
  [
    'the output of the script, cut before it tells anything',
    '{"whydenied":"collect/1","parts":"boundary identity","request":{},"calls":[',
    { read: 'the script’s output.' },
  ],
  ['nothing', 'Good morning', { read: 'nothing that WhyDenied knows.' }],
  [
    'who called',
    '{"UserId":"AIDAEXAMPLE","Account":"111122223333","Arn":"arn:aws:iam::111122223333:user/kim"}',
    { read: 'who the caller is.', filled: 'the caller.' },
  ],
];

test.each(CASES)('%s', (_, text, want) => {
  expect(reported(text)).toEqual(want);
});

test('an event brings keys', () => {
  const { read, filled } = reported(EVENT);
  expect(read).toBe('an event.');
  expect(filled).toMatch(/ and \d+ condition keys\.$/);
});

test('many policies are counted', () => {
  expect(reported(many).added).toMatch(
    /^(?:`Policy[ \d]*` \(identity-based policy\), ){4}`Policy 5` \(identity-based policy\) and 3 more\.$/,
  );
});
