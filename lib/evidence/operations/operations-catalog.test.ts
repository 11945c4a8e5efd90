import { describe, expect, test } from 'vitest';
import { BARE_OPERATIONS } from '@/lib/evidence/operations/bare';
import { ACTIONS_BY_OPERATION } from '@/lib/evidence/operations/exceptions';
import { PREFIXES_BY_NAME } from '@/lib/evidence/operations/prefixes';
import { fullCatalog } from '@/lib/testing/full-catalog';

const catalog = fullCatalog();

// What is written by hand names only what AWS's data has.

describe('operations', () => {
  test('every action is one of AWS’s', () => {
    const actions = [...new Set(Object.values(ACTIONS_BY_OPERATION))];
    expect(actions.filter((action) => catalog.action(action) === undefined)).toEqual([]);
  });

  test('every prefix is a service', () => {
    const prefixes = [...Object.values(BARE_OPERATIONS), ...Object.values(PREFIXES_BY_NAME)];
    expect([...new Set(prefixes)].filter((prefix) => !catalog.isService(prefix))).toEqual([]);
  });

  test('an operation without its service leads to an action of AWS’s', () => {
    const actions = Object.entries(BARE_OPERATIONS).map(
      ([operation, prefix]) => ACTIONS_BY_OPERATION[`${prefix}:${operation}`] ?? `${prefix}:${operation}`,
    );
    expect(actions.filter((action) => catalog.action(action) === undefined)).toEqual([]);
  });
});
