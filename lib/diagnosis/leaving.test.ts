import { describe, expect, test } from 'vitest';
import { openDocument } from '@/lib/diagnosis/open';
import { redact } from '@/lib/diagnosis/redact';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import { exportText } from '@/lib/diagnosis/tidy';
import { titleOf } from '@/lib/diagnosis/title';

// What happens to a document on its way out of the app: titles, secrets, exported text.

const KEY = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab';

describe('the title', () => {
  test.each<readonly [string, Partial<DiagnosisDocument>]>([
    ['Mine', { title: ' Mine ', request: { action: 's3:GetObject' } }],
    [
      'PutItem denied for JohnDoe',
      { request: { action: 'dynamodb:PutItem', principal: 'arn:aws:iam::123456789012:user/team/JohnDoe' } },
    ],
    [
      'GetObject denied for Report',
      { request: { action: 's3:GetObject', principal: 'arn:aws:sts::123456789012:assumed-role/Report/i-1' } },
    ],
    [
      'GetObject denied for the root user of 123456789012',
      { request: { action: 's3:GetObject', principal: 'arn:aws:iam::123456789012:root' } },
    ],
    ['GetObject denied for an anonymous caller', { request: { action: 's3:GetObject', principal: '*' } }],
    ['GetObject denied for half', { request: { action: 's3:GetObject', principal: 'half' } }],
    ['GetObject denied', { request: { action: 's3:GetObject' } }],
    ['Denied for lambda.amazonaws.com', { request: { principal: 'lambda.amazonaws.com' } }],
    ['Untitled diagnosis', {}],
  ])('%s', (want, document) => {
    expect(titleOf({ whydenied: 1, ...document })).toBe(want);
  });
});

describe('secrets', () => {
  test('go wherever they stand', () => {
    const document: DiagnosisDocument = {
      whydenied: 1,
      evidence: [{ text: `export AWS_SECRET_ACCESS_KEY=${KEY}` }],
      request: { context: { 'aws:Referer': [`https://x/?X-Amz-Signature=${'a'.repeat(64)}`] } },
      policies: [{ type: 'scp', document: `{"note":"Bearer ${KEY}"}`, original: `Bearer ${KEY}` }],
      x: [{ secretAccessKey: KEY }],
    };
    const { document: clean, kinds } = redact(document);
    expect(JSON.stringify(clean)).not.toContain(KEY);
    expect(JSON.stringify(clean)).not.toContain('aaaaaaaa');
    expect(kinds).toEqual(['secret access key', 'signature', 'bearer token']);
    expect(redact(clean)).toEqual({ document: clean, kinds: [] });
  });

  test('a document without any is given back as it is', () => {
    const document: DiagnosisDocument = { whydenied: 1, policies: [{ type: 'scp', document: '{}' }] };
    expect(redact(document)).toEqual({ document, kinds: [] });
    expect(redact(document).document).toBe(document);
  });
});

test('an exported file opens to the document it was made from', () => {
  const document: DiagnosisDocument = {
    policies: [{ type: 'scp', document: '{}', original: '{ }' }],
    title: 'x',
    whydenied: 1,
  };
  expect(exportText(document)).toMatch(/^\{\n {2}"whydenied": 1,\n/);
  expect(openDocument(exportText(document))).toMatchObject({ document, problems: [] });
});

test('an exported file holds no secret', () => {
  expect(exportText({ whydenied: 1, evidence: `aws_secret_access_key=${KEY}` })).not.toContain(KEY);
});
