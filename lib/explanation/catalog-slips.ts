import type { Catalog } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import type { Comparison } from '@/lib/evaluation/verdict';
import { servicePrefix } from '@/lib/iam/action';
import { keyPrefix } from '@/lib/iam/context-key';
import type { Request } from '@/lib/request/request';
import { isUnlistedKey } from '@/lib/request/unlisted-keys';
import { nearestName } from '@/lib/text/nearest';
import { code } from '@/lib/text/wording';

// What AWS's data tells of an Allow that lacked one thing. Nothing is said of what the data does not know.

/** An action of the policy that AWS does not have, and that the request's action was probably meant by. */
export function misspelledAction(pattern: string, { action }: Request, catalog: Catalog): string | undefined {
  if (/[*?]/.test(pattern) || catalog.action(action) === undefined) return undefined;
  const prefix = servicePrefix(pattern);
  const name = pattern.slice(prefix.length + 1);
  const wanted = servicePrefix(action);
  if (prefix !== wanted) {
    if (`${wanted}:${name}`.toLowerCase() !== action.toLowerCase()) return undefined;
    if (catalog.isService(prefix) || nearestName(prefix, catalog.prefixes) !== wanted) return undefined;
    return `It allows ${code(pattern)}, but AWS has no service ${code(prefix)}; the prefix is ${code(wanted)}.`;
  }
  // Asked before all names are: most actions of a policy are no slips at all.
  if (nearestName(name, [action.slice(wanted.length + 1)]) === undefined) return undefined;
  if (catalog.action(pattern) !== undefined) return undefined;
  const actions = catalog.service(wanted)?.actions ?? [];
  const meant = nearestName(
    name,
    actions.map((candidate) => candidate.name),
  );
  if (meant === undefined || `${wanted}:${meant}`.toLowerCase() !== action.toLowerCase()) return undefined;
  return `It allows ${code(pattern)}, an action that AWS does not have; this one is called ${code(`${wanted}:${meant}`)}.`;
}

/** Why the request does not carry a key, where AWS's data tells: there is no such key, or it is of other actions. */
export function uncarriedKey({ key, reason }: Comparison, { action }: Request, catalog: Catalog): string | undefined {
  if (key === undefined || !reason.startsWith('absent')) return undefined;
  if (isUnlistedKey(key, action, catalog)) {
    return `AWS sends ${code(key)} with other actions, never with ${code(action)}, so this condition cannot hold.`;
  }
  const prefix = keyPrefix(key);
  const names = prefix === 'aws' ? [...GLOBAL_KEYS.values()] : catalog.service(prefix)?.keys;
  if (catalog.date === undefined || catalog.key(key) !== undefined || names === undefined) return undefined;
  const meant = nearestName(
    key,
    names.map((candidate) => candidate.name),
  );
  return `AWS has no condition key ${code(key)}${meant ? `; did you mean ${code(meant)}?` : '.'}`;
}
