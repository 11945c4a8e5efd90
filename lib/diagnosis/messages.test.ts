import { describe, expect, test } from 'vitest';
import { settledByHand } from '@/lib/diagnosis/conflicts';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { EMPTY_DOCUMENT, evidenceParts, setEvidence } from '@/lib/diagnosis/edit';
import { setRequestField } from '@/lib/diagnosis/edit-request';
import { chooseMessage, mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import { listMessages, MOST_MESSAGES, messageLister } from '@/lib/diagnosis/messages';
import { openDocument } from '@/lib/diagnosis/open';
import { evidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { exportText } from '@/lib/diagnosis/tidy';

const read = evidenceReader();

const GET = said('kim', 's3:GetObject', '"arn:aws:s3:::shop/a.csv"');
const SEND = said('zoe', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs');
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

function said(user: string, action: string, resource: string): string {
  return `User: arn:aws:iam::111122223333:user/${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}

function event(name: string, address = '203.0.113.9', time = '2026-11-20T09:30:00Z'): object {
  return {
    eventVersion: '1.10',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/kim', accountId: '111122223333' },
    eventTime: time,
    eventSource: 's3.amazonaws.com',
    eventName: name,
    awsRegion: 'eu-west-1',
    sourceIPAddress: address,
    errorCode: 'AccessDenied',
    errorMessage: 'Access Denied',
    requestParameters: { bucketName: 'shop', key: 'a.csv' },
  };
}

function pasted(...texts: readonly string[]): DiagnosisDocument {
  return texts.reduce<DiagnosisDocument>(
    (growing, text, place) => mergeEvidence(setEvidence(growing, place, text), read, place),
    EMPTY_DOCUMENT,
  );
}

/** The list as a person reads it: what, how often, and a star before the chosen one. */
function listed(document: DiagnosisDocument): readonly string[] {
  return listMessages(document, read).map(({ report, times, isChosen }) => {
    const what = report.isAccessDenied ? (report.action ?? report.impliedAction) : report.notIam;
    return `${isChosen ? '* ' : ''}${what}${times > 1 ? ` ${times}×` : ''}`;
  });
}

const LISTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['nothing', ['Hello'], []],
  ['one message', [GET], ['* s3:GetObject']],
  ['two in one text', [`${GET}\n\n${SEND}`], ['* s3:GetObject', 'sqs:SendMessage']],
  ['two texts', [GET, SEND], ['* s3:GetObject', 'sqs:SendMessage']],
  ['the same twice', [`${GET}\n\n${SEND}\n\n${GET}`], ['* s3:GetObject 2×', 'sqs:SendMessage']],
  [
    'what is no denial is listed, and not chosen',
    [`${EXPIRED}\nAn error occurred (AccessDenied) when calling the SendMessage operation: ${SEND}`],
    ['* sqs:SendMessage', 'expired-credentials'],
  ],
  [
    'events that differ in their time alone',
    [
      JSON.stringify({
        Records: [event('GetObject'), event('GetObject', '203.0.113.9', '2026-11-20T10:00:00Z'), event('PutObject')],
      }),
    ],
    ['* s3:GetObject 2×', 's3:PutObject'],
  ],
  [
    'events from two addresses',
    [JSON.stringify([event('GetObject'), event('GetObject', '198.51.100.7')])],
    ['* s3:GetObject', 's3:GetObject'],
  ],
  ['a message and its event', [GET, JSON.stringify(event('GetObject'))], ['* s3:GetObject']],
];

test.each(LISTS)('lists %s', (_, texts, want) => {
  expect(listed(pasted(...texts))).toEqual(want);
});

test('events that say the same are told apart by the keys in which they differ', () => {
  const events = pasted(JSON.stringify([event('GetObject'), event('GetObject', '198.51.100.7'), event('PutObject')]));
  expect(listMessages(events, read).map(({ apart }) => apart)).toEqual([['aws:SourceIp'], ['aws:SourceIp'], []]);
});

test('a list is remembered while the texts are the same, and made anew once they are not', () => {
  const list = messageLister(read);
  const document = pasted(`${GET}\n\n${SEND}`);
  expect(list({ ...document, title: 'Another' })).toBe(list(document));
  expect(list(setEvidence(document, 0, GET))).toHaveLength(1);
  expect(list(document)).toHaveLength(2);
});

test('a long log is listed up to a bound', () => {
  const events = Array.from({ length: MOST_MESSAGES + 20 }, (_, place) => event(`Get${place}`));
  const messages = listMessages(pasted(JSON.stringify({ Records: events })), read);
  expect(messages).toHaveLength(MOST_MESSAGES);
  expect(messages.filter(({ isChosen }) => isChosen)).toHaveLength(1);
});

describe('choosing', () => {
  const document = pasted(`${GET}\n\n${SEND}`);

  function choose(from: DiagnosisDocument, place: number): DiagnosisDocument {
    const message = listMessages(from, read)[place];
    if (message === undefined) throw new Error('no such message');
    return chooseMessage(from, message, read);
  }

  test('fills the request as if that message had been pasted', () => {
    const chosen = choose(document, 1);
    expect(chosen.request).toEqual(pasted(SEND).request);
    expect(listed(chosen)).toEqual(['s3:GetObject', '* sqs:SendMessage']);
    expect(diagnose(chosen).report?.action).toBe('sqs:SendMessage');
  });

  test('leaves the pasted text as it was', () => {
    expect(evidenceParts(choose(document, 1)).map(({ text }) => text)).toEqual([SEND, `${GET}\n\n${SEND}`]);
  });

  test('the first one again leaves no trace', () => {
    expect(choose(choose(document, 1), 0)).toEqual(document);
  });

  test('another one of three', () => {
    const three = pasted(
      `${GET}\n\n${SEND}\n\n${said('amy', 'sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:news')}`,
    );
    const third = choose(choose(three, 1), 2);
    expect(third.request?.action).toBe('sns:Publish');
    expect(evidenceParts(third)).toHaveLength(2);
    expect(listed(third)).toEqual(['s3:GetObject', 'sqs:SendMessage', '* sns:Publish']);
  });

  test('one of several events brings its keys', () => {
    const events = pasted(JSON.stringify([event('GetObject'), event('PutObject', '198.51.100.7')]));
    const chosen = choose(events, 1);
    expect(chosen.request).toMatchObject({ action: 's3:PutObject', context: { 'aws:SourceIp': '198.51.100.7' } });
  });

  test('in a later text, with what the first one states taken back', () => {
    const chosen = choose(pasted(GET, SEND), 1);
    expect(chosen.request).toEqual(pasted(SEND).request);
  });

  test('what was typed stays, and is told', () => {
    const typed = setRequestField(document, 'resource', 'arn:aws:s3:::shop/other');
    const chosen = choose(typed, 1);
    expect(chosen.request).toMatchObject({ action: 'sqs:SendMessage', resource: 'arn:aws:s3:::shop/other' });
    expect(diagnose(chosen).conflicts).toMatchObject([{ path: 'request.resource', sides: [{ by: 'you' }, {}] }]);
  });

  test('opens again what was settled about another message', () => {
    const typed = setRequestField(document, 'resource', 'arn:aws:s3:::shop/other');
    const chosen = choose(settledByHand(typed, 'request.resource'), 1);
    expect(diagnose(chosen).conflicts).toMatchObject([{ path: 'request.resource', sides: [{ by: 'you' }, {}] }]);
  });

  test('survives being exported and opened', () => {
    const chosen = choose(document, 1);
    const { document: opened = EMPTY_DOCUMENT } = openDocument(exportText(chosen));
    expect(listed(opened)).toEqual(listed(chosen));
    expect(mergeEvidence(opened, read)).toEqual(chosen);
  });
});
