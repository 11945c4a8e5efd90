import type { ResourceView, StatementView } from '@/lib/validation/policy-view';
import { arnFields } from '@/lib/validation/terms/arn-fields';

// What an entry of a list of resources reaches.

/** Whether a text is nothing but `*`: every resource (R125). */
export function isEveryResource(text: string): boolean {
  return /^\*+$/.test(text);
}

/** Whether a `Resource` lists every resource by `*`. */
export function hasEveryResource(resource: ResourceView | undefined): boolean {
  return resource?.name === 'Resource' && resource.entries.some((entry) => isEveryResource(entry.value));
}

/** Whether a statement reaches all resources of a kind: by an open entry of its `Resource`, or by `NotResource`. */
export function isOpen({ resource }: StatementView): boolean {
  return resource?.name === 'NotResource' || isOpenByResource(resource);
}

/** Whether an entry of `Resource` reaches all resources of a kind: `*`, or an ARN that names none. */
export function isOpenByResource(resource: ResourceView | undefined): boolean {
  return resource?.name === 'Resource' && resource.entries.some((entry) => isOpenEntry(entry.value));
}

// Services whose ARNs have the resource's name where others have its type.
const WITHOUT_TYPE: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'execute-api',
  'codecommit',
  'codepipeline',
  'aws-marketplace',
  'neptune-db',
  'servicequotas',
]);

/**
 * `*`, or an ARN whose last part consists of wildcards, alone or behind a resource type: `arn:aws:iam::*:role/*`. An ARN
 * with a literal prefix of a name is not open.
 */
function isOpenEntry(text: string): boolean {
  if (isEveryResource(text)) return true;
  const [arn, , service = '', , account = '', resource] = arnFields(text);
  if (arn !== 'arn' || resource === undefined) return false;
  if (WILDCARDS.test(resource)) return true;
  // Of S3 only access points and the like, whose ARNs carry an account, name their type.
  if (WITHOUT_TYPE.has(service) && (service !== 's3' || account === '')) return false;
  const type = /^\/?[A-Za-z][A-Za-z0-9-]*[:/]/.exec(resource)?.[0];
  return type !== undefined && WILDCARDS.test(resource.slice(type.length));
}

const WILDCARDS = /^[*?][*?/:]*$/;

/** Whether a policy value has `*` or `?` outside of `${*}` and the like. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text.replaceAll(/\$\{[*?$]\}/g, ''));
}
