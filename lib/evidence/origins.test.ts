import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { messageCases, textOf, wrapped } from '@/lib/testing/message-cases';

// A report's own text, read alone, makes the same report: so can one of several be taken for itself.

function expectSameAlone(text: string): void {
  const { reports, origins = [] } = readEvidence(text);
  expect(origins).toHaveLength(reports.length);
  expect(origins.map((origin) => readEvidence(origin.text).reports)).toEqual(reports.map((report) => [report]));
}

describe.each(['messages.jsonc', 'sentences.jsonc', 'no-denials.jsonc'])('%s', (file) => {
  test.each(messageCases(file).map((one) => [one.name ?? textOf(one), textOf(one)] as const))('%s', (_, text) => {
    expectSameAlone(text);
  });
});

const OTHER =
  'User: arn:aws:iam::111122223333:user/zoe is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because no identity-based policy allows the sqs:SendMessage action';

test.each(messageCases('wrappers.jsonc').map((wrapper) => [wrapper.name ?? textOf(wrapper), wrapper] as const))(
  'between others: %s',
  (_, wrapper) => {
    const message =
      'User: arn:aws:iam::111122223333:user/kim is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::shop/a.csv" with an explicit deny in a service control policy';
    expectSameAlone(wrapped(wrapper, message));
  },
);

const EVENT = {
  eventVersion: '1.10',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/kim', accountId: '111122223333' },
  eventTime: '2026-11-20T09:30:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestParameters: { bucketName: 'shop', key: 'a.csv' },
};
const SECOND = { ...EVENT, eventName: 'PutObject', sourceIPAddress: '198.51.100.7' };

const SEVERAL: readonly (readonly [string, string])[] = [
  ['two messages, a line each', `${OTHER}\n${OTHER.replace('zoe', 'kim')}`],
  ['a file of events', JSON.stringify({ Records: [EVENT, SECOND] }, null, 2)],
  [
    'lookup-events, with events in strings',
    JSON.stringify({ Events: [EVENT, SECOND].map((event) => ({ CloudTrailEvent: JSON.stringify(event) })) }),
  ],
  [
    'a table with a cell in quotes',
    `eventname,eventsource,errorcode,errormessage,useridentity.arn\nGetObject,s3.amazonaws.com,AccessDenied,"Access, ""Denied""",arn:aws:iam::111122223333:user/kim\nPutObject,s3.amazonaws.com,AccessDenied,Access Denied,arn:aws:iam::111122223333:user/zoe`,
  ],
  ['a message and an event', `${OTHER}\n\n${JSON.stringify(EVENT)}`],
];

test.each(SEVERAL)('%s', (_, text) => {
  expect(readEvidence(text).reports).toHaveLength(2);
  expectSameAlone(text);
});

test('a message that is said three times is one', () => {
  expect(readEvidence(`${OTHER}\n\n${OTHER}\n\n${OTHER}`).origins).toMatchObject([{ form: 'message', times: 3 }]);
});
