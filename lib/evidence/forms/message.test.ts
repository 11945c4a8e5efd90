import { describe, expect, test } from 'vitest';
import { readEvidence } from '@/lib/evidence/read';

// The messages themselves are data, in `cases/`, and tried in `cases.test.ts`.

describe('encoded messages', () => {
  const BLOB = '4kYhAbCdEfGhIjKlMnOpQrStUvWxYz_-0123456789';
  const PLAIN = 'You are not authorized to perform this operation.';

  test('the encoded message is kept whole, also where a terminal broke it', () => {
    const blob = BLOB.repeat(40);
    const wrapped = (blob.match(/.{1,79}/g) ?? []).join('\n');
    for (const text of [blob, wrapped]) {
      const [report] = readEvidence(`${PLAIN} Encoded authorization failure message: ${text}`).reports;
      expect(report?.encodedText).toBe(blob);
    }
  });

  test('an encoded message that is cut is not offered for decoding', () => {
    const [report] = readEvidence(`${PLAIN} Encoded authorization failure message: ${BLOB}…`).reports;
    expect(report).toMatchObject({ encodedMessage: true });
    expect(report).not.toHaveProperty('encodedText');
  });
});

describe('what is only mentioned is no denial', () => {
  test.each([
    'How do I debug an access denied error in AWS?',
    'See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    'See https://example.com/AccessDenied.html',
    'The word Access Denied appears on the page when I click the button',
    'We treat AccessDenied as a warning',
    '- Sid: AccessDenied\n  Effect: Deny\n  Action: "*"\n  Resource: "*"',
    'The words `Access Denied` in a sentence, and more behind them',
    'panic: runtime error: invalid memory address\n\ngoroutine 1 [running]:\nmain.main()',
    '{"errorMessage":"2026-03-01T08:12:13.123Z a-1 Task timed out after 3.00 seconds"}',
    'Error: Process completed with exit code 1.',
    '{"Statement":[{"Sid":"AccessDenied","Effect":"Deny","Action":"*","Resource":"*"}]}',
  ])('%s', (text) => expect(readEvidence(text).reports).toEqual([]));
});
