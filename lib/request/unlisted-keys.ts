import type { Catalog } from '@/lib/catalog/catalog';
import { keyId, keyPrefix } from '@/lib/iam/context-key';
import { isKeyOfCredentials } from '@/lib/request/service-keys';

/**
 * Whether a request for this action never carries a key: one of the service's own, which AWS's data lists for other actions
 * alone. `false` also where nothing is known. Global keys, keys of credentials, and keys and actions that AWS's data does not
 * have are never ruled out.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function isUnlistedKey(key: string, action: string, catalog: Catalog): boolean {
  const known = catalog.action(action);
  const id = keyId(key);
  if (known === undefined || keyPrefix(id) !== known.service || isKeyOfCredentials(id)) return false;
  const listed = catalog.key(id);
  if (listed === undefined) return false;
  const name = keyId(listed.name);
  return ![known.keys, ...known.resources.map((resource) => resource.keys)].some((keys) =>
    keys.some((candidate) => keyId(candidate.name) === name),
  );
}
