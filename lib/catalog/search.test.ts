import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { type CatalogEntry, catalogSearch, type EntryKind, entryById, entryId } from '@/lib/catalog/search';
import { fullCatalog } from '@/lib/testing/full-catalog';

const catalog = fullCatalog();
const search = catalogSearch(catalog);

function idsFor(text: string, kinds?: readonly EntryKind[]): readonly string[] {
  return search.find(text, { most: 5, ...(kinds && { kinds }) }).entries.map(entryId);
}

describe('the first entry is the one that was meant', () => {
  test.each([
    ['s3:GetObject', 'action/s3:GetObject'],
    ['s3:getobject', 'action/s3:GetObject'],
    ['GetObject', 'action/s3:GetObject'],
    ['passrole', 'action/iam:PassRole'],
    ['dynamodb', 'service/dynamodb'],
    ['Amazon S3', 'service/s3'],
    ['sourceip', 'key/aws:SourceIp'],
    ['aws:PrincipalOrgID', 'key/aws:PrincipalOrgID'],
    ['iam:PassedToService', 'key/iam:PassedToService'],
    ['arn:aws:s3:::acme-reports/q3.pdf', 'type/s3:object'],
    ['arn:aws:iam::111122223333:role/ci', 'type/iam:role'],
    ['  s3:ListBucket  ', 'action/s3:ListBucket'],
  ])('%s', (text, want) => expect(idsFor(text)[0]).toBe(want));
});

describe('several entries', () => {
  test('words in any order', () => {
    expect(idsFor('invoke lambda', ['action'])).toContain('action/lambda:InvokeFunction');
  });

  test('a pattern as policies write it', () => {
    const { entries, total } = search.find('sqs:*Message', { most: 100, kinds: ['action'] });
    expect(entries.map(entryId)).toContain('action/sqs:SendMessage');
    expect(entries.every((entry) => entry.kind === 'action' && entry.action.name.endsWith('Message'))).toBe(true);
    expect(total).toBe(entries.length);
  });

  test('only of the kinds asked for', () => {
    expect(search.find('role', { most: 50, kinds: ['resourceType'] }).entries.map(({ kind }) => kind)).not.toContain(
      'action',
    );
  });

  test('those left out are counted', () => {
    const { entries, total } = search.find('get', { most: 3 });
    expect(entries).toHaveLength(3);
    expect(total).toBeGreaterThan(1000);
  });

  test.each(['', '   ', 'no such thing anywhere', '‸', 'arn:', 'arn:aws:::'])('nothing for %j', (text) =>
    expect(search.find(text, { most: 5 })).toEqual({ entries: [], total: 0 }),
  );
});

test('a hostile pattern finds nothing, and soon', () => {
  expect(search.find(`${'a*'.repeat(5000)}b`, { most: 5 }).total).toBe(0);
});

test('every entry is found again by its id, in any case', () => {
  const some = ['a', 'e', 's3', 'key', 'arn'].flatMap((text) => search.find(text, { most: 300 }).entries);
  expect(some.length).toBeGreaterThan(600);
  const names = (entry: CatalogEntry | undefined) => entry && entryId(entry);
  for (const entry of some) {
    const [kind = '', ...name] = entryId(entry).split('/');
    expect(names(entryById(catalog, `${kind}/${name.join('/').toUpperCase()}`))).toBe(entryId(entry));
  }
});

test.each(['', 'service', 'service/nope', 'action/s3:Nope', 'type/s3', 'type/s3:nope', 'key/nope', 'other/s3'])(
  'no entry is called %j',
  (id) => expect(entryById(catalog, id)).toBeUndefined(),
);

test('a catalog without details finds global keys alone', () => {
  const { entries } = catalogSearch(builtInCatalog()).find('source', { most: 100 });
  expect(entries.length).toBeGreaterThan(5);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['key']));
});
