import { OPERATOR_NAMES, readOperator } from '@/lib/evaluation/operators';
import type { ConditionOperator, PolicyDocument } from '@/lib/policy/document';
import type { Problem } from '@/lib/text/problem';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** Operators that AWS would refuse: unknown ones (C10) and ones in the wrong letter case (C9). */
export function operatorProblems(document: PolicyDocument): readonly Problem[] {
  return document.statements
    .flatMap((statement) => statement.conditions)
    .flatMap((condition) => (condition.operators === 'unreadable' ? [] : condition.operators))
    .flatMap(problemOf);
}

function problemOf({ operator }: ConditionOperator): readonly Problem[] {
  const written = readOperator(operator.value);
  if (written === undefined) {
    const near = nearest(operator.value);
    const hint = near ? ` Did you mean ${code(near)}?` : '';
    const message = `AWS knows no condition operator ${code(operator.value)}.${hint} Whether this condition holds cannot be told.`;
    return [{ code: 'unknown-operator', severity: 'error', message, range: operator.range }];
  }
  if (written.name === operator.value) return [];
  const message = `Condition operators are case-sensitive: write ${code(written.name)}. AWS refuses the policy as it stands; here it was read as meant.`;
  return [{ code: 'operator-case', severity: 'error', message, range: operator.range }];
}

// Names that people invent, and what they mostly mean.
const INVENTED: Readonly<Record<string, string>> = {
  stringcontains: 'StringLike',
  stringstartswith: 'StringLike',
  stringmatches: 'StringLike',
  notstringequals: 'StringNotEquals',
  stringlikeignorecase: 'StringLike',
  stringequalsifnotexists: 'StringEqualsIfExists',
  boolequals: 'Bool',
  boolnot: 'Bool',
  ipaddressequals: 'IpAddress',
  ipaddressnotequals: 'NotIpAddress',
  numericlike: 'NumericEquals',
  datelike: 'DateEquals',
  arnlikeignorecase: 'ArnLike',
  binarylike: 'BinaryEquals',
  nullifexists: 'Null',
};

function nearest(written: string): string | undefined {
  const base = written.toLowerCase().replace(/^[^:]*:/, '');
  const invented = lookUp(INVENTED, base);
  if (invented) return invented;
  const bare = base.replace(/ifexists$/, '');
  return OPERATOR_NAMES.find((name) => name.toLowerCase() === bare || isOneSlipAway(name.toLowerCase(), bare));
}

/** Equal but for one letter missing, added, changed or two swapped. */
function isOneSlipAway(name: string, written: string): boolean {
  if (Math.abs(name.length - written.length) > 1) return false;
  let start = 0;
  while (start < name.length && name.charAt(start) === written.charAt(start)) start++;
  const [rest, other] = [name.slice(start), written.slice(start)];
  const swapped = rest.charAt(1) + rest.charAt(0) + rest.slice(2);
  return [
    rest.slice(1) === other,
    rest === other.slice(1),
    rest.slice(1) === other.slice(1),
    swapped === other,
  ].includes(true);
}
