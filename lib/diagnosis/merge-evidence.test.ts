import { describe, expect, test } from 'vitest';
import { EMPTY_DOCUMENT } from '@/lib/diagnosis/edit';
import { setRequestField } from '@/lib/diagnosis/edit-request';
import { mergeEvidence, takeStated } from '@/lib/diagnosis/merge-evidence';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';
import type { DenialReport, Evidence } from '@/lib/evidence/evidence';

const JOHN = 'arn:aws:iam::123456789012:user/JohnDoe';

function stating(report: Omit<DenialReport, 'isAccessDenied'>): Evidence {
  return { kind: 'message', reports: [{ isAccessDenied: true, ...report }], policies: [], problems: [] };
}

const MESSAGE = stating({ principal: JOHN, action: 's3:GetObject', context: { 'aws:SourceIp': '203.0.113.9' } });
const FROM_MESSAGE = {
  'request.principal': 'evidence:0',
  'request.action': 'evidence:0',
  'request.context.aws:SourceIp': 'evidence:0',
};

test('what a text states fills the request, and is remembered as its', () => {
  expect(mergeEvidence(EMPTY_DOCUMENT, 0, MESSAGE)).toEqual({
    document: {
      whydenied: 1,
      request: { principal: JOHN, action: 's3:GetObject', context: { 'aws:SourceIp': '203.0.113.9' } },
      from: FROM_MESSAGE,
    },
    conflicts: [],
  });
});

test('merging twice changes nothing', () => {
  const once = mergeEvidence(EMPTY_DOCUMENT, 0, MESSAGE);
  expect(mergeEvidence(once.document, 0, MESSAGE)).toEqual(once);
});

describe('what was typed', () => {
  const typed = setRequestField(EMPTY_DOCUMENT, 'action', 's3:PutObject');
  const conflict = { path: 'request.action', current: 's3:PutObject', stated: 's3:GetObject', source: 'evidence:0' };

  test('is not overwritten; the difference is told', () => {
    const { document, conflicts } = mergeEvidence(typed, 0, MESSAGE);
    expect(document.request?.action).toBe('s3:PutObject');
    expect(document.from).not.toHaveProperty(['request.action']);
    expect(conflicts).toEqual([conflict]);
  });

  test('is no conflict where it is the same', () => {
    expect(mergeEvidence(setRequestField(EMPTY_DOCUMENT, 'action', 's3:GetObject'), 0, MESSAGE).conflicts).toEqual([]);
  });

  test('gives way when the person says so', () => {
    const settled = takeStated(mergeEvidence(typed, 0, MESSAGE).document, conflict);
    expect(settled.request?.action).toBe('s3:GetObject');
    expect(settled.from).toEqual(FROM_MESSAGE);
  });

  test('stays a fact of its own after a correction of what a text stated', () => {
    const corrected = setRequestField(mergeEvidence(EMPTY_DOCUMENT, 0, MESSAGE).document, 'action', 's3:List');
    expect(mergeEvidence(corrected, 0, MESSAGE).document.request?.action).toBe('s3:List');
  });
});

describe('a text that changes', () => {
  const { document } = mergeEvidence(EMPTY_DOCUMENT, 0, MESSAGE);

  test('takes its own facts along', () => {
    const changed = mergeEvidence(document, 0, stating({ principal: JOHN, action: 's3:PutObject' }));
    expect(changed.conflicts).toEqual([]);
    expect(changed.document.request).toEqual({ principal: JOHN, action: 's3:PutObject' });
    expect(changed.document.from).toEqual({ 'request.principal': 'evidence:0', 'request.action': 'evidence:0' });
  });

  test('leaves another text’s facts alone', () => {
    const second = mergeEvidence(document, 1, stating({ action: 's3:PutObject', resource: 'arn:aws:s3:::shop' }));
    expect(second.document.request).toMatchObject({ action: 's3:GetObject', resource: 'arn:aws:s3:::shop' });
    expect(second.conflicts).toMatchObject([{ path: 'request.action', source: 'evidence:1' }]);
  });

  test('that says nothing any more leaves nothing behind', () => {
    const nothing: Evidence = { kind: 'unknown', reports: [], policies: [], problems: [] };
    expect(mergeEvidence(document, 0, nothing).document).toEqual(EMPTY_DOCUMENT);
  });
});

describe('condition keys', () => {
  const typed: DiagnosisDocument = { whydenied: 1, request: { context: { 'AWS:SOURCEIP': ['203.0.113.9'] } } };
  test('are the same whatever their letter case, and one value is a list of one', () => {
    expect(mergeEvidence(typed, 0, MESSAGE)).toMatchObject({
      conflicts: [],
      document: { request: typed.request ?? {} },
    });
  });

  test('stated to be absent', () => {
    const absent = stating({ absent: ['aws:MultiFactorAuthPresent'] });
    const { document } = mergeEvidence(EMPTY_DOCUMENT, 0, absent);
    expect(document).toEqual({
      whydenied: 1,
      request: { absent: ['aws:MultiFactorAuthPresent'] },
      from: { 'request.context.aws:MultiFactorAuthPresent': 'evidence:0' },
    });
    expect(mergeEvidence(document, 0, absent).conflicts).toEqual([]);
  });

  test('typed, and stated to be absent', () => {
    const { conflicts } = mergeEvidence(typed, 0, stating({ absent: ['aws:SourceIp'] }));
    expect(conflicts).toEqual([
      { path: 'request.context.AWS:SOURCEIP', current: ['203.0.113.9'], stated: [], source: 'evidence:0' },
    ]);
    expect(conflicts.reduce(takeStated, typed).request).toEqual({ absent: ['AWS:SOURCEIP'] });
  });
});
