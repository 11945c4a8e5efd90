import { meantOperator } from '@/lib/evaluation/operator-problems';
import { readOperator } from '@/lib/evaluation/operators';
import { type JsonMember, member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { changeTo } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { StatementView } from '@/lib/validation/policy-view';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

const INVALID_CONDITION_OPERATOR: Check = {
  id: 'INVALID_CONDITION_OPERATOR',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-condition-operator'),
  find: inStatements((statement, report) => {
    const all = operatorsOf(statement);
    for (const { key } of all) {
      if (isNullIfExists(key.value) || readOperator(key.value)?.name === key.value) continue;
      const { name, isSure } = meantOperator(key.value) ?? {};
      const hint = name === undefined ? 'See the list of operators.' : `Did you mean ${code(name)}?`;
      const message = `There is no condition operator ${code(key.value)}. ${hint}`;
      const free = name !== undefined && isSure === true && !all.some((other) => other.key.value === name);
      report({ range: key.range, message, ...(free && { fixes: [changeTo(key.range, name)] }) });
    }
  }),
};

const NULL_WITH_IF_EXISTS: Check = {
  id: 'NULL_WITH_IF_EXISTS',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'null-with-if-exists'),
  find: inStatements((statement, report) => {
    const all = operatorsOf(statement);
    for (const { key } of all) {
      if (!isNullIfExists(key.value)) continue;
      const name = key.value.slice(0, -'IfExists'.length);
      const message = `\`Null\` already asks whether the key is in the request. Write ${code(name)}.`;
      const free = !all.some((other) => other.key.value === name);
      report({ range: key.range, message, ...(free && { fixes: [changeTo(key.range, name)] }) });
    }
  }),
};

const NULL_WITH_QUALIFIER: Check = {
  id: 'NULL_WITH_QUALIFIER',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'null-with-qualifier'),
  find: inStatements((statement, report) => {
    for (const { key } of operatorsOf(statement)) {
      if (key.value !== 'ForAllValues:Null' && key.value !== 'ForAnyValue:Null') continue;
      const message = `${code(key.value)} gives the same answer whether the key is there or not. Write \`Null\` alone.`;
      report({ range: key.range, message });
    }
  }),
};

function isNullIfExists(operator: string): boolean {
  return /^(?:ForAllValues:|ForAnyValue:)?NullIfExists$/.test(operator);
}

/** The operators of a Condition, also those without keys. */
export function operatorsOf({ node }: StatementView): readonly JsonMember[] {
  const condition = member(node, 'Condition')?.value;
  return condition?.kind === 'object' ? condition.members : [];
}

export const OPERATOR_CHECKS: readonly Check[] = [INVALID_CONDITION_OPERATOR, NULL_WITH_IF_EXISTS, NULL_WITH_QUALIFIER];
