import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '@/lib/catalog/catalog';
import { typeCarriesPolicy } from '@/lib/catalog/relations';
import { carriesPolicy, needsBothSides } from '@/lib/catalog/resource-policies';
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

test.each([
  ['glue', 'job/nightly', false],
  ['glue', 'catalog', true],
  ['lambda', 'function:orders:live', true],
  ['lambda', 'event-source-mapping:0a1b', false],
  ['ssm', 'document/Patch', false],
  ['cloudtrail', 'trail/all', false],
  ['bedrock', 'foundation-model/nova', false],
  // Known of the service alone.
  ['bedrock', 'guardrail/g1', undefined],
  ['sagemaker', 'endpoint/e1', undefined],
  ['sqs', 'orders', undefined],
  ['glue', 'constructor', undefined],
  ['ec2', 'instance/i-0abc', undefined],
  ['constructor', 'x', undefined],
] as const)('of %s, %s carries a policy: %s (R93)', (prefix, resource, want) => {
  expect(carriesPolicy(prefix, resource)).toBe(want);
});

test('what is said of single resource types is said of types that AWS has', () => {
  const told = (prefix: string) =>
    full
      .service(prefix)
      ?.resourceTypes.filter((type) => typeCarriesPolicy(type) === false)
      .map(({ name }) => name);
  expect(told('backup')).toEqual(['backupPlan', 'framework', 'reportPlan']);
  expect(told('bedrock')).toEqual(['foundation-model']);
  expect(told('cloudtrail')).toEqual(['trail']);
  expect(told('glue')).toEqual(['crawler', 'job']);
  expect(told('lambda')).toEqual(['code signing config', 'eventSourceMapping']);
  // The instances and tasks that sessions are opened on are those of EC2 and ECS.
  expect(told('ssm')).toEqual([
    'automation-definition',
    'automation-execution',
    'document',
    'instance',
    'session',
    'task',
  ]);
});
