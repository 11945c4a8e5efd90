import { describe, expect, test } from 'vitest';
import { conflictsOf, settle, settledByHand } from '@/lib/diagnosis/conflicts';
import { diagnose } from '@/lib/diagnosis/diagnose';
import { EMPTY_DOCUMENT, setEvidence } from '@/lib/diagnosis/edit';
import { setContextKey, setKeyAbsent, setKeyPresent, setRequestField } from '@/lib/diagnosis/edit-request';
import { mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import { openDocument } from '@/lib/diagnosis/open';
import { evidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { exportText } from '@/lib/diagnosis/tidy';

const KIM = 'arn:aws:iam::111122223333:user/kim';
const ZOE = 'arn:aws:iam::111122223333:user/zoe';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

const read = evidenceReader();

function message({ principal = KIM, resource = QUEUE, action = 'sqs:SendMessage' } = {}): string {
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}

function event({
  principal = KIM,
  address = '203.0.113.9',
  url = 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs',
} = {}) {
  return JSON.stringify({
    eventVersion: '1.10',
    userIdentity: { type: 'IAMUser', arn: principal, accountId: '111122223333', userName: principal.split('/')[1] },
    eventTime: '2026-11-20T09:30:00Z',
    eventSource: 'sqs.amazonaws.com',
    eventName: 'SendMessage',
    awsRegion: 'eu-west-1',
    sourceIPAddress: address,
    errorCode: 'AccessDenied',
    requestParameters: { queueUrl: url },
  });
}

function decoded({ principal = KIM, resource = QUEUE } = {}): string {
  return JSON.stringify({
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDAEXAMPLE', name: principal.split('/')[1], arn: principal },
      action: 'sqs:SendMessage',
      resource,
      conditions: { items: [] },
    },
  });
}

function pasted(document: DiagnosisDocument, ...texts: readonly string[]): DiagnosisDocument {
  return texts.reduce(
    (growing, text, place) => mergeEvidence(setEvidence(growing, place, text), read, place),
    document,
  );
}

const value = (text: string) => ({ kind: 'value', value: text });

const CASES: readonly {
  readonly name: string;
  readonly document: DiagnosisDocument;
  readonly path: string;
  readonly sides: readonly { readonly value: unknown; readonly by: string }[];
}[] = [
  {
    name: 'typed, then a message',
    document: pasted(setRequestField(EMPTY_DOCUMENT, 'action', 'sqs:ReceiveMessage'), message()),
    path: 'request.action',
    sides: [
      { value: value('sqs:ReceiveMessage'), by: 'you' },
      { value: value('sqs:SendMessage'), by: 'the message' },
    ],
  },
  {
    name: 'a message, then an event with another caller',
    document: pasted(EMPTY_DOCUMENT, message(), event({ principal: ZOE })),
    path: 'request.principal',
    sides: [
      { value: value(KIM), by: 'the message' },
      { value: value(ZOE), by: 'the event' },
    ],
  },
  {
    name: 'an event, then a message with the queue of another account',
    document: pasted(EMPTY_DOCUMENT, event(), message({ resource: QUEUE.replace('111122223333', '444455556666') })),
    path: 'request.resource',
    sides: [
      { value: value(QUEUE), by: 'the event' },
      { value: value('arn:aws:sqs:eu-west-1:444455556666:jobs'), by: 'the message' },
    ],
  },
  {
    name: 'a decoded message, then an event with another caller',
    document: pasted(EMPTY_DOCUMENT, decoded(), event({ principal: ZOE })),
    path: 'request.principal',
    sides: [
      { value: value(KIM), by: 'the decoded message' },
      { value: value(ZOE), by: 'the event' },
    ],
  },
  {
    name: 'a message, then the caller’s identity',
    document: pasted(
      EMPTY_DOCUMENT,
      message(),
      JSON.stringify({ UserId: 'AIDAEXAMPLE', Account: '111122223333', Arn: ZOE }),
    ),
    path: 'request.principal',
    sides: [
      { value: value(KIM), by: 'the message' },
      { value: value(ZOE), by: 'the caller’s identity' },
    ],
  },
  {
    name: 'a typed key, then an event',
    document: pasted(setContextKey(EMPTY_DOCUMENT, 'AWS:SOURCEIP', '198.51.100.7'), event()),
    path: 'request.context.AWS:SOURCEIP',
    sides: [
      { value: value('198.51.100.7'), by: 'you' },
      { value: value('203.0.113.9'), by: 'the event' },
    ],
  },
  {
    name: 'a key typed as absent, then an event',
    document: pasted(setKeyAbsent(EMPTY_DOCUMENT, 'aws:SourceIp'), event()),
    path: 'request.context.aws:SourceIp',
    sides: [
      { value: { kind: 'absent' }, by: 'you' },
      { value: value('203.0.113.9'), by: 'the event' },
    ],
  },
  {
    name: 'a key typed as present, which the event shows to be absent',
    document: pasted(setKeyPresent(EMPTY_DOCUMENT, 'aws:MultiFactorAuthPresent'), event()),
    path: 'request.context.aws:MultiFactorAuthPresent',
    sides: [
      { value: { kind: 'present' }, by: 'you' },
      { value: { kind: 'absent' }, by: 'the event' },
    ],
  },
];

describe.each(CASES)('$name', ({ document, path, sides }) => {
  test('is a conflict, with both values and who states them', () => {
    const conflict = conflictsOf(document, read).find((one) => one.path === path);
    expect(conflict?.sides).toEqual(sides);
  });

  test.each([0, 1])('is settled for side %i, and stays so when it is exported and opened', (side) => {
    const conflict = conflictsOf(document, read).find((one) => one.path === path);
    const chosen = conflict?.sides[side];
    if (conflict === undefined || chosen === undefined) throw new Error('no conflict');
    const settled = settle(document, conflict, chosen);
    const others = (one: DiagnosisDocument) => conflictsOf(one, read).filter((other) => other.path === path);
    expect(others(settled)).toEqual([]);
    const { document: opened = EMPTY_DOCUMENT } = openDocument(exportText(settled));
    expect(others(opened)).toEqual([]);
    expect(mergeEvidence(opened, read)).toEqual(settled);
  });
});

const AGREEING: readonly (readonly [string, DiagnosisDocument])[] = [
  ['typed as the message has it', pasted(setRequestField(EMPTY_DOCUMENT, 'action', 'sqs:SendMessage'), message())],
  ['an action in other letters', pasted(setRequestField(EMPTY_DOCUMENT, 'action', 'SQS:sendMessage'), message())],
  ['a message and its event', pasted(EMPTY_DOCUMENT, message(), event())],
  ['a message, its event and its decoded message', pasted(EMPTY_DOCUMENT, message(), event(), decoded())],
  [
    'a message of another call',
    pasted(EMPTY_DOCUMENT, message(), message({ principal: ZOE, action: 'sqs:PurgeQueue' })),
  ],
  ['a key known to be there, and its value', pasted(setKeyPresent(EMPTY_DOCUMENT, 'aws:SourceIp'), event())],
  ['no text at all', setRequestField(EMPTY_DOCUMENT, 'action', 'sqs:SendMessage')],
];

test.each(AGREEING)('no conflict: %s', (_, document) => {
  expect(conflictsOf(document, read)).toEqual([]);
});

test('what was typed over a text’s value is settled', () => {
  const corrected = setRequestField(pasted(EMPTY_DOCUMENT, message()), 'action', 'sqs:PurgeQueue');
  expect(conflictsOf(settledByHand(corrected, 'request.action'), read)).toEqual([]);
});

test('a later text opens again what was settled before it was known', () => {
  const typed = pasted(setRequestField(EMPTY_DOCUMENT, 'principal', ZOE), message());
  const [conflict] = conflictsOf(typed, read);
  if (conflict === undefined) throw new Error('no conflict');
  const settled = settle(typed, conflict, conflict.sides[0]);
  const later = mergeEvidence(setEvidence(settled, 1, event()), read, 1);
  expect(conflictsOf(later, read)).toMatchObject([
    { path: 'request.principal', sides: [{ by: 'you' }, { value: value(KIM), by: 'the message' }] },
  ]);
});

test('the verdict follows what was settled', () => {
  const policy = {
    type: 'identity' as const,
    document: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: 'sqs:SendMessage', Resource: '*' }],
    }),
  };
  const document = {
    ...pasted(setRequestField(EMPTY_DOCUMENT, 'action', 'sqs:ReceiveMessage'), message()),
    policies: [policy],
  };
  const [conflict] = diagnose(document).conflicts;
  const [, stated] = conflict?.sides ?? [];
  if (conflict === undefined || stated === undefined) throw new Error('no conflict');
  expect(diagnose(document).verdict.decision).not.toBe('explicitDeny');
  expect(diagnose(settle(document, conflict, stated)).verdict.decision).toBe('explicitDeny');
});
