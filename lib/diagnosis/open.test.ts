import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDocument } from '@/lib/diagnosis/open';
import { diagnosisDocument } from '@/lib/diagnosis/schema';

const ALLOW = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

/** What is opened, and the codes of the problems on the way. */
function check(name: string, input: unknown, want: unknown, codes: readonly string[] = []) {
  test(name, () => {
    const { document, problems } = openDocument(input);
    expect(problems.map((problem) => problem.code)).toEqual(codes);
    expect(document).toEqual(want);
  });
}

function refuse(name: string, input: unknown, code: string, message: RegExp) {
  test(name, () => {
    const { document, problems } = openDocument(input);
    expect(document).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message).toMatch(message);
  });
}

describe('what can be opened', () => {
  check('a whole document, as text', '{"whydenied":1,"request":{"action":"s3:GetObject"}}', {
    whydenied: 1,
    request: { action: 's3:GetObject' },
  });
  check('a text with a byte-order mark', '\uFEFF{"whydenied":1}', { whydenied: 1 });
  check(
    'fields of a later version are kept',
    { whydenied: 1, shape: { x: [1] }, policies: [{ type: 'scp', document: ALLOW, tint: 'red' }] },
    {
      whydenied: 1,
      shape: { x: [1] },
      policies: [{ type: 'scp', document: ALLOW, tint: 'red' }],
    },
  );
  check(
    'a policy given as an object stays one',
    { whydenied: 1, policies: [{ type: 'scp', document: { Statement: [] } }] },
    {
      whydenied: 1,
      policies: [{ type: 'scp', document: { Statement: [] } }],
    },
  );
});

describe('what is broken is left out where it stands', () => {
  for (const awsManaged of [{}, { version: 'v1' }, { version: 1, date: 'soon' }, { version: 'v1', date: 3 }, 'v1']) {
    check(
      `an AWS managed policy’s version as ${JSON.stringify(awsManaged)}`,
      { whydenied: 1, policies: [{ type: 'identity', document: ALLOW, awsManaged }] },
      { whydenied: 1, policies: [{ type: 'identity', document: ALLOW }] },
      ['document-part'],
    );
  }
  check(
    'an AWS managed policy’s version stays',
    {
      whydenied: 1,
      policies: [{ type: 'identity', document: ALLOW, awsManaged: { version: 'v1', date: '2026-01-31' } }],
    },
    {
      whydenied: 1,
      policies: [{ type: 'identity', document: ALLOW, awsManaged: { version: 'v1', date: '2026-01-31' } }],
    },
  );
  check('the version is missing', { policies: [] }, { whydenied: 1, policies: [] }, ['document-version']);
  check('the version is a text', { whydenied: '1' }, { whydenied: 1 }, ['document-version']);
  check(
    'a policy of an unknown type',
    { whydenied: 1, policies: [{ type: 'iam', document: '', name: 7 }, 5, { type: 'scp', document: ALLOW }] },
    { whydenied: 1, policies: [{ type: 'scp', document: ALLOW }] },
    ['document-policy-type', 'document-policy-form'],
  );
  check(
    'a policy without a text',
    { whydenied: 1, policies: [{ type: 'scp', name: 'X' }] },
    { whydenied: 1, policies: [{ type: 'scp', name: 'X', document: '' }] },
    ['document-form'],
  );
  check(
    'a policy that is a list is kept as its text',
    { whydenied: 1, policies: [{ type: 'scp', document: [] }] },
    { whydenied: 1, policies: [{ type: 'scp', document: '[]' }] },
    ['document-form'],
  );
  check(
    'a context value of a wrong shape stays: it leaves its key open (C24)',
    {
      whydenied: 1,
      request: { action: 's3:GetObject', context: { 'aws:SourceIp': { a: 1 }, 'aws:TagKeys': ['a', 1, true] } },
    },
    {
      whydenied: 1,
      request: { action: 's3:GetObject', context: { 'aws:SourceIp': { a: 1 }, 'aws:TagKeys': ['a', 1, true] } },
    },
    [],
  );
  check(
    'numbers where texts are meant, a text where a list is meant',
    { whydenied: 1, request: { resourceAccount: 111122223333, absent: 'aws:SourceVpce' } },
    { whydenied: 1, request: { resourceAccount: '111122223333', absent: ['aws:SourceVpce'] } },
    ['document-form', 'document-form'],
  );
  check(
    'types that do not exist',
    { whydenied: 1, notApplicable: ['scp', 'acl'], incomplete: 'identity' },
    { whydenied: 1, notApplicable: ['scp'], incomplete: ['identity'] },
    ['document-part', 'document-form'],
  );
  check(
    'a further request keeps its place',
    { whydenied: 1, requests: [5, { action: 'a:B' }] },
    { whydenied: 1, requests: [{}, { action: 'a:B' }] },
    ['document-form'],
  );
  check(
    'parts of the evidence',
    { whydenied: 1, evidence: ['one', { text: 'two', label: 3 }, { label: 'x' }] },
    { whydenied: 1, evidence: [{ text: 'one' }, { text: 'two' }] },
    ['document-evidence'],
  );
  check(
    'whole fields',
    {
      whydenied: 1,
      title: {},
      policies: 'none',
      request: [],
      from: 5,
      unstated: 'maybe',
      principalIsServiceLinkedRole: 'yes',
    },
    { whydenied: 1 },
    Array.from({ length: 6 }, () => 'document-part'),
  );

  test('the places in the input are told for the policies that are left', () => {
    const input = {
      whydenied: 1,
      policies: [
        { type: 'iam', document: '' },
        { type: 'scp', document: ALLOW },
      ],
    };
    expect(openDocument(input).policyPlaces).toEqual([1]);
  });

  test('more than 500 policies', () => {
    const policies = Array.from({ length: 501 }, () => ({ type: 'scp', document: '' }));
    const { document, problems } = openDocument({ whydenied: 1, policies });
    expect(document?.policies).toHaveLength(500);
    expect(problems.map((problem) => problem.code)).toEqual(['document-too-many-policies']);
  });

  test('a thousand faults are summed up', () => {
    const policies = Array.from({ length: 400 }, () => 5);
    expect(openDocument({ whydenied: 1, policies }).problems).toHaveLength(51);
  });
});

describe('what cannot be opened is told in a sentence', () => {
  refuse('nothing', ' \n', 'document-empty', /nothing here to open/);
  refuse('a list', '[]', 'document-list', /This is a list/);
  refuse('a number', '7', 'document-scalar', /single value/);
  refuse('a policy', ALLOW, 'document-policy', /This is a policy/);
  refuse('something else', '{"a":1}', 'document-other', /neither `whydenied`/);
  refuse('a later version', '{"whydenied":2}', 'document-newer', /newer WhyDenied \(format 2.*update/);
  refuse('broken JSON', '{"whydenied":1,\n "title" "x"}', 'document-json', /Line 2, column 10: .*colon/);
  refuse('100,000 levels of nesting', `{"whydenied":1,"a":${'['.repeat(100_000)}`, 'document-too-deep', /levels deep/);
  refuse('too large', `{"whydenied":1,"a":"${'x'.repeat(5_000_001)}"}`, 'document-too-large', /5,000,02\d characters/);

  test('100,000 levels, already parsed', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(openDocument({ whydenied: 1, deep }).problems[0]?.code).toBe('document-too-deep');
  });
});

describe('hostile input', () => {
  test('`__proto__` and `constructor` reach no prototype', () => {
    const text =
      '{"whydenied":1,"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},"request":{"context":{"__proto__":"x","constructor":"y","toString":"z"}},"from":{"__proto__":"typed"}}';
    const { document } = openDocument(text);
    expect(Reflect.get({}, 'hacked')).toBeUndefined();
    expect(Object.entries(document?.request?.context ?? {})).toEqual([
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
    expect(document && Object.hasOwn(document, '__proto__')).toBe(false);
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
  });

  test('whatever comes in, what is opened fits the schema', () => {
    const field = fc.constantFrom(
      'whydenied',
      'title',
      'evidence',
      'request',
      'requests',
      'policies',
      'from',
      'unstated',
      'context',
      'absent',
      'type',
      'document',
      '__proto__',
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(field, tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(field, tree), (input) => {
        const { document, problems } = openDocument({ whydenied: 1, ...input });
        if (document) expect(diagnosisDocument.safeParse(document).success).toBe(true);
        else expect(problems[0]?.message).toMatch(/\.$/);
      }),
    );
  });

  test('whatever text comes in, it is opened or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { document, problems } = openDocument(text);
        expect(document !== undefined || problems.length > 0).toBe(true);
      }),
    );
  });
});
