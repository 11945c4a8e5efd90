import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';
import { toReadAnswer } from '@/lib/evidence/read-answer';
import { DEFORMATIONS, WRAPPINGS } from '@/lib/testing/deformations';

// An event and a decoded message, in what happens to JSON on its way into a paste: the answer is the same.

const KIM = 'arn:aws:sts::111122223333:assumed-role/dev/kim';
const EVENT = {
  eventVersion: '1.10',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEID0000001:kim',
    arn: KIM,
    accountId: '111122223333',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/team/dev', accountId: '111122223333' },
      attributes: { creationDate: '2026-03-01T08:00:00Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2026-03-01T08:12:13Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  userAgent: '[aws-cli/2.30.0]',
  errorCode: 'AccessDenied',
  errorMessage: `User: ${KIM} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/a b.txt" because no identity-based policy allows the s3:GetObject action`,
  requestParameters: { bucketName: 'acme', key: 'a b.txt' },
  responseElements: null,
  readOnly: true,
  recipientAccountId: '111122223333',
};
const item = (value: string) => ({ items: [{ value }] });
const DECODED = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [{ statementId: 'DenyOutsideEU', effect: 'DENY', actions: item('ec2:*'), resources: item('*') }],
  },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLEID0000001:kim', name: 'kim', arn: KIM },
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
    conditions: {
      items: [
        { key: 'ec2:InstanceType', values: item('m7i.large') },
        { key: 'aws:Region', values: item('us-east-1') },
        { key: 'aws:TagKeys', values: { items: [{ value: 'team' }, { value: 'env' }] } },
      ],
    },
  },
};

const FORMS: Readonly<Record<string, string>> = {
  'an event': JSON.stringify(EVENT),
  'an indented event': JSON.stringify(EVENT, null, 2),
  'the answer of lookup-events': JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(EVENT) }] }, null, 4),
  'a decoded message': JSON.stringify(DECODED),
  'an indented decoded message': JSON.stringify(DECODED, null, 4),
  'the answer of decode-authorization-message': JSON.stringify({ DecodedMessage: JSON.stringify(DECODED) }, null, 4),
};

const answerTo = (text: string) => toReadAnswer(readEvidence(text));
const withPythonsWords = (text: string) =>
  text.replaceAll('"', "'").replaceAll(':null', ': None').replaceAll(':true', ': True').replaceAll(':false', ': False');

describe.each(Object.entries(FORMS))('%s', (_form, text) => {
  const plain = answerTo(text);

  test('is recognised', () => {
    expect(plain).toMatchObject({ isAccessDenied: true, principal: KIM });
    expect(Object.keys(readEvidence(text).reports[0]?.context ?? {}).length).toBeGreaterThan(1);
  });

  test.each(Object.entries(DEFORMATIONS).filter(([name]) => !/hyphens|zero-width|open JSON/.test(name)))(
    '%s',
    (_name, deform) => {
      expect(answerTo(deform(text))).toEqual(plain);
    },
  );

  test.each(Object.entries(WRAPPINGS))('%s', (_name, wrap) => expect(answerTo(wrap(text))).toEqual(plain));

  test('coloured by jq', () => {
    const coloured = text.replace(/"(\w+)":/g, '\u001b[0m\u001b[34;1m"$1"\u001b[0m\u001b[1;39m:\u001b[0m ');
    expect(answerTo(coloured)).toEqual(plain);
  });

  test('cut anywhere it never states what was not there', () => {
    const [whole] = readEvidence(text).reports;
    for (let length = 10; length < text.length; length += 13) {
      const [report] = readEvidence(text.slice(0, length)).reports;
      expect(KIM.startsWith(report?.principal ?? '')).toBe(true);
      expect((whole?.action ?? '').startsWith(report?.action ?? '')).toBe(true);
      for (const [key, value] of Object.entries(report?.context ?? {})) {
        const stated = [whole?.context?.[key] ?? ''].flat();
        for (const one of [value].flat()) expect(stated.some((other) => other.startsWith(one))).toBe(true);
      }
    }
  });
});

test.each([
  ['an event', EVENT],
  ['a decoded message', DECODED],
])('%s as Python prints it', (_name, value) => {
  expect(answerTo(withPythonsWords(JSON.stringify(value).replaceAll('\\"', '')))).toMatchObject({ principal: KIM });
});

test('of an event whose beginning is missing the rest is read', () => {
  const text = JSON.stringify(EVENT, null, 2);
  expect(answerTo(text.slice(text.indexOf('"attributes"')))).toMatchObject({
    kind: 'event',
    principal: KIM,
    action: 's3:GetObject',
    context: { 'aws:SourceIp': '203.0.113.9' },
  });
});

test('of a decoded message its context alone is enough', () => {
  expect(answerTo(JSON.stringify(DECODED.context))).toMatchObject({
    kind: 'decodedMessage',
    principal: KIM,
    action: 'ec2:RunInstances',
    denial: 'unknown',
    context: { 'ec2:InstanceType': 'm7i.large' },
  });
});

test('what a cut event lacks is not said to be absent', () => {
  const { eventVersion, userIdentity, sourceIPAddress, ...rest } = EVENT;
  const text = JSON.stringify({ eventVersion, userIdentity, sourceIPAddress, ...rest });
  expect(readEvidence(text).reports[0]?.absent).toContain('aws:SourceVpce');
  expect(readEvidence(text.slice(0, -30)).reports[0]?.absent).toBeUndefined();
});
