import { describe, expect, test } from 'vitest';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { OPERATOR_NAMES } from '@/lib/evaluation/operators';
import { SERVICE_PRINCIPALS } from '@/lib/iam/service-principals';
import { effectWords, elementWords, principalKindWords, versionWords } from '@/lib/language/words/elements';
import { GLOBAL_KEYS_BY_USE, globalKey, globalKeyWords } from '@/lib/language/words/global-keys';
import { operatorWords } from '@/lib/language/words/operators';
import { REGIONS } from '@/lib/language/words/regions';
import { fullCatalog } from '@/lib/testing/full-catalog';

/** Whole sentences, without exclamation marks, with backticks in pairs. */
function checkWords(words: string | undefined): void {
  expect(words).toMatch(/^[A-Z`].*\.$/s);
  expect(words).not.toContain('!');
  expect((words?.split('`').length ?? 0) % 2).toBe(1);
}

describe('every word of the policy language has its sentence', () => {
  const elements = ['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal'];
  test.each([...elements, 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'])('%s', (name) =>
    checkWords(elementWords(name)),
  );
  test.each(['AWS', 'Service', 'Federated', 'CanonicalUser'])('%s', (name) => checkWords(principalKindWords(name)));
  test.each(['Allow', 'Deny'])('%s', (name) => checkWords(effectWords(name)));
  test.each(['2012-10-17', '2008-10-17'])('%s', (name) => checkWords(versionWords(name)));
  test.each(OPERATOR_NAMES)('%s', (name) => checkWords(operatorWords(name)?.join(' ')));
  test.each([...GLOBAL_KEYS.values()].map(({ name }) => name))('%s', (name) => checkWords(globalKeyWords(name)));
});

test('what has no sentence has none', () => {
  expect([elementWords('constructor'), effectWords('allow'), versionWords('2020-01-01'), operatorWords('Foo')]).toEqual(
    [undefined, undefined, undefined, undefined],
  );
  expect([globalKey('s3:prefix'), globalKeyWords('s3:prefix')]).toEqual([undefined, undefined]);
});

test('an operator says its prefix and its suffix', () => {
  expect(operatorWords('ForAnyValue:StringLikeIfExists')?.map((words) => words.slice(0, 14))).toEqual([
    'The value fits',
    '`IfExists`: al',
    '`ForAnyValue`:',
  ]);
});

test('keys are found in any letter case, with a tag’s name', () => {
  expect(globalKey('AWS:requesttag/Team')?.name).toBe('aws:RequestTag/*');
});

test('the list by use holds every global key once', () => {
  expect(GLOBAL_KEYS_BY_USE).toHaveLength(GLOBAL_KEYS.size);
});

test('Regions and service principals are listed once', () => {
  for (const list of [REGIONS, SERVICE_PRINCIPALS]) expect(new Set(list.map(([name]) => name)).size).toBe(list.length);
  for (const [principal] of SERVICE_PRINCIPALS) expect(principal).toMatch(/^[a-z0-9.-]+\.amazonaws\.com$/);
});

test('keys in the words are AWS’s', () => {
  const catalog = fullCatalog();
  expect(GLOBAL_KEYS_BY_USE.filter(({ name }) => catalog.key(name) === undefined)).toEqual([]);
});
