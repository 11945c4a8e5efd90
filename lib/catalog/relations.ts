import type { Action, Catalog, ConditionKey, ResourceType } from '@/lib/catalog/catalog';
import { carriesPolicy, resourcePolicySupport } from '@/lib/catalog/resource-policies';
import { splitArn } from '@/lib/iam/arn';
import { keyId } from '@/lib/iam/context-key';

// What belongs together in the catalog, and the smallest statement that grants an action.

/** The actions of the type's own service that can be limited to resources of this type. */
export function actionsOnType(catalog: Catalog, { service, name }: ResourceType): readonly Action[] {
  const actions = catalog.service(service)?.actions ?? [];
  return actions.filter(({ resources }) =>
    resources.some(({ type }) => type.service === service && type.name === name),
  );
}

/** The actions whose requests may carry a key, of all services; for a global key those that list it by name. */
export function actionsWithKey(catalog: Catalog, key: ConditionKey): readonly Action[] {
  const id = keyId(key.name);
  const isIt = (candidate: ConditionKey) => keyId(candidate.name) === id;
  return catalog.prefixes.flatMap((prefix) => {
    const service = catalog.service(prefix);
    if (!service?.keys.some(isIt)) return [];
    return service.actions.filter(
      ({ keys, resources }) => keys.some(isIt) || resources.some((resource) => resource.keys.some(isIt)),
    );
  });
}

/** Every key that a request for the action may carry besides the global ones: its own, then those of its resource types. */
export function keysOfAction({ keys, resources }: Action): readonly ConditionKey[] {
  const all = [...keys, ...resources.flatMap((resource) => resource.keys)];
  return [...new Map(all.map((key) => [keyId(key.name), key])).values()];
}

/** An ARN of the type to start from: Region and account as in AWS's examples, every other part under its own name. */
export function sampleArn({ arn }: ResourceType): string {
  return arn.replace(/\$\{([^}]*)\}/g, (_, name: string) => SAMPLE_PARTS.get(name) ?? name);
}

const SAMPLE_PARTS: ReadonlyMap<string, string> = new Map([
  ['Partition', 'aws'],
  ['Region', 'us-east-1'],
  ['Account', '111122223333'],
]);

/** The resources that a statement for the action names: one of every type that it needs, else the plainest one, else `*` (R126). */
export function sampleResources({ resources }: Action): readonly [string, ...string[]] {
  const needed = resources.filter(({ required }) => required);
  const plainest = resources.toSorted((left, right) => left.type.arn.length - right.type.arn.length).slice(0, 1);
  const [first = '*', ...others] = (needed.length > 0 ? needed : plainest).map(({ type }) => sampleArn(type));
  return [first, ...others];
}

/** A policy that allows the action on the resources, and nothing else. */
export function grantingPolicy(action: string, resources: readonly [string, ...string[]]): string {
  const [first, ...others] = resources;
  const statement = { Effect: 'Allow', Action: action, Resource: others.length === 0 ? first : resources };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

/** Whether resources of a type carry a policy (R93); `undefined` where it is known of their service alone that some do. */
export function typeCarriesPolicy({ service, arn }: ResourceType): boolean | undefined {
  const [, , written = '', , , resource = ''] = splitArn(arn);
  const owner = written.startsWith('$') ? service : written;
  return resourcePolicySupport(owner) === 'none' ? false : carriesPolicy(owner, resource);
}
