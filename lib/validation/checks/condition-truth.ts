import { readInstant } from '@/lib/text/instant';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';
import { type Check, inSoundStatements } from '@/lib/validation/check';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { Clause, StatementView } from '@/lib/validation/policy-view';
import type { Subject } from '@/lib/validation/subject';
import { asksForValue, clausesAbout, hasValue, isAboutKey, isNull } from '@/lib/validation/terms/conditions';
import { isAnyText } from '@/lib/validation/terms/limits';

// Conditions whose answer does not depend on the request.

const PAGE = iamPage('reference_policies_elements_condition_operators');

const CONDITION_ALWAYS_TRUE: Check = {
  id: 'CONDITION_ALWAYS_TRUE',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements(({ clauses }, report) => {
    for (const { written, key, values } of clauses) {
      // After `ForAnyValue` a missing key does not match, whatever stands behind it (C100).
      if (written === undefined || !written.ifExists || written.prefix === 'ForAnyValue') continue;
      if (!/(?:StringLike|ArnLike)IfExists$/.test(written.name)) continue;
      const open = values.find(({ text }) => isAnyText(text));
      if (open === undefined) continue;
      const message = `${code(open.text)} fits every value, and \`IfExists\` takes requests without ${code(key.value)} too: this condition excludes nothing. Name values, or remove it.`;
      report({ range: open.range, message });
    }
  }),
};

const CONDITION_NEVER_TRUE: Check = {
  id: 'CONDITION_NEVER_TRUE',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements((statement, report) => {
    for (const clause of statement.clauses.filter(asksForValue)) {
      const contrary = clausesAbout(statement, clause.key.value).find((other) => excludes(other, clause));
      if (contrary === undefined) continue;
      const later = contrary.key.range.start > clause.key.range.start ? contrary : clause;
      const message = `${code(clause.operator.value)} and ${code(contrary.operator.value)} on ${code(clause.key.value)} can never both hold, so the statement never applies. Remove one of them.`;
      report({ range: later.key.range, message });
    }
  }),
};

const NEGATED_TWINS: Readonly<Record<string, string>> = {
  StringEquals: 'StringNotEquals',
  StringEqualsIgnoreCase: 'StringNotEqualsIgnoreCase',
  StringLike: 'StringNotLike',
  NumericEquals: 'NumericNotEquals',
  DateEquals: 'DateNotEquals',
  IpAddress: 'NotIpAddress',
  ArnEquals: 'ArnNotEquals',
  ArnLike: 'ArnNotLike',
};

/** Whether a clause holds only where the key is missing, or has none of the values that the other one asks for. */
function excludes(contrary: Clause, { written, values, operator }: Clause): boolean {
  if (isNull(contrary)) return hasValue(contrary, 'true') && contrary.written?.prefix === undefined;
  if (written?.prefix !== undefined || contrary.written?.prefix !== undefined || values.length === 0) return false;
  if (lookUp(NEGATED_TWINS, operator.value) !== contrary.base) return false;
  const excluded = new Set(contrary.values.map(({ text }) => text));
  return values.every(({ text }) => excluded.has(text));
}

const EXPIRED_DATE_CONDITION: Check = {
  id: 'EXPIRED_DATE_CONDITION',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: PAGE,
  find: inSoundStatements(({ effect, clauses }: StatementView, report, subject) => {
    const now = latestKnown(subject);
    if (effect?.value !== 'Allow' || now === undefined) return;
    for (const clause of clauses) {
      const limits = clause.written?.operator !== 'Null' && /^DateLessThan(?:Equals)?$/.test(clause.base);
      if (!limits || !isAboutKey(clause, 'aws:CurrentTime') || clause.values.length === 0) continue;
      if (!clause.values.every(({ text }) => (readInstant(text) ?? Number.POSITIVE_INFINITY) < now)) continue;
      const message = `This date has passed, so the statement allows nothing any more. Write a later date, or remove the statement.`;
      for (const { range } of clause.values) report({ range, message });
    }
  }),
};

/** The time, or, where it is not given, the day of AWS's data: what was over by then is over. */
function latestKnown({ circumstances, catalog }: Subject): number | undefined {
  return circumstances.now ?? (catalog.date === undefined ? undefined : readInstant(catalog.date));
}

export const CONDITION_TRUTH_CHECKS: readonly Check[] = [
  CONDITION_ALWAYS_TRUE,
  CONDITION_NEVER_TRUE,
  EXPIRED_DATE_CONDITION,
];
