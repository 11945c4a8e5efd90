import { arrayNode, objectNode, textNode } from '@/lib/evidence/notations/plain-node';
import { referenceText } from '@/lib/policy/open-references';
import type { JsonNode, JsonObject } from '@/lib/text/json';

// The functions of CloudFormation within a policy. A function that the template itself answers is replaced by its value; what it leaves
// open stands in the text as `${NAME}`, as in `Fn::Sub`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html

/** What a template knows of its own resources. */
export interface Template {
  /** The value of `Ref`, or with an attribute that of `Fn::GetAtt`. */
  readonly valueOf: (name: string, attribute?: string) => string | undefined;
  /** A value of `Mappings`. */
  readonly mapped: (map: string, first: string, second: string) => JsonNode | undefined;
}

export const NO_TEMPLATE: Template = { valueOf: () => undefined, mapped: () => undefined };

/** Whether a value contains a function, so that it is no policy yet. */
export function hasFunctions(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(hasFunctions);
  if (node.kind !== 'object') return false;
  return functionOf(node) !== undefined || node.members.some(({ value }) => value !== undefined && hasFunctions(value));
}

export interface Resolved {
  readonly node: JsonNode;
  /** Parts that a condition of the template puts in or leaves out: the conditions' names. They were left out. */
  readonly conditions: readonly string[];
}

/** Replaces every function within a value. */
export function resolveFunctions(node: JsonNode, template: Template): Resolved {
  const conditions: string[] = [];
  const resolved = resolve(node, { template, conditions, depth: 0 });
  return { node: resolved ?? objectNode([]), conditions: [...new Set(conditions)] };
}

interface Walk {
  readonly template: Template;
  readonly conditions: string[];
  readonly depth: number;
}

const MOST_LEVELS = 64;

/** `undefined`: the value is left out (`AWS::NoValue`). */
function resolve(node: JsonNode, walk: Walk): JsonNode | undefined {
  if (walk.depth > MOST_LEVELS) return node;
  const deeper = { ...walk, depth: walk.depth + 1 };
  if (node.kind === 'array') return arrayNode(node.items.flatMap((item) => resolve(item, deeper) ?? []));
  if (node.kind !== 'object') return node;
  const called = functionOf(node);
  if (called) return answer(called, deeper);
  return objectNode(
    node.members.flatMap(({ key, value }) => {
      const inner = value && resolve(value, deeper);
      return inner === undefined ? [] : [[key.value, inner] as const];
    }),
  );
}

interface Call {
  readonly name: string;
  readonly argument: JsonNode;
}

function functionOf(object: JsonObject): Call | undefined {
  const [only, ...others] = object.members;
  if (only?.value === undefined || others.length > 0) return undefined;
  const name = only.key.value;
  return name === 'Ref' || /^Fn::[A-Za-z0-9:]{1,40}$/.test(name) ? { name, argument: only.value } : undefined;
}

function answer({ name, argument }: Call, walk: Walk): JsonNode | undefined {
  const { template } = walk;
  switch (name) {
    case 'Ref': {
      const of = textOf(argument);
      if (of === 'AWS::NoValue') return undefined;
      return textNode(of === undefined ? openText(name, argument) : (template.valueOf(of) ?? `\${${of}}`));
    }
    case 'Fn::GetAtt':
      return textNode(attribute(argument, walk) ?? openText(name, argument));
    case 'Fn::Sub':
      return textNode(substituted(argument, walk) ?? openText(name, argument));
    case 'Fn::Join':
      return textNode(joined(argument, walk) ?? openText(name, argument));
    case 'Fn::Select':
      return selected(argument, walk) ?? textNode(openText(name, argument));
    case 'Fn::Split':
      return split(argument, walk) ?? textNode(openText(name, argument));
    case 'Fn::FindInMap':
      return found(argument, walk) ?? textNode(openText(name, argument));
    case 'Fn::If':
      return conditional(argument, walk);
    // The policy itself, which the template makes a text of.
    case 'Fn::ToJsonString':
      return resolve(argument, walk);
    default:
      return textNode(openText(name, argument));
  }
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node === undefined || node.kind === 'object' || node.kind === 'array' || node.kind === 'null'
    ? undefined
    : node.text;
}

/** A value that is a text once its functions are replaced. */
function resolvedText(node: JsonNode | undefined, walk: Walk): string | undefined {
  return node && textOf(resolve(node, walk));
}

function listOf(node: JsonNode | undefined, walk: Walk): readonly JsonNode[] | undefined {
  const resolved = node && resolve(node, walk);
  return resolved?.kind === 'array' ? resolved.items : undefined;
}

/** A function that the template does not answer: `${Fn::ImportValue:shared-key}`. */
function openText(name: string, argument: JsonNode): string {
  return referenceText(`${name.startsWith('Fn::') ? name : `Fn::${name}`}:${textsIn(argument, 0).join('.')}`);
}

function textsIn(node: JsonNode, depth: number): readonly string[] {
  if (depth > 4) return [];
  if (node.kind === 'array') return node.items.slice(0, 8).flatMap((item) => textsIn(item, depth + 1));
  if (node.kind === 'object') {
    return node.members.slice(0, 8).flatMap(({ value }) => (value ? textsIn(value, depth + 1) : []));
  }
  return [node.text.slice(0, 80)];
}

function attribute(argument: JsonNode, { template }: Walk): string | undefined {
  const text =
    argument.kind === 'array' ? argument.items.map((item) => textOf(item) ?? '').join('.') : textOf(argument);
  const dot = text?.indexOf('.') ?? -1;
  if (text === undefined || dot <= 0) return undefined;
  return template.valueOf(text.slice(0, dot), text.slice(dot + 1)) ?? `\${${text}}`;
}

/** `${!Literal}` stands for itself without the mark; so policy variables get through. */
function substituted(argument: JsonNode, walk: Walk): string | undefined {
  const [pattern, values] = argument.kind === 'array' ? argument.items : [argument];
  const text = textOf(pattern);
  const table = values?.kind === 'object' ? values : undefined;
  return text?.replace(/\$\{(!?)([^{}]{1,300})\}/g, (_all, isLiteral: string, name: string) => {
    if (isLiteral) return `\${${name}}`;
    const own = table?.members.find(({ key }) => key.value === name)?.value;
    const dot = name.indexOf('.');
    const value = own
      ? resolvedText(own, walk)
      : dot > 0
        ? walk.template.valueOf(name.slice(0, dot), name.slice(dot + 1))
        : walk.template.valueOf(name);
    return value ?? `\${${name.trim()}}`;
  });
}

function joined(argument: JsonNode, walk: Walk): string | undefined {
  if (argument.kind !== 'array') return undefined;
  const [delimiter, list] = argument.items;
  const [between, items] = [textOf(delimiter), listOf(list, walk)];
  if (between === undefined || items === undefined) return undefined;
  const texts = items.map(textOf);
  return texts.every((text) => text !== undefined) ? texts.join(between) : undefined;
}

function selected(argument: JsonNode, walk: Walk): JsonNode | undefined {
  if (argument.kind !== 'array') return undefined;
  const [place, list] = argument.items;
  return listOf(list, walk)?.[Number(resolvedText(place, walk) ?? 'none')];
}

function split(argument: JsonNode, walk: Walk): JsonNode | undefined {
  if (argument.kind !== 'array') return undefined;
  const [delimiter, source] = argument.items;
  const [at, text] = [textOf(delimiter), resolvedText(source, walk)];
  // What is still open may hold the delimiter.
  if (at === undefined || at === '' || text === undefined || text.includes('${')) return undefined;
  return arrayNode(text.split(at).map(textNode));
}

function found(argument: JsonNode, walk: Walk): JsonNode | undefined {
  if (argument.kind !== 'array') return undefined;
  const [map, first, second] = argument.items.map((item) => resolvedText(item, walk));
  return map !== undefined && first !== undefined && second !== undefined
    ? walk.template.mapped(map, first, second)
    : undefined;
}

/** Which branch is taken is decided when the template is deployed: a text stays open, a larger part is left out and named. */
function conditional(argument: JsonNode, walk: Walk): JsonNode | undefined {
  if (argument.kind !== 'array') return textNode(openText('Fn::If', argument));
  const [condition, ...branches] = argument.items;
  const name = textOf(condition) ?? '?';
  const values = branches.flatMap((branch) => resolve(branch, { ...walk, conditions: [] }) ?? []);
  const isText = values.length > 0 && values.every((value) => value.kind === 'string');
  if (isText && values.length === branches.length) return textNode(referenceText(`Fn::If:${name}`));
  walk.conditions.push(name);
  return undefined;
}
