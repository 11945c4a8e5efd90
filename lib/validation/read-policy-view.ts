import { readOperator } from '@/lib/evaluation/operators';
import { keyId } from '@/lib/iam/context-key';
import type { Effect, PrincipalKind } from '@/lib/policy/document';
import { type JsonMember, type JsonNode, type JsonObject, type JsonScalar, member } from '@/lib/text/json';
import type { Located } from '@/lib/text/range';
import type {
  ActionPattern,
  ActionView,
  Clause,
  OperatorKind,
  PolicyView,
  PrincipalKindView,
  PrincipalView,
  ResourceEntry,
  ResourceView,
  StatementView,
} from '@/lib/validation/policy-view';
import { readResourceArn } from '@/lib/validation/resource-arn';

export const PRINCIPAL_KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Reads what can be read of a policy's elements; of a repeated element the last one counts (R145). */
export function readPolicyView(node: JsonObject): PolicyView {
  const version = textOf(member(node, 'Version')?.value);
  const value = member(node, 'Statement')?.value;
  const items = value === undefined ? [] : value.kind === 'array' ? value.items : [value];
  return {
    node,
    ...(version && { version }),
    statements: items.flatMap((item, index) => (item.kind === 'object' ? [readStatement(item, index)] : [])),
  };
}

function textOf(value: JsonNode | undefined): Located<string> | undefined {
  return value?.kind === 'string' ? { value: value.text, range: value.range } : undefined;
}

function readStatement(node: JsonObject, index: number): StatementView {
  const sid = textOf(member(node, 'Sid')?.value);
  const effect = readEffect(node);
  const principal = either(node, 'Principal', 'NotPrincipal', readPrincipal);
  const action = either(node, 'Action', 'NotAction', readAction);
  const resource = either(node, 'Resource', 'NotResource', readResource);
  const condition = member(node, 'Condition')?.value;
  const parts = { sid, principal, action, resource };
  return {
    index,
    node,
    range: node.range,
    ...(sid && { sid }),
    ...(effect && { effect }),
    ...(principal && { principal }),
    ...(action && { action }),
    ...(resource && { resource }),
    clauses: condition?.kind === 'object' ? condition.members.flatMap(readClauses) : [],
    sound: effect !== undefined && action !== undefined && isSound(node, parts, condition),
  };
}

/** Whether every member is an element that was read: none unknown, repeated, of a wrong type or excluded by another. */
function isSound(
  node: JsonObject,
  parts: Readonly<Record<'sid' | 'principal' | 'action' | 'resource', unknown>>,
  condition: JsonNode | undefined,
): boolean {
  const read = 1 + Object.values(parts).filter((part) => part !== undefined).length + (condition ? 1 : 0);
  return read === node.members.length && (condition === undefined || isSoundCondition(condition));
}

function isSoundCondition(condition: JsonNode): boolean {
  if (condition.kind !== 'object') return false;
  return condition.members.every(
    ({ value }) => value?.kind === 'object' && value.members.every((key) => key.value && valuesOf(key.value).complete),
  );
}

function readEffect(node: JsonObject): Located<Effect> | undefined {
  const found = textOf(member(node, 'Effect')?.value);
  if (found?.value !== 'Allow' && found?.value !== 'Deny') return undefined;
  return { value: found.value, range: found.range };
}

function either<Name extends string, View>(
  node: JsonObject,
  name: Name,
  notName: Name,
  read: (name: Name, found: JsonMember, value: JsonNode) => View | undefined,
): View | undefined {
  const found = member(node, name);
  const notFound = member(node, notName);
  if (found && notFound) return undefined;
  const chosen = found ?? notFound;
  return chosen?.value && read(found ? name : notName, chosen, chosen.value);
}

/** The texts of a value that is one or a list of them. */
function textsOf(value: JsonNode): readonly JsonScalar[] | undefined {
  const items = value.kind === 'array' ? value.items : [value];
  const texts = items.filter(isText);
  return texts.length === items.length ? texts : undefined;
}

function isText(node: JsonNode): node is JsonScalar {
  return node.kind === 'string';
}

function isConditionValue(node: JsonNode): node is JsonScalar {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean';
}

const located = ({ text, range }: JsonScalar): Located<string> => ({ value: text, range });

function readAction(name: ActionView['name'], found: JsonMember, value: JsonNode): ActionView | undefined {
  const texts = textsOf(value);
  if (texts === undefined) return undefined;
  return {
    name,
    key: found.key.range,
    value: value.range,
    isList: value.kind === 'array',
    entries: texts.map(readActionPattern),
  };
}

function readActionPattern({ text, range }: JsonScalar): ActionPattern {
  const id = text.toLowerCase();
  const colon = text.indexOf(':');
  return {
    value: text,
    range,
    id,
    ...(colon >= 0 && { prefix: id.slice(0, colon) }),
    name: text.slice(colon + 1),
    hasWildcard: text.includes('*') || text.includes('?'),
  };
}

function readResource(name: ResourceView['name'], found: JsonMember, value: JsonNode): ResourceView | undefined {
  const texts = textsOf(value);
  if (texts === undefined) return undefined;
  return {
    name,
    key: found.key.range,
    value: value.range,
    isList: value.kind === 'array',
    entries: texts.map(readResourceEntry),
  };
}

function readResourceEntry(node: JsonScalar): ResourceEntry {
  const entry = located(node);
  const arn = readResourceArn(entry);
  return arn ? { ...entry, arn } : entry;
}

function readPrincipal(name: PrincipalView['name'], found: JsonMember, value: JsonNode): PrincipalView | undefined {
  const view = { name, key: found.key.range, value: value.range };
  if (value.kind === 'string') return { ...view, form: value.text === '*' ? '*' : 'text', kinds: [] };
  if (value.kind !== 'object') return undefined;
  return { ...view, form: 'object', kinds: value.members.flatMap(readKind) };
}

function readKind({ key, value }: JsonMember): readonly PrincipalKindView[] {
  const kind = PRINCIPAL_KINDS.find((known) => known === key.value);
  const texts = value && textsOf(value);
  if (kind === undefined || value === undefined || texts === undefined) return [];
  return [{ kind, key: key.range, value: value.range, isList: value.kind === 'array', entries: texts.map(located) }];
}

function readClauses({ key: operator, value: keys }: JsonMember): readonly Clause[] {
  if (keys?.kind !== 'object') return [];
  const written = readOperator(operator.value);
  const known = written?.name === operator.value ? written : undefined;
  const base = withoutSetsAndEnding(operator.value);
  const kind = known && kindOf(base);
  return keys.members.flatMap((found): readonly Clause[] => {
    if (found.value === undefined) return [];
    return [
      {
        operator,
        ...(known && { written: known }),
        base,
        ...(kind && { kind }),
        key: found.key,
        id: keyId(found.key.value),
        isAlone: keys.members.length === 1,
        member: found,
        value: found.value.range,
        isList: found.value.kind === 'array',
        values: valuesOf(found.value).values,
      },
    ];
  });
}

function withoutSetsAndEnding(operator: string): string {
  const name = operator.slice(operator.indexOf(':') + 1);
  return name.endsWith('IfExists') ? name.slice(0, -'IfExists'.length) : name;
}

const KINDS: readonly OperatorKind[] = ['String', 'Numeric', 'Date', 'Bool', 'Binary', 'IpAddress', 'Arn', 'Null'];

function kindOf(base: string): OperatorKind | undefined {
  const compared = base.startsWith('Not') ? base.slice('Not'.length) : base;
  return KINDS.find((kind) => compared.startsWith(kind));
}

function valuesOf(value: JsonNode): { readonly values: readonly JsonScalar[]; readonly complete: boolean } {
  const items = value.kind === 'array' ? value.items : [value];
  const values = items.filter(isConditionValue);
  return { values, complete: values.length === items.length };
}
