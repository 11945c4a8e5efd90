import { type JsonMember, type JsonNode, member, parseJson } from '@/lib/text/json';

/** A policy inside the answer of a command, a template's resource or the like. */
export interface WrappedPolicy {
  /** The member whose value is the policy. */
  readonly member: JsonMember;
  /** The policy as an object of its own, or a text that holds it. */
  readonly value: JsonNode;
  /** The policy's text, where it stands inside another text. */
  readonly plain?: string;
}

// Under these names tools carry a policy, or what carries one.
const WRAPPERS: ReadonlySet<string> = new Set([
  'AssumeRolePolicyDocument',
  'Attributes',
  'Content',
  'Document',
  'KeyPolicy',
  'Policy',
  'PolicyDocument',
  'PolicyInJson',
  'PolicyText',
  'PolicyVersion',
  'Properties',
  'RepositoryPolicyText',
  'ResourcePolicy',
  'Role',
  'assume_role_policy',
  'document',
  'policy',
  'policyDocument',
  'policyText',
  'resourcePolicy',
]);
const DEEPEST = 4;

/** The policy that an object holds which is none itself. `undefined` for a policy, and for what holds none. */
export function findWrappedPolicy(node: JsonNode, depth = 0): WrappedPolicy | undefined {
  if (node.kind !== 'object' || depth > DEEPEST || member(node, 'Statement')) return undefined;
  for (const found of node.members) {
    if (found.value === undefined || !WRAPPERS.has(found.key.value)) continue;
    const plain = found.value.kind === 'string' ? policyInText(found.value.text) : undefined;
    if (plain !== undefined) return { member: found, value: found.value, plain };
    if (found.value.kind === 'object' && member(found.value, 'Statement')) return { member: found, value: found.value };
    const inner = findWrappedPolicy(found.value, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

/** The policy that a text holds: as JSON, or percent-encoded as IAM's own answers have it. */
export function policyInText(text: string): string | undefined {
  const plain = /^\s*%7B/i.test(text) ? decoded(text) : text;
  if (plain === undefined || !/^\s*\{/.test(plain)) return undefined;
  const read = parseJson(plain);
  const isPolicyText = read.problems.length === 0 && read.value?.kind === 'object' && member(read.value, 'Statement');
  return isPolicyText ? plain : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that is no escape: then the text is not what it seemed.
    return undefined;
  }
}
