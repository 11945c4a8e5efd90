import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { needsBothSides } from '@/lib/catalog/resource-policies';
import { ACTIONS_WITHOUT_RESOURCE } from '@/lib/catalog/services';
import { fullCatalog } from '@/lib/testing/full-catalog';

const builtIn = builtInCatalog();
const full = fullCatalog();
const both = [
  ['built in', builtIn],
  ['full', full],
] as const;

describe.each(both)('what is known of a service: %s', (_name, catalog) => {
  test.each([
    ['s3', 'main', true],
    ['kms', 'main', true],
    ['sts', 'some', true],
    ['iam', 'some', false],
    ['ec2', 'none', false],
    ['constructor', undefined, undefined],
    ['no-such-service', undefined, undefined],
    ['', undefined, undefined],
  ] as const)('%j: resource policies %s, RCPs %s (R41, R93)', (prefix, policies, rcp) => {
    expect([catalog.resourcePolicies(prefix), catalog.rcpCovers(prefix)]).toEqual([policies, rcp]);
  });

  test.each([
    ['s3:listallmybuckets', true],
    ['s3:getobject', false],
    ['no-such-service:x', undefined],
    ['constructor', undefined],
  ])('%s is checked against `*` only: %s (R126)', (action, want) => {
    expect(catalog.isWithoutResource(action)).toBe(want);
  });
});

describe('the catalog that comes with the code says what the full one says', () => {
  test('the same services', () => {
    expect(builtIn.prefixes).toEqual(full.prefixes);
  });

  test('RCPs cover the same services', () => {
    const covered = (catalog: typeof full) => catalog.prefixes.filter((prefix) => catalog.rcpCovers(prefix));
    expect(covered(builtIn)).toEqual(covered(full));
  });

  test.each(Object.keys(ACTIONS_WITHOUT_RESOURCE))('the same actions of %s are checked against `*` only', (prefix) => {
    const actions = full.service(prefix)?.actions.map((action) => `${prefix}:${action.name}`.toLowerCase()) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    const onStar = (catalog: typeof full) => actions.filter((action) => catalog.isWithoutResource(action));
    expect(onStar(builtIn)).toEqual(onStar(full));
  });
});

test.each([
  ['vpc-lattice-svcs', true],
  ['aoss', true],
  ['s3', false],
])('%s needs an Allow on both sides: %s', (prefix, want) => {
  expect(needsBothSides(prefix)).toBe(want);
});
