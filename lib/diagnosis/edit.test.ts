import { describe, expect, test } from 'vitest';
import {
  availabilityOf,
  EMPTY_DOCUMENT,
  evidenceParts,
  setAccountFact,
  setAvailability,
  setEvidence,
  setTitle,
  withSource,
} from '@/lib/diagnosis/edit';
import {
  removeContextKey,
  setContextKey,
  setKeyAbsent,
  setKeyPresent,
  setRequestField,
} from '@/lib/diagnosis/edit-request';
import type { DiagnosisDocument } from '@/lib/diagnosis/schema';

type Edit = (document: DiagnosisDocument) => DiagnosisDocument;

/** Edits one after the other lead from one document to another, and none changes what it was given. */
function check(
  name: string,
  from: Partial<DiagnosisDocument>,
  edits: readonly Edit[],
  want: Partial<DiagnosisDocument>,
) {
  test(name, () => {
    const document = Object.freeze({ ...EMPTY_DOCUMENT, ...from });
    const edited = edits.reduce<DiagnosisDocument>((before, edit) => {
      const copy = structuredClone(before);
      const after = edit(before);
      expect(before).toEqual(copy);
      return after;
    }, document);
    expect(edited).toEqual({ ...EMPTY_DOCUMENT, ...want });
  });
}

describe('the title', () => {
  check('is set, and unknown fields stay', { x: 1 }, [(d) => setTitle(d, 'Mine')], { x: 1, title: 'Mine' });
  check('goes when it is empty', { title: 'Mine' }, [(d) => setTitle(d, ' ')], {});
});

describe('the request', () => {
  check('gets a field', {}, [(d) => setRequestField(d, 'action', 's3:GetObject')], {
    request: { action: 's3:GetObject' },
  });
  check('goes with its last field', { request: { action: 'a:B' } }, [(d) => setRequestField(d, 'action', '')], {});
  check(
    'keeps fields it does not know',
    { request: { action: 'a:B', x: 1 } },
    [(d) => setRequestField(d, 'action', 'a:C')],
    { request: { action: 'a:C', x: 1 } },
  );
  check(
    'forgets where a fact came from when it is typed',
    {
      request: { action: 'a:B', resource: '*' },
      from: { 'request.action': 'evidence:0', 'request.resource': 'evidence:0' },
    },
    [(d) => setRequestField(d, 'action', 'a:C')],
    { request: { action: 'a:C', resource: '*' }, from: { 'request.resource': 'evidence:0' } },
  );
});

describe('condition keys', () => {
  check(
    'are written once, whatever their letter case',
    {},
    [(d) => setContextKey(d, 'aws:SourceIp', '10.0.0.1'), (d) => setContextKey(d, 'AWS:sourceip', '10.0.0.2')],
    {
      request: { context: { 'aws:SourceIp': '10.0.0.2' } },
    },
  );
  check(
    'are either given, absent or present',
    {},
    [
      (d) => setContextKey(d, 'aws:A', '1'),
      (d) => setKeyAbsent(d, 'AWS:A'),
      (d) => setKeyPresent(d, 'aws:b'),
      (d) => setContextKey(d, 'AWS:B', ['x']),
    ],
    { request: { absent: ['AWS:A'], context: { 'AWS:B': ['x'] } } },
  );
  check(
    'are forgotten with their source',
    { request: { context: { 'aws:A': '1' } }, from: { 'request.context.aws:A': 'evidence:0' } },
    [(d) => removeContextKey(d, 'aws:a')],
    {},
  );
  test('named like a prototype are keys like others', () => {
    const { request } = setContextKey(EMPTY_DOCUMENT, '__proto__', 'x');
    expect(Object.entries(request?.context ?? {})).toEqual([['__proto__', 'x']]);
    expect(setContextKey(EMPTY_DOCUMENT, 'constructor', 'x').request?.context).toEqual({ constructor: 'x' });
  });
});

describe('what is at hand', () => {
  check(
    'is one of three',
    {},
    [(d) => setAvailability(d, 'scp', 'notApplicable'), (d) => setAvailability(d, 'scp', 'incomplete')],
    {
      incomplete: ['scp'],
    },
  );
  check('given is the default', { incomplete: ['scp', 'rcp'] }, [(d) => setAvailability(d, 'scp', 'given')], {
    incomplete: ['rcp'],
  });
  test('is read back', () => {
    expect(availabilityOf({ whydenied: 1, notApplicable: ['rcp'] }, 'rcp')).toBe('notApplicable');
  });
  check(
    'facts of accounts are stated and taken back',
    {},
    [
      (d) => setAccountFact(d, 'principalIsServiceLinkedRole', true),
      (d) => setAccountFact(d, 'principalIsServiceLinkedRole', undefined),
    ],
    {},
  );
});

describe('evidence', () => {
  check('is one text', {}, [(d) => setEvidence(d, 0, 'one')], { evidence: 'one' });
  check('goes when it is empty', { evidence: 'one' }, [(d) => setEvidence(d, 0, '')], {});
  check('becomes a list with the second text', { evidence: 'one' }, [(d) => setEvidence(d, 7, 'two')], {
    evidence: [{ text: 'one' }, { text: 'two' }],
  });
  check('keeps its label', { evidence: [{ text: 'one', label: 'CLI' }] }, [(d) => setEvidence(d, 0, 'new')], {
    evidence: [{ text: 'new', label: 'CLI' }],
  });
  test('is read as a list', () => {
    expect(evidenceParts({ whydenied: 1, evidence: 'one' })).toEqual([{ text: 'one' }]);
  });
});

describe('sources', () => {
  check(
    'are noted and taken back',
    {},
    [(d) => withSource(d, 'request.action', 'evidence:0'), (d) => withSource(d, 'request.action', undefined)],
    {},
  );
  check('of a path like a prototype', {}, [(d) => withSource(d, 'constructor', 'typed')], {
    from: { constructor: 'typed' },
  });
});

test('an edit that changes nothing gives the same document back', () => {
  const document: DiagnosisDocument = { whydenied: 1, incomplete: ['scp'] };
  expect(setAvailability(document, 'scp', 'incomplete')).toBe(document);
  expect(withSource(document, 'request.action', undefined)).toBe(document);
  expect(setAccountFact(document, 'principalIsServiceLinkedRole', undefined)).toBe(document);
});
