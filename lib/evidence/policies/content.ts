import type { FoundPolicy } from '@/lib/evidence/evidence';
import { parseArn, printArn } from '@/lib/iam/arn';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';

interface PolicyContent extends Pick<FoundPolicy, 'type' | 'resource'> {
  readonly hasPrincipal: boolean;
}

/**
 * What a policy's own statements tell of it. A `Principal` stands in resource-based policies, and in RCPs and endpoint policies: where
 * every one of them is everyone and every resource is `*`, the content does not tell which.
 */
export function contentOf(policy: JsonObject): PolicyContent {
  const statements = nodesOf(member(policy, 'Statement')?.value).flatMap((node) =>
    node.kind === 'object' ? [node] : [],
  );
  const principals = statements.map((statement) => member(statement, 'Principal') ?? member(statement, 'NotPrincipal'));
  if (!principals.some((principal) => principal !== undefined)) return { hasPrincipal: false };
  const resources = statements.flatMap((statement) => textsOf(member(statement, 'Resource')?.value));
  const isForEveryone = principals.every((principal) => principal?.value !== undefined && isEveryone(principal.value));
  if (isForEveryone && resources.length > 0 && resources.every((text) => text === '*')) return { hasPrincipal: true };
  const resource = ownerOf(resources);
  return { hasPrincipal: true, type: 'resource', ...(resource && { resource }) };
}

function nodesOf(value: JsonNode | undefined): readonly JsonNode[] {
  return value === undefined ? [] : value.kind === 'array' ? value.items : [value];
}

function textsOf(value: JsonNode | undefined): readonly string[] {
  return nodesOf(value).flatMap((node) => (node.kind === 'string' ? [node.text] : []));
}

function isEveryone(principal: JsonNode): boolean {
  const entries = principal.kind === 'object' ? principal.members.map(({ value }) => value) : [principal];
  const texts = entries.flatMap(textsOf);
  return texts.length > 0 && texts.every((text) => text === '*');
}

/** A resource-based policy names its own resource; of S3's the bucket, whose objects are named with it. */
function ownerOf(resources: readonly string[]): string | undefined {
  const owners = new Set(resources.map(withoutKey));
  const [only] = owners;
  return owners.size === 1 && only !== undefined && parseArn(only) && !/[*?$]/.test(only) ? only : undefined;
}

function withoutKey(resource: string): string {
  const arn = parseArn(resource);
  if (arn?.service !== 's3' || arn.account !== '') return resource;
  return printArn({ ...arn, resource: arn.resource.split('/')[0] ?? '' });
}
