import { builtInCatalog, type Catalog, type ConditionKey, type Service } from '@/lib/catalog/catalog';

/** What comes with the code, and these services in detail. `keys` are those that no service lists as its own. */
export function catalogOf(services: readonly Service[], keys: readonly ConditionKey[] = []): Catalog {
  const byPrefix = new Map(services.map((service) => [service.prefix, service]));
  const actions = new Map(
    services.flatMap((service) =>
      service.actions.map((action) => [`${service.prefix}:${action.name}`.toLowerCase(), action] as const),
    ),
  );
  const known = [...keys, ...services.flatMap((service) => service.keys)];
  return {
    ...builtInCatalog(),
    date: '2026-09-26',
    service: (prefix) => byPrefix.get(prefix),
    serviceName: (prefix) => byPrefix.get(prefix)?.name,
    action: (name) => actions.get(name.toLowerCase()),
    key: (name) => known.find((key) => isNamed(key, name.toLowerCase())),
  };
}

/** The part that a caller chooses stands as a star at the end. */
function isNamed({ name }: ConditionKey, id: string): boolean {
  const known = name.toLowerCase();
  return known === id || (known.endsWith('*') && id.length >= known.length && id.startsWith(known.slice(0, -1)));
}

/** A key by its name and its type, with `[]` behind the type of keys of several values. */
export function testKey(name: string, written: ConditionKey['type'] | `${ConditionKey['type']}[]`): ConditionKey {
  return { name, type: written.replace('[]', '') as ConditionKey['type'], isMultivalued: written.endsWith('[]') };
}
