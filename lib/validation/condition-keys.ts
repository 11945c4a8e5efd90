import type { Action, Catalog, ConditionKey } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { keyId, keyPrefix } from '@/lib/iam/context-key';
import { matchesPattern, wildcardPattern } from '@/lib/text/wildcard';
import { remembered } from '@/lib/validation/remembered';

// What is known of condition keys. Global ones are known without the details of services.

// Keys with a part that the caller chooses, such as a tag.
const OPEN_GLOBAL_KEYS = [...GLOBAL_KEYS.values()].filter(({ name }) => name.endsWith('*'));

/** A key by its name in any case, global or of a service; `undefined` where it is not known. */
export const knownKey = remembered(
  (name: string, catalog: Catalog): ConditionKey | undefined => globalKey(name) ?? catalog.key(name),
);

export function globalKey(name: string): ConditionKey | undefined {
  const id = keyId(name);
  return GLOBAL_KEYS.get(id) ?? OPEN_GLOBAL_KEYS.find((key) => fitsKey(key, id));
}

function fitsKey({ name }: ConditionKey, id: string): boolean {
  const written = keyId(name);
  return written === id || (written.includes('*') && matchesPattern(wildcardPattern(written), id));
}

/**
 * Whether a request for an action may carry a key: it is listed for the action itself, or for one of the resource types that
 * the action can name.
 */
export function supportsKey(action: Action, name: string): boolean {
  const id = keyId(name);
  const lists = [action.keys, ...action.resources.flatMap((resource) => [resource.keys, resource.type.keys])];
  return lists.some((keys) => keys.some((key) => fitsKey(key, id)));
}

/**
 * The service that a key belongs to, in lower case; `undefined` for keys of all services and of those who vouch for users, such
 * as `saml:aud` and `accounts.google.com:sub`.
 */
export function serviceOfKey(name: string): string | undefined {
  const prefix = keyPrefix(name);
  return prefix === '' || prefix === 'aws' || prefix === 'saml' || /[./]/.test(prefix) ? undefined : prefix;
}
