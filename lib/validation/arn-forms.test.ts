import { expect, test } from 'vitest';
import { fullCatalog } from '@/lib/testing/full-catalog';
import { arnFormsOf, arnServiceOf, LISTED_BY_OTHERS } from '@/lib/validation/arn-forms';

test('every service that lists resources of another one is known to', () => {
  const catalog = fullCatalog();
  const listed = new Map<string, Set<string>>();
  for (const prefix of catalog.prefixes) {
    for (const type of catalog.service(prefix)?.resourceTypes ?? []) {
      const service = arnServiceOf(type);
      if (service !== prefix) listed.set(service, (listed.get(service) ?? new Set()).add(prefix));
    }
  }
  const found = Object.fromEntries([...listed].map(([service, prefixes]) => [service, [...prefixes].join(' ')]));
  expect(found).toEqual(LISTED_BY_OTHERS);
});

test('a service has the forms that others list for it', () => {
  const forms = arnFormsOf('iam', fullCatalog())?.map((form) => form.arn) ?? [];
  expect(forms.some((arn) => arn.includes(':role/'))).toBe(true);
  expect(arnFormsOf('nowhere', fullCatalog())).toBeUndefined();
  expect(arnFormsOf('constructor', fullCatalog())).toBeUndefined();
});
