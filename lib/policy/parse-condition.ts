import type { ConditionElement, ConditionKey, ConditionOperator } from '@/lib/policy/document';
import type { JsonMember, JsonNode } from '@/lib/text/json';
import type { Parsed, Problem } from '@/lib/text/problem';
import type { Located, Range } from '@/lib/text/range';
import { append } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/**
 * Reads a `Condition`: operators, keys, values (C2). A part of another shape is kept as `unreadable`, because it may be a
 * restriction: its outcome is then unknown, never taken as fulfilled.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function parseCondition(found: JsonMember): Parsed<ConditionElement> {
  const problems: Problem[] = [];
  if (found.value?.kind !== 'object') {
    problems.push(error('condition-shape', SHAPE, found.range));
    return { value: { range: found.range, operators: 'unreadable' }, problems };
  }
  const operators = found.value.members.map((operator) => readOperator(operator, problems));
  append(problems, repeated(found.value.members, 'operator'));
  return { value: { range: found.range, operators }, problems };
}

const SHAPE =
  'A `Condition` is written `{ "Operator": { "key": "value" } }`, such as `{ "StringEquals": { "aws:PrincipalTag/team": "red" } }`. As it stands it cannot be checked.';

function readOperator(found: JsonMember, problems: Problem[]): ConditionOperator {
  const operator = found.key;
  if (found.value?.kind !== 'object') {
    const message = `${code(operator.value)} takes an object of condition keys, such as \`{ "aws:PrincipalTag/team": "red" }\`. As it stands it cannot be checked.`;
    problems.push(error('condition-operator-shape', message, found.range));
    return { operator, range: found.range, keys: 'unreadable' };
  }
  const keys: ConditionKey[] = [];
  for (const key of found.value.members) {
    if (key.value === undefined) {
      problems.push(error('condition-value-missing', `${code(key.key.value)} has no value yet.`, key.range));
      return { operator, range: found.range, keys: 'unreadable' };
    }
    keys.push({ key: key.key, range: key.range, values: readValues(key.value, problems) });
  }
  append(problems, repeated(found.value.members, 'condition key'));
  return { operator, range: found.range, keys };
}

function readValues(value: JsonNode, problems: Problem[]): readonly Located<string>[] {
  const items = value.kind === 'array' ? value.items : [value];
  return items.flatMap((item): readonly Located<string>[] => {
    switch (item.kind) {
      case 'string':
      case 'number':
      case 'boolean':
        return [{ value: item.text, range: item.range }];
      case 'null':
      case 'object':
      case 'array':
        // Such a value equals nothing (C19).
        problems.push(error('condition-value', VALUE, item.range));
        return [];
    }
  });
}

const VALUE = 'A condition value is a text, a number, or `true` or `false`. This one equals nothing.';

/** Every occurrence counts (C11, C15); AWS refuses the policy. */
function repeated(members: readonly JsonMember[], what: string): readonly Problem[] {
  if (members.length < 2) return [];
  const seen = new Set<string>();
  return members.flatMap((found) => {
    const id = found.key.value.toLowerCase();
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `The ${what} ${code(found.key.value)} stands here more than once. AWS refuses that; all of them were checked.`;
    return [error('condition-repeated', message, found.key.range)];
  });
}

function error(code: string, message: string, range: Range): Problem {
  return { code, severity: 'error', message, range };
}
