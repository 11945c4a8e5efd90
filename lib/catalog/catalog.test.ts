import { describe, expect, test } from 'vitest';
import { builtInCatalog, needsBothSides } from '@/lib/catalog/catalog';

const catalog = builtInCatalog();

describe('what is known of a service', () => {
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
});

test.each([
  ['s3:listallmybuckets', true],
  ['s3:getobject', false],
  ['no-such-service:x', undefined],
  ['constructor', undefined],
])('%s is checked against `*` only: %s (R126)', (action, want) => {
  expect(catalog.isWithoutResource(action)).toBe(want);
});

test.each([
  ['vpc-lattice-svcs', true],
  ['aoss', true],
  ['s3', false],
])('%s needs an Allow on both sides: %s', (prefix, want) => {
  expect(needsBothSides(prefix)).toBe(want);
});
