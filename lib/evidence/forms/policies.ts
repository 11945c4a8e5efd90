import type { FoundPolicy } from '@/lib/evidence/evidence';
import { toldByCommand } from '@/lib/evidence/forms/command-line';
import { contentOf } from '@/lib/evidence/forms/policy-content';
import { listAt, objectAt, textAt } from '@/lib/evidence/json-pieces';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, type JsonObject, member, parseJson } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

/** What a wrapper tells of the policy inside it. */
type Told = Omit<FoundPolicy, 'possibleTypes' | 'text'>;

/**
 * Every policy in a JSON value: bare, or in the answers of AWS's commands. `text` is what the value's ranges count; `before` stands in
 * front of it.
 */
export function findPolicies(node: JsonNode, text: string, before: string): readonly FoundPolicy[] {
  return inNode(node, text, toldByCommand(before), 0);
}

const MOST_LEVELS = 12;

function inNode(node: JsonNode, text: string, told: Told, depth: number): readonly FoundPolicy[] {
  if (depth > MOST_LEVELS) return [];
  if (node.kind === 'array') return inForce(node.items).flatMap((item) => inNode(item, text, told, depth + 1));
  if (node.kind !== 'object') return [];
  if (isPolicy(node)) return [found(told, node, text.slice(node.range.start, node.range.end))];
  const here = { ...told, ...toldBy(node) };
  return node.members.flatMap(({ key, value }): readonly FoundPolicy[] => {
    if (value === undefined) return [];
    const ofKey = lookUp(TYPES_OF_KEYS, key.value);
    const inside: Told = { ...here, ...(ofKey && { type: ofKey }) };
    if (value.kind !== 'string') return inNode(value, text, inside, depth + 1);
    const policy = policyText(value.text);
    const parsed = policy === undefined ? undefined : parseJson(policy).value;
    if (policy === undefined || parsed?.kind !== 'object') return [];
    // As a string below this name AWS's answers carry the policy of a resource; those of Organizations hold an object there.
    const isOfResource = inside.type === undefined && /^policy$/i.test(key.value);
    return [found(isOfResource ? { ...inside, type: 'resource' } : inside, parsed, policy)];
  });
}

/** Of a managed policy's versions only the default one is in force. */
function inForce(items: readonly JsonNode[]): readonly JsonNode[] {
  const isDefault = (node: JsonNode) => node.kind === 'object' && textAt(node, 'IsDefaultVersion') === 'true';
  return items.some(isDefault) ? items.filter(isDefault) : items;
}

function isPolicy(object: JsonObject): boolean {
  const statement = member(object, 'Statement')?.value;
  return statement !== undefined && (statement.kind === 'array' || statement.kind === 'object');
}

/** What the wrappers tell goes before what the content tells. */
function found(told: Told, policy: JsonObject, text: string): FoundPolicy {
  const content = contentOf(policy);
  const type = told.type ?? content.type;
  const { type: _type, attachedTo, resource, ...named } = told;
  const whose = type === 'resource' ? (resource ?? content.resource) : undefined;
  return {
    ...(type && { type }),
    possibleTypes: told.type ? [told.type] : content.possibleTypes,
    ...named,
    ...(attachedTo && type !== 'resource' && { attachedTo }),
    ...(whose && { resource: whose }),
    text,
  };
}

// Members of AWS's answers that tell the policy's type.
const TYPES_OF_KEYS: Readonly<Record<string, PolicyType>> = {
  AssumeRolePolicyDocument: 'resource',
  policyText: 'resource',
  ResourcePolicy: 'resource',
  resourcePolicy: 'resource',
  PolicyInJson: 'resource',
  AccessPolicies: 'resource',
  accessPolicy: 'resource',
  PolicyVersion: 'identity',
  PolicyVersionList: 'identity',
  UserPolicyList: 'identity',
  RolePolicyList: 'identity',
  GroupPolicyList: 'identity',
};

const ORGANIZATION_TYPES: Readonly<Record<string, PolicyType>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

/** Names and places that an answer states beside the policy. */
function toldBy(object: JsonObject): Told {
  const summary = objectAt(object, 'PolicySummary');
  const owner = ['User', 'Group', 'Role'].find((kind) => textAt(object, `${kind}Name`) !== undefined);
  const endpoint = textAt(object, 'VpcEndpointId');
  const isManaged = listAt(object, 'PolicyVersionList').length > 0;
  const isInline = owner !== undefined && member(object, 'PolicyDocument') !== undefined;
  const type = endpoint
    ? 'endpoint'
    : (lookUp(ORGANIZATION_TYPES, textAt(summary, 'Type') ?? '') ?? (isInline ? 'identity' : undefined));
  const name = textAt(object, 'PolicyName') ?? textAt(summary, 'Name') ?? endpoint;
  const arn = textAt(summary, 'Arn') ?? (isManaged ? textAt(object, 'Arn') : undefined);
  const resource = resourceBeside(object);
  return {
    ...(type && { type }),
    ...(name && { name }),
    ...(arn && { arn }),
    ...(owner && { attachedTo: `${owner.toLowerCase()}:${textAt(object, `${owner}Name`)}` }),
    ...(resource && { resource }),
  };
}

/** The ARN of the role, secret, topic or queue whose policy stands beside it. */
function resourceBeside(object: JsonObject): string | undefined {
  if (member(object, 'AssumeRolePolicyDocument')) return textAt(object, 'Arn');
  if (member(object, 'ResourcePolicy')) return textAt(object, 'ARN');
  return member(object, 'Policy') ? (textAt(object, 'TopicArn') ?? textAt(object, 'QueueArn')) : undefined;
}

/** A policy inside a string: as it is, percent-encoded, or escaped once more (API Gateway). */
function policyText(value: string): string | undefined {
  const plain = /^\s{0,200}%7B/i.test(value)
    ? decoded(value)
    : /^\s{0,200}\{\s{0,200}\\"/.test(value)
      ? value.replace(/\\(["\\/])/g, '$1')
      : value;
  return plain !== undefined && /^\s{0,200}\{/.test(plain) && /"Statement"\s{0,20}:/.test(plain) ? plain : undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}
