import { type JsonMember, type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import type { Check, Found } from '@/lib/validation/check';
import type { QuickFix } from '@/lib/validation/finding';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';

const DATA_TYPE_MISMATCH: Check = {
  id: 'DATA_TYPE_MISMATCH',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'type',
  page: analyzerPage('error', 'data-type-mismatch'),
  *find({ root, policy }) {
    if (root && root.kind !== 'object') {
      const fixes = unpacked(root);
      yield { ...mismatch('A policy', 'an object', root), ...(fixes && { fixes }) };
    }
    if (policy === undefined) return;
    yield* textElements(policy.node, ['Version', 'Id']);
    yield* statements(member(policy.node, 'Statement'));
    for (const { node } of policy.statements) {
      yield* textElements(node, ['Sid', 'Effect']);
      for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) yield* textList(member(node, name));
      yield* condition(member(node, 'Condition'));
    }
  },
};

/** A list of one policy, or of statements, has one reading. */
function unpacked(root: JsonNode): readonly QuickFix[] | undefined {
  if (root.kind !== 'array') return undefined;
  const objects = root.items.filter((item): item is JsonObject => item.kind === 'object');
  const [only] = objects;
  if (only === undefined || objects.length < root.items.length) return undefined;
  const { start, end } = root.range;
  if (objects.length === 1 && member(only, 'Statement')) {
    const edits = [
      { range: { start, end: only.range.start }, text: '' },
      { range: { start: only.range.end, end }, text: '' },
    ];
    return [{ title: 'Take the policy out of the list', edits }];
  }
  if (!objects.every((item) => member(item, 'Effect'))) return undefined;
  const edits = [
    { range: { start, end: start }, text: '{ "Version": "2012-10-17", "Statement": ' },
    { range: { start: end, end }, text: ' }' },
  ];
  return [{ title: 'Put the statements into a policy', edits }];
}

function* textElements(object: JsonObject, names: readonly string[]): Iterable<Found> {
  for (const name of names) {
    const value = member(object, name)?.value;
    if (value && value.kind !== 'string') yield mismatch(code(name), 'a text in double quotes', value);
  }
}

function* statements(found: JsonMember | undefined): Iterable<Found> {
  const value = found?.value;
  if (value === undefined || value.kind === 'object') return;
  if (value.kind !== 'array') yield mismatch('`Statement`', 'an object or a list of objects', value);
  else {
    for (const item of value.items) if (item.kind !== 'object') yield mismatch('A statement', 'an object', item);
  }
}

function* textList(found: JsonMember | undefined): Iterable<Found> {
  const value = found?.value;
  if (found === undefined || value === undefined || value.kind === 'string') return;
  const name = code(found.key.value);
  if (value.kind !== 'array') yield mismatch(name, 'a text in double quotes or a list of such texts', value);
  else {
    for (const item of value.items) {
      if (item.kind !== 'string') yield mismatch(`An entry of ${name}`, 'a text in double quotes', item);
    }
  }
}

function* condition(found: JsonMember | undefined): Iterable<Found> {
  const value = found?.value;
  if (value === undefined) return;
  if (value.kind !== 'object') {
    yield mismatch('`Condition`', 'an object of operators', value);
    return;
  }
  for (const { key: operator, value: keys } of value.members) {
    if (keys === undefined) continue;
    if (keys.kind !== 'object') yield mismatch(code(operator.value), 'an object of condition keys', keys);
    else for (const key of keys.members) yield* conditionValues(key);
  }
}

function* conditionValues({ key, value }: JsonMember): Iterable<Found> {
  if (value === undefined) return;
  for (const item of value.kind === 'array' ? value.items : [value]) {
    const isScalar = item.kind === 'string' || item.kind === 'number' || item.kind === 'boolean';
    if (!isScalar) yield mismatch(`A value of ${code(key.value)}`, 'a text, a number, `true` or `false`', item);
  }
}

const KINDS = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'a boolean',
  null: '`null`',
} as const satisfies Record<JsonNode['kind'], string>;

function mismatch(what: string, wanted: string, value: JsonNode): Found {
  return { range: value.range, message: `${what} must be ${wanted}, but this is ${KINDS[value.kind]}.` };
}

export const DATA_TYPE_CHECKS: readonly Check[] = [DATA_TYPE_MISMATCH];
