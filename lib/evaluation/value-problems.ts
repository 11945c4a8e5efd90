import { comparable } from '@/lib/evaluation/condition-key';
import { namedKeys } from '@/lib/evaluation/named-keys';
import type { WrittenOperator } from '@/lib/evaluation/operators';
import type { Operator } from '@/lib/evaluation/operators/operator';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { Request } from '@/lib/request/request';
import type { Problem } from '@/lib/text/problem';
import { literalPattern } from '@/lib/text/wildcard';
import { code } from '@/lib/text/wording';

/** Values of the request that a policy compares by an operator of another type: they fit nothing (C33). Each key is told once. */
export function valueProblems(request: Request, policies: readonly UsablePolicy[]): readonly Problem[] {
  const { stated } = request;
  return stated.keys.flatMap((id): readonly Problem[] => {
    for (const { statements } of policies) {
      for (const written of namedKeys(statements).get(id)?.operators ?? []) {
        const value = unreadableValue(written, id, request);
        if (value !== undefined) return [problemOf(stated.spelling(id), value, written)];
      }
    }
    return [];
  });
}

function unreadableValue(written: WrittenOperator, id: string, request: Request): string | undefined {
  const { operator } = written;
  if (operator === 'Null') return undefined;
  const state = comparable(written, id, request.stated.state(id) ?? { state: 'unknown' });
  const values = state.state === 'present' ? state.values : state.state === 'spellings' ? state.values.flat() : [];
  return values.find((value) => !canRead(operator, value));
}

/** A value of the operator's type is one that it can compare with itself. */
function canRead(operator: Operator, value: string): boolean {
  const comparer = operator.prepare({ text: value, pattern: literalPattern(value) });
  return comparer !== undefined && comparer.compare(value) !== 'malformed';
}

function problemOf(key: string, value: string, { name }: WrittenOperator): Problem {
  const message = `${code(key)} is ${code(value)}, which ${code(name)} cannot compare: it fits no value of a policy. State it as AWS writes it, or leave it out if you do not know it.`;
  return { code: 'context-value', severity: 'warning', message };
}
