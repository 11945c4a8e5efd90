import * as z from 'zod/mini';
import type { Catalog, ConditionKey, Service } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { readService } from '@/lib/catalog/read-service';
import { resourcePolicySupport } from '@/lib/catalog/resource-policies';
import { servicePrefix } from '@/lib/iam/action';
import { keyId, keyPrefix } from '@/lib/iam/context-key';
import { matchesPattern, wildcardMatcher, wildcardPattern } from '@/lib/text/wildcard';

/** The shape of the file that this code opens. Raise it here and in scripts/catalog/encode.mjs when the shape changes. */
const FORMAT = 1;

const FILE = z.object({
  format: z.literal(FORMAT),
  /** The day of AWS's data. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Prefixes of keys that other services list, with `*` where the caller chooses: `saml` → `sts`. */
  keysElsewhere: z.record(z.string(), z.string()),
  /** Prefix, name, whether RCPs cover it, keys, sets of keys, resource types, actions: see `readService`. */
  services: z.array(z.tuple([z.string(), z.string(), z.number(), z.string(), z.string(), z.string(), z.string()])),
});

/**
 * Opens the data of all AWS services, as it was read from its file. `undefined` when it is none, or is of another version
 * of the app. Of a service nothing but its name is read before something asks for it.
 */
export function openCatalog(data: unknown): Catalog | undefined {
  const read = FILE.safeParse(data);
  return read.success ? catalogOf(read.data) : undefined;
}

function catalogOf({ date, keysElsewhere, services }: z.infer<typeof FILE>): Catalog {
  const rows = new Map(services.map((row) => [row[0], row]));
  const opened = new Map<string, OpenedService>();
  const open = (prefix: string): OpenedService | undefined => {
    const known = opened.get(prefix);
    const row = known ? undefined : rows.get(prefix);
    if (row === undefined) return known;
    const service = indexed(readService(row));
    opened.set(prefix, service);
    return service;
  };
  const elsewhere = Object.entries(keysElsewhere).map(
    ([prefix, listedBy]) => [wildcardMatcher(prefix.toLowerCase()), listedBy.split(' ')] as const,
  );
  const keyOf = (id: string): ConditionKey | undefined => {
    const prefix = keyPrefix(id);
    const others = elsewhere.filter(([fits]) => fits(prefix)).flatMap(([, listedBy]) => listedBy);
    for (const service of [prefix, ...others]) {
      const key = findKey(open(service)?.keys, id);
      if (key) return key;
    }
    return undefined;
  };
  const actionOf = (name: string) => open(servicePrefix(name))?.actions.get(name.toLowerCase());
  return {
    date,
    prefixes: services.map(([prefix]) => prefix),
    service: (prefix) => open(prefix)?.service,
    action: actionOf,
    key: (name) => findKey(GLOBAL_KEYS, keyId(name)) ?? keyOf(keyId(name)),
    isService: (prefix) => rows.has(prefix),
    serviceName: (prefix) => rows.get(prefix)?.[1],
    resourcePolicies: (prefix) => (rows.has(prefix) ? resourcePolicySupport(prefix) : undefined),
    rcpCovers: (prefix) => {
      const row = rows.get(prefix);
      return row && row[2] === 1;
    },
    isWithoutResource: (action) => {
      const known = actionOf(action);
      return known && known.resources.length === 0;
    },
  };
}

interface OpenedService {
  readonly service: Service;
  /** By their lower-case names, with the prefix. */
  readonly actions: ReadonlyMap<string, Service['actions'][number]>;
  readonly keys: ReadonlyMap<string, ConditionKey>;
}

function indexed(service: Service): OpenedService {
  return {
    service,
    actions: new Map(service.actions.map((action) => [`${service.prefix}:${action.name.toLowerCase()}`, action])),
    keys: new Map(service.keys.map((key) => [keyId(key.name), key])),
  };
}

/** A key by its lower-case name: itself, or the one whose `*` its chosen part fills. */
function findKey(keys: ReadonlyMap<string, ConditionKey> | undefined, id: string): ConditionKey | undefined {
  const exact = keys?.get(id);
  if (exact || keys === undefined) return exact;
  for (const [pattern, key] of keys) {
    if (pattern.includes('*') && matchesPattern(wildcardPattern(pattern), id)) return key;
  }
  return undefined;
}
