import type { ConditionKey, ConditionKeyType } from '@/lib/catalog/catalog';
import { lookUp } from '@/lib/text/table';
import { literalPattern } from '@/lib/text/wildcard';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { operatorsOf } from '@/lib/validation/checks/condition-operator';
import { knownKey } from '@/lib/validation/condition-keys';
import type { QuickFix } from '@/lib/validation/finding';
import { changeTo } from '@/lib/validation/fixes';
import { suits } from '@/lib/validation/operator-kinds';
import { analyzerPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause, StatementView } from '@/lib/validation/policy-view';

// Whether operator and key go together.

const TYPE_MISMATCH: Check = {
  id: 'TYPE_MISMATCH',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('general-warning', 'type-mismatch'),
  find: inStatements((statement, report, { catalog }) => {
    for (const clause of statement.clauses) {
      const key = knownKey(clause.key.value, catalog);
      const kind = clause.kind;
      if (key === undefined || kind === undefined || suits(kind, key, clause)) continue;
      const message = `${code(key.name)} is ${TYPES[key.type].what}, which ${code(clause.operator.value)} does not compare. Use ${TYPES[key.type].operators}.`;
      const fixes = withOperatorOf(key, clause, statement);
      report({ range: clause.key.range, message, ...(fixes.length > 0 && { fixes }) });
    }
  }),
};

const TYPES = {
  String: { what: 'a text', operators: '`StringEquals` or `StringLike`' },
  ARN: { what: 'an ARN', operators: '`ArnLike` or `StringLike`' },
  Bool: { what: 'true or false', operators: '`Bool`' },
  Numeric: { what: 'a number', operators: '`NumericEquals`, `NumericLessThan` or another one for numbers' },
  Date: { what: 'a point in time', operators: '`DateLessThan`, `DateGreaterThan` or another one for dates' },
  IPAddress: { what: 'an IP address', operators: '`IpAddress` or `NotIpAddress`' },
  Binary: { what: 'binary data', operators: '`BinaryEquals`' },
} as const satisfies Record<ConditionKeyType, object>;

// Operators with one counterpart for the type.
const COUNTERPARTS: Partial<Record<ConditionKeyType, Readonly<Record<string, string>>>> = {
  IPAddress: {
    StringEquals: 'IpAddress',
    StringLike: 'IpAddress',
    StringNotEquals: 'NotIpAddress',
    StringNotLike: 'NotIpAddress',
  },
};

function withOperatorOf(key: ConditionKey, clause: Clause, statement: StatementView): readonly QuickFix[] {
  const name = lookUp(COUNTERPARTS[key.type] ?? {}, clause.base);
  if (name === undefined || clause.values.some((value) => !isValueOf(name, value.text))) return [];
  return renameOperator(clause, name, statement);
}

function isValueOf(name: string, text: string): boolean {
  return name.endsWith('IpAddress') && /^[0-9a-f.:]+(?:\/\d+)?$/i.test(text);
}

/**
 * Another operator in the place of a clause's, with the same prefix and ending. None where it would also change other keys,
 * or where the Condition has that operator already.
 */
function renameOperator(clause: Clause, name: string, statement: StatementView, why = ''): readonly QuickFix[] {
  const full = clause.operator.value.replace(clause.base, name);
  if (!clause.isAlone || operatorsOf(statement).some((other) => other.key.value === full)) return [];
  const fix = changeTo(clause.operator.range, full);
  return [{ ...fix, title: `${fix.title}${why}` }];
}

const MISSING_QUALIFIER: Check = {
  id: 'MISSING_QUALIFIER',
  severity: 'error',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('error', 'missing-qualifier'),
  find: inStatements((statement, report, { catalog }) => {
    for (const clause of statement.clauses) {
      const { written, key } = clause;
      if (written === undefined || written.operator === 'Null' || written.prefix) continue;
      if (knownKey(key.value, catalog)?.isMultivalued !== true) continue;
      const message = `${code(key.value)} can have several values. Put \`ForAnyValue:\` (one of them has to fit) or \`ForAllValues:\` (none may differ) before ${code(written.name)}.`;
      const fixes = written.negated ? [] : renameOperator(clause, `ForAnyValue:${clause.base}`, statement);
      report({ range: key.range, message, ...(fixes.length > 0 && { fixes }) });
    }
  }),
};

const FORALLVALUES_WITH_SINGLE_VALUED_KEY: Check = {
  id: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  severity: 'securityWarning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('security-warning', 'forallvalues-with-single-valued-key'),
  find: inStatements((statement, report, { catalog }) => {
    for (const clause of statement.clauses) {
      const { written, key } = clause;
      if (written?.prefix !== 'ForAllValues' || written.operator === 'Null') continue;
      if (knownKey(key.value, catalog)?.isMultivalued !== false) continue;
      const message = `${code(key.value)} has one value. \`ForAllValues:\` is also fulfilled where the key is missing; leave it out.`;
      const plain = written.name.replace('ForAllValues:', '');
      const free = clause.isAlone && !operatorsOf(statement).some((other) => other.key.value === plain);
      report({ range: key.range, message, ...(free && { fixes: [changeTo(clause.operator.range, plain)] }) });
    }
  }),
};

const WILDCARD_WITHOUT_LIKE_OPERATOR: Check = {
  id: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: analyzerPage('general-warning', 'wildcard-without-like-operator'),
  find: inStatements((statement, report, { catalog }) => {
    for (const clause of statement.clauses) {
      if (clause.kind !== 'String' || /Like$/.test(clause.base) || isMismatched(clause, catalog)) continue;
      for (const { text, range } of clause.values) {
        const wildcard = /[*?]/.exec(text.replaceAll(/\$\{[*?$]\}/g, ''))?.[0];
        if (wildcard === undefined) continue;
        const like = lookUp(LIKE, clause.base);
        const message = `${code(clause.operator.value)} takes ${code(wildcard)} literally.${like ? ` Use ${code(like)} for a pattern.` : ''}`;
        const fixes = like ? renameOperator(clause, like, statement, ', which matches patterns') : [];
        report({ range, message, ...(fixes.length > 0 && { fixes }) });
      }
    }
  }),
};

const LIKE: Readonly<Record<string, string>> = { StringEquals: 'StringLike', StringNotEquals: 'StringNotLike' };

/** Whether the operator is not made for the key, so that its values are not to be judged by the operator. */
export function isMismatched(clause: Clause, catalog: Parameters<typeof knownKey>[1]): boolean {
  const key = knownKey(clause.key.value, catalog);
  const kind = clause.kind;
  return key !== undefined && kind !== undefined && !suits(kind, key, clause);
}

/** Whether an operator can read a value of a policy. */
export function canRead({ written }: Clause, text: string): boolean {
  if (written === undefined || written.operator === 'Null') return true;
  return written.operator.prepare({ text, pattern: literalPattern(text) }) !== undefined;
}

export const CONDITION_TYPE_CHECKS: readonly Check[] = [
  TYPE_MISMATCH,
  MISSING_QUALIFIER,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY,
  WILDCARD_WITHOUT_LIKE_OPERATOR,
];
