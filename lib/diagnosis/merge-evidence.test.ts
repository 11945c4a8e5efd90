import { describe, expect, test } from 'vitest';
import { conflictsOf } from '@/lib/diagnosis/conflicts';
import { EMPTY_DOCUMENT, setEvidence } from '@/lib/diagnosis/edit';
import { setRequestField } from '@/lib/diagnosis/edit-request';
import { mergeEvidence } from '@/lib/diagnosis/merge-evidence';
import type { EvidenceReader } from '@/lib/diagnosis/read-parts';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { DenialReport, Evidence } from '@/lib/evidence/evidence';

const JOHN = 'arn:aws:iam::123456789012:user/JohnDoe';

const NOTHING: Evidence = { kind: 'unknown', reports: [], policies: [], problems: [] };

function stating(report: Omit<DenialReport, 'isAccessDenied'>): Evidence {
  return { ...NOTHING, kind: 'message', reports: [{ isAccessDenied: true, ...report }] };
}

/** Texts that stand for what is read in them. */
const TEXTS: Readonly<Record<string, Evidence>> = {
  nothing: NOTHING,
  get: stating({ principal: JOHN, action: 's3:GetObject', context: { 'aws:SourceIp': '203.0.113.9' } }),
  put: stating({ principal: JOHN, action: 's3:PutObject' }),
  getWhere: stating({ action: 's3:GetObject', resource: 'arn:aws:s3:::shop/a' }),
  withoutMfa: stating({ absent: ['aws:MultiFactorAuthPresent'] }),
  withoutAddress: stating({ absent: ['aws:SourceIp'] }),
  tags: stating({ context: { 'aws:TagKeys': ['team', 'cost'] } }),
};
const read: EvidenceReader = (text) => TEXTS[text] ?? NOTHING;

function merged(document: DiagnosisDocument, ...texts: readonly string[]): DiagnosisDocument {
  return texts.reduce(
    (growing, text, place) => mergeEvidence(setEvidence(growing, place, text), read, place),
    document,
  );
}

const FROM_GET = {
  'request.principal': 'evidence:0',
  'request.action': 'evidence:0',
  'request.context.aws:SourceIp': 'evidence:0',
};

test('what a text states fills the request, and is remembered as its', () => {
  expect(merged(EMPTY_DOCUMENT, 'get')).toEqual({
    whydenied: 1,
    evidence: 'get',
    request: { principal: JOHN, action: 's3:GetObject', context: { 'aws:SourceIp': '203.0.113.9' } },
    from: FROM_GET,
  });
});

test('merging twice changes nothing', () => {
  const once = merged(EMPTY_DOCUMENT, 'get');
  expect(mergeEvidence(once, read, 0)).toEqual(once);
  expect(mergeEvidence(once, read)).toEqual(once);
});

describe('what was typed', () => {
  test('is not overwritten', () => {
    const document = merged(setRequestField(EMPTY_DOCUMENT, 'action', 's3:PutObject'), 'get');
    expect(document.request?.action).toBe('s3:PutObject');
    expect(document.from).not.toHaveProperty(['request.action']);
  });

  test('stays a fact of its own after a correction of what a text stated', () => {
    const corrected = setRequestField(merged(EMPTY_DOCUMENT, 'get'), 'action', 's3:List');
    expect(mergeEvidence(corrected, read, 0).request?.action).toBe('s3:List');
  });

  test('a key that is known to be there takes the value that a text states', () => {
    const typed: DiagnosisDocument = { whydenied: 1, request: { present: ['aws:SourceIp'] } };
    expect(merged(typed, 'get').request).toMatchObject({ context: { 'aws:SourceIp': '203.0.113.9' } });
    expect(merged(typed, 'get').request?.present).toBeUndefined();
  });

  test('a key that is known to be there is not overwritten by its absence', () => {
    const typed: DiagnosisDocument = { whydenied: 1, request: { present: ['aws:SourceIp'] } };
    expect(merged(typed, 'withoutAddress').request).toEqual({ present: ['aws:SourceIp'] });
  });
});

describe('a text that changes', () => {
  const document = merged(EMPTY_DOCUMENT, 'get');

  test('takes its own facts along', () => {
    const changed = merged(document, 'put');
    expect(changed.request).toEqual({ principal: JOHN, action: 's3:PutObject' });
    expect(changed.from).toEqual({ 'request.principal': 'evidence:0', 'request.action': 'evidence:0' });
  });

  test('leaves another text’s facts alone', () => {
    const second = merged(document, 'get', 'getWhere');
    expect(second.request).toMatchObject({ action: 's3:GetObject', resource: 'arn:aws:s3:::shop/a' });
    expect(second.from).toEqual({ ...FROM_GET, 'request.resource': 'evidence:1' });
  });

  test.each(['nothing', ''])('to %o leaves nothing behind', (text) => {
    expect(merged(document, text).request).toBeUndefined();
    expect(merged(document, text).from).toBeUndefined();
  });

  test('that tells of another call states nothing about this one', () => {
    const second = merged(document, 'get', 'put');
    expect(second.request).toEqual(document.request);
    expect(conflictsOf(second, read)).toEqual([]);
  });

  test('a text in a notation that is not at hand keeps its facts while another one changes', () => {
    const yaml = merged(EMPTY_DOCUMENT, 'get');
    const without: EvidenceReader = (text) => (text === 'get' ? NOTHING : read(text));
    expect(mergeEvidence(setEvidence(yaml, 1, 'tags'), without, 1).request).toMatchObject({ principal: JOHN });
  });
});

describe('condition keys', () => {
  test('are the same whatever their letter case, and one value is a list of one', () => {
    const typed: DiagnosisDocument = { whydenied: 1, request: { context: { 'AWS:SOURCEIP': ['203.0.113.9'] } } };
    expect(merged(typed, 'get').request?.context).toEqual({ 'AWS:SOURCEIP': ['203.0.113.9'] });
  });

  test('stated to be absent', () => {
    expect(merged(EMPTY_DOCUMENT, 'withoutMfa')).toEqual({
      whydenied: 1,
      evidence: 'withoutMfa',
      request: { absent: ['aws:MultiFactorAuthPresent'] },
      from: { 'request.context.aws:MultiFactorAuthPresent': 'evidence:0' },
    });
  });
});
