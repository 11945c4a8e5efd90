import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { managedPolicyArns, openManagedPolicies } from '@/lib/catalog/managed-policies';
import { catalogText } from '@/lib/testing/full-catalog';

const text = catalogText('policies');
const data = JSON.parse(text) as { readonly policies: readonly (readonly [string])[] };
const small = openManagedPolicies({
  format: 1,
  date: '2026-01-31',
  policies: [
    ['AmazonS3ReadOnlyAccess', 'v3', '2025-02-03', '{"Version":"2012-10-17","Statement":[]}'],
    ['ReadOnlyAccess', 'v9', '2025-01-02', '{}'],
    ['ReadOnlyAccessForAll', 'v1', '2025-01-02', '{}'],
    ['job-function/ViewOnlyAccess', 'v2', '2025-01-02', '{}'],
  ],
});

describe('finding a policy', () => {
  test.each([
    ['ReadOnlyAccess', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    [' readonlyaccess ', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ['ViewOnlyAccess', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
    ['job-function/ViewOnlyAccess', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
    ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
    ['arn:aws:iam::aws:policy/ViewOnlyAccess', undefined],
    ['arn:aws:iam::111122223333:policy/ReadOnlyAccess', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j is %s', (name, arn) => {
    expect(small?.find(name)?.arn).toBe(arn);
  });

  test.each([
    ['readonly', ['ReadOnlyAccess', 'ReadOnlyAccessForAll', 'AmazonS3ReadOnlyAccess']],
    ['s3 read', ['AmazonS3ReadOnlyAccess']],
    ['view', ['ViewOnlyAccess']],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', ['ReadOnlyAccess']],
    ['ReadOnlyAccess', ['ReadOnlyAccess', 'ReadOnlyAccessForAll', 'AmazonS3ReadOnlyAccess']],
    ['nothing', []],
    [' ', []],
  ])('%j suggests %j', (typed, names) => {
    expect(small?.suggest(typed, 3).map(({ name }) => name)).toEqual(names);
  });

  test('no more than wanted are suggested', () => {
    expect(small?.suggest('a', 2)).toHaveLength(2);
  });

  test('a document is printed as editors print it', () => {
    const policy = small?.find('AmazonS3ReadOnlyAccess');
    expect(policy && small?.documentOf(policy)).toBe('{\n  "Version": "2012-10-17",\n  "Statement": []\n}');
  });
});

describe('the file', () => {
  test('weighs at most 250 KB as it is sent', () => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    expect(brotliCompressSync(text, { params }).length).toBeLessThan(250_000);
  });

  test.each([
    ['nothing', undefined],
    ['another format', { ...data, format: 0 }],
    ['no list', { ...data, policies: {} }],
    ['a policy that is cut short', { ...data, policies: [['ReadOnlyAccess', 'v1']] }],
  ])('is not opened when it is %s', (_name, broken) => {
    expect(openManagedPolicies(broken)).toBeUndefined();
  });

  test('every policy in it is a policy', () => {
    const policies = openManagedPolicies(data);
    expect(data.policies.length).toBeGreaterThan(1000);
    for (const [path] of data.policies) {
      const policy = policies?.find(path);
      expect(policy && JSON.parse(policies?.documentOf(policy) ?? '')).toHaveProperty('Statement');
    }
  });

  test('those are in it that people attach', () => {
    const policies = openManagedPolicies(data);
    const wanted = ['AdministratorAccess', 'ReadOnlyAccess', 'PowerUserAccess', 'AWSCompromisedKeyQuarantineV3'];
    expect(wanted.map((name) => policies?.find(name)?.name)).toEqual(wanted);
    expect(policies?.find('service-role/AWSLambdaBasicExecutionRole')?.version).toMatch(/^v\d+$/);
  });
});

describe('managed policies that a text names', () => {
  test.each([
    ['', []],
    ['denied by arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3.', ['AWSCompromisedKeyQuarantineV3']],
    [
      '"PolicyArn": "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", arn:aws:iam::aws:policy/A arn:aws:iam::aws:policy/A',
      ['job-function/ViewOnlyAccess', 'A'],
    ],
    ['arn:aws:iam::111122223333:policy/Own', []],
    ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess', []],
  ])('%j: %j', (said, paths) => {
    expect(managedPolicyArns(said)).toEqual(paths.map((path) => `arn:aws:iam::aws:policy/${path}`));
  });

  test('a long text is searched at once', () => {
    const long = `${'arn:aws:iam::aws:policy/'.repeat(100_000)}${'a'.repeat(1_000_000)}`;
    const start = performance.now();
    expect(managedPolicyArns(long).length).toBeLessThanOrEqual(50);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
