import type { FoundPolicy } from '@/lib/evidence/evidence';
import { objectAt, textAt } from '@/lib/evidence/json-pieces';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';

/** What a wrapper tells of the policy inside it. */
type Told = Omit<FoundPolicy, 'text'>;

/** Every policy in a JSON value: bare, or in the answer of an AWS command. `text` is what the value's ranges count. */
export function findPolicies(node: JsonNode, text: string): readonly FoundPolicy[] {
  return inNode(node, text, {}, 0);
}

const MOST_LEVELS = 12;

function inNode(node: JsonNode, text: string, told: Told, depth: number): readonly FoundPolicy[] {
  if (depth > MOST_LEVELS) return [];
  if (node.kind === 'array') return node.items.flatMap((item) => inNode(item, text, told, depth + 1));
  if (node.kind !== 'object') return [];
  if (isPolicy(node)) return [{ ...told, ...withType(told, node), text: text.slice(node.range.start, node.range.end) }];
  const here = { ...told, ...toldBy(node) };
  return node.members.flatMap(({ key, value }): readonly FoundPolicy[] => {
    if (value === undefined) return [];
    const ofKey = TYPES_OF_KEYS[key.value];
    const inside: Told = { ...here, ...(ofKey && { type: ofKey }) };
    if (value.kind !== 'string') return inNode(value, text, inside, depth + 1);
    const policy = policyText(value.text);
    return policy === undefined ? [] : [{ ...inside, ...typeOfText(inside, policy), text: policy }];
  });
}

function isPolicy(object: JsonObject): boolean {
  const statement = member(object, 'Statement')?.value;
  return statement !== undefined && (statement.kind === 'array' || statement.kind === 'object');
}

// Members of AWS's answers that tell the policy's type.
const TYPES_OF_KEYS: Readonly<Record<string, PolicyType>> = {
  AssumeRolePolicyDocument: 'resource',
  policyText: 'resource',
  ResourcePolicy: 'resource',
  resourcePolicy: 'resource',
  PolicyInJson: 'resource',
  PolicyVersion: 'identity',
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
  const type = ORGANIZATION_TYPES[textAt(summary, 'Type') ?? ''];
  const name = textAt(object, 'PolicyName') ?? textAt(summary, 'Name');
  const arn = textAt(summary, 'Arn');
  const user = textAt(object, 'UserName');
  const group = textAt(object, 'GroupName');
  const role = textAt(object, 'RoleName');
  const isInline = member(object, 'PolicyDocument') !== undefined && (user ?? group ?? role) !== undefined;
  const attachedTo = user ? `user:${user}` : group ? `group:${group}` : role ? `role:${role}` : undefined;
  const resource = member(object, 'AssumeRolePolicyDocument') ? textAt(object, 'Arn') : undefined;
  return {
    ...(type ? { type } : isInline ? { type: 'identity' as const } : {}),
    ...(name && { name }),
    ...(arn && { arn }),
    ...(attachedTo && { attachedTo }),
    ...(resource && { resource }),
  };
}

/** A statement with a Principal stands in a resource-based policy; without one the content does not tell the type. */
function withType(told: Told, policy: JsonObject): Pick<FoundPolicy, 'type'> {
  if (told.type !== undefined) return { type: told.type };
  const value = member(policy, 'Statement')?.value;
  const statements = value?.kind === 'array' ? value.items : value ? [value] : [];
  const named = statements.some(
    (statement) =>
      statement.kind === 'object' &&
      (member(statement, 'Principal') ?? member(statement, 'NotPrincipal')) !== undefined,
  );
  return named ? { type: 'resource' } : {};
}

function typeOfText(told: Told, policy: string): Pick<FoundPolicy, 'type'> {
  if (told.type !== undefined) return { type: told.type };
  return /"(?:Not)?Principal"\s{0,20}:/.test(policy) ? { type: 'resource' } : {};
}

/** A policy inside a string: as it is, or percent-encoded. */
function policyText(value: string): string | undefined {
  const plain = /^\s{0,200}%7B/i.test(value) ? decoded(value) : value;
  return plain !== undefined && /^\s{0,200}\{/.test(plain) && /"Statement"\s{0,20}:/.test(plain) ? plain : undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}
