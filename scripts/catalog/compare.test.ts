import { expect, test } from 'vitest';
import { compareCatalogs, comparePolicies } from './compare.mjs';

const service = (prefix: string, fields: { rcp?: number; keys?: string; types?: string; actions?: string } = {}) => [
  prefix,
  prefix.toUpperCase(),
  fields.rcp ?? 0,
  fields.keys ?? '',
  '',
  fields.types ?? '',
  fields.actions ?? '',
];
const catalog = (date: string, services: ReturnType<typeof service>[]) => ({
  format: 1,
  date,
  from: '',
  keysElsewhere: {},
  services,
});

test('what came and went is said by service', () => {
  const before = catalog('2026-01-01', [
    service('gone'),
    service('same', { actions: 'A|R' }),
    service('s3', { actions: 'A|R|0|0\nB|R', types: 'bucket|arn', keys: ':k|S' }),
  ]);
  const after = catalog('2026-02-01', [
    service('new', { actions: 'X|R\nY|R' }),
    service('same', { actions: 'A|R' }),
    service('s3', { rcp: 1, actions: 'A|R\nC|R', types: 'object|arn', keys: ':k|S\n:l|S' }),
  ]);
  expect(compareCatalogs(before, after)).toEqual([
    "AWS's services: 2026-01-01 → 2026-02-01",
    '- gone (GONE)',
    '+ new (NEW), 2 actions',
    '  s3',
    '    + covered by RCPs',
    '    + actions: C',
    '    - actions: B',
    '    + resource types: object',
    '    - resource types: bucket',
    '    + keys: :l',
    '    ~ A no longer has resource types',
  ]);
});

test('managed policies change by their versions', () => {
  const data = (date: string, policies: [string, string, string, string][]) => ({
    format: 1,
    date,
    from: '',
    policies,
  });
  const before = data('2026-01-01', [
    ['A', 'v1', '', ''],
    ['B', 'v1', '', ''],
  ]);
  const after = data('2026-02-01', [
    ['A', 'v2', '', ''],
    ['C', 'v1', '', ''],
  ]);
  expect(comparePolicies(before, after)).toEqual([
    "AWS's managed policies: 2026-01-01 → 2026-02-01",
    '  + policies: C',
    '  - policies: B',
    '  A v1 → v2',
  ]);
});
