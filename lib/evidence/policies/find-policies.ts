import { textAt } from '@/lib/evidence/json-pieces';
import { cluesOfAnswer } from '@/lib/evidence/policies/answers';
import type { AwsCommand } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { contentOf } from '@/lib/evidence/policies/content';
import { policyTextIn } from '@/lib/evidence/policies/policy-text';
import { toldBeside, typeOfKey } from '@/lib/evidence/policies/told-beside';
import { type Told, toldByCommand } from '@/lib/evidence/policies/told-by-command';
import { type JsonNode, type JsonObject, member, parseJson, printJson } from '@/lib/text/json';

/** The command that printed a value, or in whose arguments it stands: then `option` is the argument's name. */
export interface Printed {
  readonly command?: AwsCommand;
  readonly option?: string;
}

/** A value that was read from a text. */
export interface Source extends Printed {
  readonly node: JsonNode;
  /** What the value's ranges count; left out where it was written in another notation than JSON. */
  readonly text?: string;
}

/** Everything that a value tells about policies: the documents, bare or in the answers of AWS's commands, and where they are attached. */
export function findPolicies(source: Source): readonly Clue[] {
  const { node, command, option } = source;
  return inNode(node, { source, told: toldByCommand(command, option), key: '', depth: 0 });
}

/** Where the walk stands. */
interface Place {
  readonly source: Source;
  /** What the wrappers around tell. */
  readonly told: Told;
  /** The member that holds the value. */
  readonly key: string;
  readonly depth: number;
}

const MOST_LEVELS = 20;

function inNode(node: JsonNode, place: Place): readonly Clue[] {
  if (place.depth > MOST_LEVELS) return [];
  switch (node.kind) {
    case 'array':
      return inForce(node.items).flatMap((item) => inNode(item, { ...place, depth: place.depth + 1 }));
    case 'object':
      return isPolicy(node) ? [bare(node, place)] : inObject(node, place);
    case 'string':
      return inString(node.text, place);
    case 'number':
    case 'boolean':
    case 'null':
      return [];
  }
}

function inObject(object: JsonObject, { source, told, key: holder, depth }: Place): readonly Clue[] {
  const { command } = source;
  const here = { ...told, ...toldBeside(object, command) };
  const owner = here.attachedTo;
  const clues = cluesOfAnswer({ object, holder, ...(owner && { owner }), ...(command && { command }) });
  const inside = object.members.flatMap(({ key, value }): readonly Clue[] => {
    if (value === undefined || NOT_IN_FORCE.includes(key.value)) return [];
    const type = typeOfKey(key.value);
    // Amazon SES lists an identity's policies by their names.
    const name = holder === 'Policies' && value.kind === 'string' ? key.value : undefined;
    const inner = { ...here, ...(type && { type }), ...(name && { name }) };
    return inNode(value, { source, told: inner, key: key.value, depth: depth + 1 });
  });
  return [...clues, ...inside];
}

// Roles of instance profiles stand beside the profile's role itself; a proposed policy is still on its way.
const NOT_IN_FORCE = ['InstanceProfileList', 'Proposed'];

/** Of a managed policy's versions only the default one is in force. */
function inForce(items: readonly JsonNode[]): readonly JsonNode[] {
  const isDefault = (node: JsonNode) => node.kind === 'object' && textAt(node, 'IsDefaultVersion') === 'true';
  return items.some(isDefault) ? items.filter(isDefault) : items;
}

const ELEMENTS = ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Sid'];

/** Other services of AWS have statements, too. */
function isPolicy(object: JsonObject): boolean {
  const statement = member(object, 'Statement')?.value;
  if (statement?.kind !== 'array' && statement?.kind !== 'object') return false;
  const statements = statement.kind === 'array' ? statement.items : [statement];
  return (
    statements.length === 0 ||
    statements.some((item) => item.kind === 'object' && ELEMENTS.some((name) => member(item, name) !== undefined))
  );
}

/** A policy as an object: its own text where it is JSON that stands in the paste, else printed. */
function bare(policy: JsonObject, { source, told }: Place): Clue {
  const { text } = source;
  const own = text === undefined ? printJson(policy) : outdented(text.slice(policy.range.start, policy.range.end));
  return found(policy, own, told);
}

/** A policy inside a string, such as those of resources in the answers of AWS's commands. */
function inString(value: string, { told, key }: Place): readonly Clue[] {
  const text = policyTextIn(value);
  const policy = text === undefined ? undefined : parseJson(text).value;
  if (text === undefined || policy?.kind !== 'object' || !isPolicy(policy)) return [];
  // As a string below this name AWS's answers carry the policy of a resource; those of Organizations hold an object there.
  const ofKey = /^polic(?:y|ies)$/i.test(key) && hasPrincipal(policy) ? ({ type: 'resource' } as const) : {};
  return [found(policy, text, { ...ofKey, ...told })];
}

function hasPrincipal(policy: JsonObject): boolean {
  return contentOf(policy).hasPrincipal;
}

/** What the wrappers tell goes before what the content tells. */
function found(policy: JsonObject, text: string, told: Told): Clue {
  const content = contentOf(policy);
  const type = told.type ?? content.type;
  const { type: _type, attachedTo, resource, version, ...named } = told;
  const whose = type === 'resource' ? (resource ?? content.resource) : undefined;
  return {
    kind: 'policy',
    policy: {
      ...(type ? { type } : content.hasPrincipal && { namesPrincipals: true as const }),
      ...named,
      ...(attachedTo && type !== 'resource' && { attachedTo }),
      ...(whose && { resource: whose }),
      text,
    },
    ...(version && { version }),
  };
}

/** Lines as far to the left as the closing brace, where all of them stand that deep. */
function outdented(text: string): string {
  const indent = /\n([ \t]{1,200})[}\]]$/.exec(text.slice(-202))?.[1];
  if (indent === undefined) return text;
  const [first = '', ...lines] = text.split('\n');
  const isDeep = lines.every((line) => line.trim() === '' || line.startsWith(indent));
  return isDeep ? [first, ...lines.map((line) => line.slice(indent.length))].join('\n') : text;
}
