import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { objectNode } from '@/lib/evidence/notations/plain-node';
import { cluesOfAnswer } from '@/lib/evidence/policies/answers';
import type { AwsCommand } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { contentOf } from '@/lib/evidence/policies/content';
import { hasFunctions, NO_TEMPLATE, resolveFunctions, type Template } from '@/lib/evidence/policies/intrinsics';
import { policyTextIn } from '@/lib/evidence/policies/policy-text';
import { isTemplate, templateOf, textOf } from '@/lib/evidence/policies/template';
import { templateResource } from '@/lib/evidence/policies/template-resource';
import {
  isTerraformResource,
  NO_NAMES,
  namesOf,
  plannedPart,
  resourcesIn,
  type TerraformNames,
  terraformResource,
  valuesOf,
} from '@/lib/evidence/policies/terraform-resource';
import { toldBeside, typeOfKey } from '@/lib/evidence/policies/told-beside';
import { type Told, toldByCommand } from '@/lib/evidence/policies/told-by-command';
import { openReferences } from '@/lib/policy/open-references';
import { type JsonNode, type JsonObject, member, parseJson, printJson } from '@/lib/text/json';
import type { Problem } from '@/lib/text/problem';
import { code } from '@/lib/text/wording';

/** The command that printed a value, or in whose arguments it stands: then `option` is the argument's name. */
export interface Printed {
  readonly command?: AwsCommand;
  readonly option?: string;
}

/** A value that was read from a text. */
export interface Source extends Printed {
  readonly node: JsonNode;
  /** What the value's ranges count. */
  readonly text: string;
}

/** Everything that a value tells about policies: the documents, bare or in the answers of AWS's commands, and where they are attached. */
export function findPolicies(source: Source): readonly Clue[] {
  const { node, command, option } = source;
  return inNode(node, {
    source,
    template: NO_TEMPLATE,
    names: NO_NAMES,
    told: toldByCommand(command, option),
    key: '',
    depth: 0,
  });
}

/** Where the walk stands. */
interface Place {
  readonly source: Source;
  /** What the template or configuration around knows of its own resources. */
  readonly template: Template;
  readonly names: TerraformNames;
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
      return inList(node.items, place);
    case 'object':
      if (isPolicy(node)) return bare(node, place);
      if (place.depth === 0 && isWholeStatement(node)) return statementAlone(node, place);
      return [...computed(node, place), ...inObject(node, place)];
    case 'string':
      return inString(node.text, place);
    case 'number':
    case 'boolean':
    case 'null':
      return [];
  }
}

/** The members of a list stand below its name with brackets: `Policies[]`. */
function inList(items: readonly JsonNode[], place: Place): readonly Clue[] {
  const told = { ...place.told, ...toldByRow(items) };
  const key = place.key === '' ? '' : `${place.key}[]`;
  return inForce(items).flatMap((item) => inNode(item, { ...place, told, key, depth: place.depth + 1 }));
}

/** Fields of an endpoint without their names, as a query picks them. */
function toldByRow(items: readonly JsonNode[]): Told {
  const id = items.find((item) => item.kind === 'string' && /^vpce-[0-9a-f]{1,40}$/.test(item.text));
  return id?.kind === 'string' ? { type: 'endpoint', name: id.text } : {};
}

function inObject(object: JsonObject, place: Place): readonly Clue[] {
  const planned = plannedPart(object);
  if (planned) return inObject(planned, place);
  if (isTerraformResource(object)) return inTerraform(object, place);
  const template = isTemplate(object) ? templateOf(object) : place.template;
  const module = objectAt(object, 'root_module');
  const names = module ? namesOf(resourcesIn(module)) : place.names;
  // A template may give a whole document as a text: `Fn::Sub` with JSON in it.
  const substituted = hasFunctions(object) ? textOf(object, template) : undefined;
  if (substituted !== undefined) return inString(substituted, place);
  const { command } = place.source;
  const resource = templateResource(object, place.key, template);
  const told = { ...place.told, ...(resource?.told ?? toldBeside(object, command)) };
  const owner = told.attachedTo;
  const clues =
    resource?.clues ??
    cluesOfAnswer({ object, holder: place.key, ...(owner && { owner }), ...(command && { command }) });
  return [...clues, ...inMembers(object, { ...place, template, names, told })];
}

function inTerraform(object: JsonObject, place: Place): readonly Clue[] {
  const resource = terraformResource(object, place.names);
  const values = valuesOf(object);
  if (resource === undefined || values === undefined) return [];
  const isData = textAt(object, 'mode') === 'data';
  const told = { ...place.told, ...resource.told };
  return [...resource.clues, ...(isData ? [] : inMembers(values, { ...place, told, key: '' }))];
}

function inMembers(object: JsonObject, place: Place): readonly Clue[] {
  return object.members.flatMap(({ key, value }): readonly Clue[] => {
    if (value === undefined || NOT_IN_FORCE.includes(key.value)) return [];
    const type = typeOfKey(key.value);
    const name = nameFor(object, key.value, value, place.key);
    const told = { ...place.told, ...(type && { type }), ...(name && { name }) };
    return inNode(value, { ...place, told, key: key.value, depth: place.depth + 1 });
  });
}

/** Amazon SES lists an identity's policies by their names; Terraform's inline policies have one beside them. */
function nameFor(object: JsonObject, key: string, value: JsonNode, holder: string): string | undefined {
  if (holder === 'Policies' && value.kind === 'string') return key;
  return /^inline_policy/.test(holder) ? textAt(object, 'name') : undefined;
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
    statements.some((item) => item.kind === 'object' && (isStatement(item) || hasFunctions(item)))
  );
}

/** CloudFormation's stack policies have statements like IAM's, about updates of a stack. */
function isStatement(object: JsonObject): boolean {
  return (
    ELEMENTS.some((name) => member(object, name) !== undefined) && !/^Update:/i.test(textAt(object, 'Action') ?? '')
  );
}

/** A document whose statements a function of Terraform or of a program makes. */
function computed(object: JsonObject, { told }: Place): readonly Clue[] {
  const [only, ...others] = listAt(object, 'Statement');
  const statements = textAt(object, 'Statement') ?? (only?.kind === 'string' && others.length === 0 ? only.text : '');
  const [made] = openReferences(statements);
  if (member(object, 'Version') === undefined || made === undefined || statements !== `\${${made}}`) return [];
  const name = told.name ? ` ${code(told.name)}` : '';
  const message = `The statements of the policy${name} are put together when Terraform or the program runs, so they are not known yet. Paste the output of \`terraform show -json\`, or the policy as AWS has it.`;
  return [{ kind: 'problem', problem: { code: 'policy-computed', severity: 'warning', message } }];
}

/** A policy as an object: its own text, as it stands in the paste; printed anew where functions of a template stand in it. */
function bare(policy: JsonObject, { source, template, told }: Place): readonly Clue[] {
  if (!hasFunctions(policy)) {
    return [found(policy, outdented(source.text.slice(policy.range.start, policy.range.end)), told)];
  }
  const { node, conditions } = resolveFunctions(policy, template);
  if (node.kind !== 'object') return [];
  const name = told.name ? ` ${code(told.name)}` : '';
  const message = `Parts of the policy${name} depend on conditions of the template (${conditions.map(code).join(', ')}) and were left out. Print the policy of the deployed resource to have them.`;
  const problem: Problem = { code: 'template-condition', severity: 'warning', message };
  const said: readonly Clue[] = conditions.length > 0 ? [{ kind: 'problem', problem }] : [];
  const isLeft = member(node, 'Statement')?.value?.kind !== 'array' || listAt(node, 'Statement').length > 0;
  return [...(isLeft ? [found(node, printJson(node), told)] : []), ...said];
}

/** A statement that stands for itself: its text as it was typed, which the editor offers to put into a policy. */
function statementAlone(statement: JsonObject, { source, told }: Place): readonly Clue[] {
  const text = outdented(source.text.slice(statement.range.start, statement.range.end));
  return [found(objectNode([['Statement', statement]]), text, told)];
}

function isWholeStatement(object: JsonObject): boolean {
  const has = (name: string) => member(object, name) !== undefined;
  return /^(?:Allow|Deny)$/.test(textAt(object, 'Effect') ?? '') && (has('Action') || has('NotAction'));
}

/** A policy inside a string, such as those of resources in the answers of AWS's commands. */
function inString(value: string, { told, key }: Place): readonly Clue[] {
  const text = policyTextIn(value);
  const policy = text === undefined ? undefined : parseJson(text).value;
  if (text === undefined || policy?.kind !== 'object' || !isPolicy(policy)) return [];
  // As a string below this name AWS's answers carry the policy of a resource; those of Organizations hold an object there.
  const ofKey = /^polic(?:y|ies\[\])$/i.test(key) && hasPrincipal(policy) ? ({ type: 'resource' } as const) : {};
  return [found(policy, text, { ...ofKey, ...told })];
}

function hasPrincipal(policy: JsonObject): boolean {
  return contentOf(policy).hasPrincipal;
}

/** What the wrappers tell goes before what the content tells. */
function found(policy: JsonObject, text: string, told: Told): Clue {
  const content = contentOf(policy);
  const open = openReferences(text);
  const type = told.type ?? content.type;
  const { type: _type, attachedTo, resource, version, label, ...named } = told;
  const whose = type === 'resource' ? (resource ?? content.resource) : undefined;
  return {
    kind: 'policy',
    policy: {
      ...(type ? { type } : content.hasPrincipal && { namesPrincipals: true as const }),
      ...named,
      ...(attachedTo && type !== 'resource' && { attachedTo }),
      ...(whose && { resource: whose }),
      text,
      ...(open.length > 0 && { open }),
    },
    ...(version && { version }),
    ...(label && { label }),
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
