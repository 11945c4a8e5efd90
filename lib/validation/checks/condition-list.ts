import { member } from '@/lib/text/json';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { operatorsOf } from '@/lib/validation/checks/condition-operator';
import { canRead } from '@/lib/validation/checks/condition-type';
import { changeTo, removeElement } from '@/lib/validation/fixes';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause } from '@/lib/validation/policy-view';

// Lists of values, and what is empty.

const INVALID_CONDITION_DATA_TYPE: Check = {
  id: 'INVALID_CONDITION_DATA_TYPE',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'type',
  page: analyzerPage('error', 'invalid-condition-data-type'),
  find: inStatements(({ clauses }, report) => {
    for (const { key, value, values, kind: operator } of clauses) {
      if (new Set(values.map(({ kind }) => kind)).size < 2) continue;
      const message = `The values of ${code(key.value)} are of different types. Write all of them in double quotes.`;
      const edits = values
        .filter(({ kind }) => kind !== 'string')
        .map(({ text, range }) => ({ range, text: JSON.stringify(text) }));
      // True or false takes one value, in whatever type.
      const takesOne = operator === 'Bool' || operator === 'Null';
      const fixes = takesOne ? [] : [{ title: 'Put all values in double quotes', edits }];
      report({ range: value, message, ...(fixes.length > 0 && { fixes }) });
    }
  }),
};

const INVALID_CONDITION_MULTIPLE_BOOLEAN: Check = {
  id: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'grammar',
  page: analyzerPage('error', 'invalid-condition-multiple-boolean'),
  find: inStatements(({ clauses }, report) => {
    for (const clause of clauses) {
      const kind = clause.kind;
      if ((kind !== 'Bool' && kind !== 'Null') || clause.values.length < 2) continue;
      const message = `${code(clause.operator.value)} compares with one value, \`true\` or \`false\`.`;
      const answers = new Set(clause.values.map(({ text }) => text.toLowerCase()));
      const [only] = answers;
      const same = answers.size === 1 && only !== undefined;
      report({ range: clause.value, message, ...(same && { fixes: [changeTo(clause.value, only)] }) });
    }
  }),
};

const larger = (one: number, other: number) => Math.max(one, other);
const smaller = (one: number, other: number) => Math.min(one, other);

const REDUNDANT_CONDITION_VALUE_NUM: Check = {
  id: 'REDUNDANT_CONDITION_VALUE_NUM',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'redundant-condition-value-num'),
  find: inStatements(({ clauses }, report) => {
    for (const clause of clauses) {
      const which = /^Numeric(Less|Greater)Than(?:Equals)?$/.exec(clause.base)?.[1];
      if (clause.written === undefined || which === undefined || clause.values.length < 2) continue;
      const counts = which === 'Less' ? 'largest' : 'smallest';
      const message = `Of several values only the ${counts} counts here. Keep that one.`;
      const numbers = clause.values.map(({ text }) => Number(text));
      const kept = numbers.reduce(which === 'Less' ? larger : smaller);
      const readable = clause.values.every(({ text }) => canRead(clause, text)) && Number.isSafeInteger(kept);
      report({ range: clause.value, message, ...(readable && { fixes: [changeTo(clause.value, String(kept))] }) });
    }
  }),
};

const EMPTY_OBJECT_CONDITION: Check = {
  id: 'EMPTY_OBJECT_CONDITION',
  severity: 'suggestion',
  types: ALL_TYPES,
  rank: 'style',
  page: analyzerPage('suggestion', 'empty-object-condition'),
  find: inStatements((statement, report) => {
    const condition = member(statement.node, 'Condition');
    if (condition?.value?.kind !== 'object') return;
    if (condition.value.members.length === 0) {
      const message = 'This `Condition` is empty. Remove it.';
      report({ range: condition.value.range, message, fixes: [removeElement(statement.node, condition)] });
    }
    for (const operator of operatorsOf(statement)) {
      if (operator.value?.kind !== 'object' || operator.value.members.length > 0) continue;
      const alone = condition.value.members.length === 1;
      const fix = alone ? removeElement(statement.node, condition) : removeElement(condition.value, operator);
      const message = `${code(operator.key.value)} has no condition key to look at. Remove it.`;
      report({ range: operator.value.range, message, fixes: [fix] });
    }
  }),
};

/** How a list without values comes out depends on the operator's prefix and ending. */
function emptyList(id: string, page: string, message: string, isDue: (operator: string) => boolean): Check {
  return {
    id,
    severity: 'suggestion',
    types: ALL_TYPES,
    rank: 'style',
    page: analyzerPage('suggestion', page),
    find: inStatements(({ clauses }, report) => {
      for (const clause of clauses) {
        if (isEmptyList(clause) && isDue(clause.operator.value)) report({ range: clause.value, message });
      }
    }),
  };
}

function isEmptyList({ member: { value } }: Clause): boolean {
  return value?.kind === 'array' && value.items.length === 0;
}

const forAllValues = (operator: string) => operator.startsWith('ForAllValues:');
const forAnyValue = (operator: string) => operator.startsWith('ForAnyValue:');
const ifExists = (operator: string) => operator.endsWith('IfExists') && !operator.includes(':');

export const CONDITION_LIST_CHECKS: readonly Check[] = [
  INVALID_CONDITION_DATA_TYPE,
  INVALID_CONDITION_MULTIPLE_BOOLEAN,
  REDUNDANT_CONDITION_VALUE_NUM,
  EMPTY_OBJECT_CONDITION,
  emptyList(
    'EMPTY_ARRAY_CONDITION',
    'empty-array-condition',
    'This list is empty, so there is nothing to compare with.',
    (operator) => !forAllValues(operator) && !forAnyValue(operator) && !ifExists(operator),
  ),
  emptyList(
    'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    'empty-array-condition-forallvalues',
    'With an empty list this holds only where the key is missing. Say so with `Null`.',
    forAllValues,
  ),
  emptyList(
    'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    'empty-array-condition-foranyvalue',
    'With an empty list this never holds.',
    forAnyValue,
  ),
  emptyList(
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    'empty-array-condition-ifexists',
    'With an empty list this holds only where the key is missing. Say so with `Null`.',
    ifExists,
  ),
];
