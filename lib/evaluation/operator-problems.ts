import { OPERATOR_NAMES, readOperator } from '@/lib/evaluation/operators';
import type { ConditionOperator, PolicyDocument } from '@/lib/policy/document';
import { nearestName } from '@/lib/text/nearest';
import { oncePer } from '@/lib/text/once-per';
import type { Problem } from '@/lib/text/problem';
import { lookUp } from '@/lib/text/table';
import { code } from '@/lib/text/wording';

/** Operators that AWS would refuse: unknown ones (C10) and ones in the wrong letter case (C9). */
export const operatorProblems = oncePer((document: PolicyDocument): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const { conditions } of document.statements) {
    for (const { operators } of conditions) {
      if (operators === 'unreadable') continue;
      for (const operator of operators) {
        const problem = problemOf(operator);
        if (problem) problems.push(problem);
      }
    }
  }
  return problems;
});

function problemOf({ operator }: ConditionOperator): Problem | undefined {
  const written = readOperator(operator.value);
  if (written === undefined) {
    const near = meantOperator(operator.value)?.name;
    const hint = near ? ` Did you mean ${code(near)}?` : '';
    const message = `AWS knows no condition operator ${code(operator.value)}.${hint} Whether this condition holds cannot be told.`;
    return { code: 'unknown-operator', severity: 'error', message, range: operator.range };
  }
  if (written.name === operator.value) return undefined;
  const message = `Condition operators are case-sensitive: write ${code(written.name)}. AWS refuses the policy as it stands; here it was read as meant.`;
  return { code: 'operator-case', severity: 'error', message, range: operator.range };
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

/** The operator that a wrong name means. `isSure`: only spelled wrong, in letter case or by a slip of the keyboard. */
export function meantOperator(written: string): { readonly name: string; readonly isSure: boolean } | undefined {
  const invented = lookUp(INVENTED, written.toLowerCase().replace(/^[^:]*:/, ''));
  if (invented) return { name: invented, isSure: false };
  const name = nearestName(written, FULL_NAMES);
  return name === undefined ? undefined : { name, isSure: true };
}

const FULL_NAMES = OPERATOR_NAMES.flatMap((name) => (name === 'Null' ? [name] : [name, `${name}IfExists`])).flatMap(
  (name) => [name, `ForAllValues:${name}`, `ForAnyValue:${name}`],
);
