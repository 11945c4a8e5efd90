import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { prefixOfService } from '@/lib/evidence/operations/action-of-operation';
import { BARE_OPERATIONS } from '@/lib/evidence/operations/bare';
import { ACTIONS_BY_OPERATION } from '@/lib/evidence/operations/exceptions';
import { PREFIXES_BY_NAME, PREFIXES_OF_SAME_NAME } from '@/lib/evidence/operations/prefixes';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { readJsonc } from '@/lib/testing/jsonc';

const catalog = fullCatalog();

// What is written by hand names only what AWS's data has.

describe('operations', () => {
  test('every action is one of AWS’s', () => {
    const actions = [...new Set(Object.values(ACTIONS_BY_OPERATION))];
    expect(actions.filter((action) => catalog.action(action) === undefined)).toEqual([]);
  });

  test('every prefix is a service', () => {
    const prefixes = [BARE_OPERATIONS, PREFIXES_BY_NAME, PREFIXES_OF_SAME_NAME].flatMap((table) =>
      Object.values(table),
    );
    expect([...new Set(prefixes)].filter((prefix) => !catalog.isService(prefix))).toEqual([]);
  });

  test.each(
    Object.entries(
      z.record(z.string(), z.string()).parse(readJsonc(new URL('../cases/sdk-services.jsonc', import.meta.url))),
    ),
  )('what SDKs call %s is %s in policies', (name, prefix) => {
    expect(prefixOfService(name)).toBe(prefix);
  });

  test('an operation without its service leads to an action of AWS’s', () => {
    const actions = Object.entries(BARE_OPERATIONS).map(
      ([operation, prefix]) => ACTIONS_BY_OPERATION[`${prefix}:${operation}`] ?? `${prefix}:${operation}`,
    );
    expect(actions.filter((action) => catalog.action(action) === undefined)).toEqual([]);
  });
});
