import { keyId } from '@/lib/iam/context-key';
import type { Clause, StatementView } from '@/lib/validation/policy-view';

// What a statement's Condition asks for.

/** Whether a statement has no condition at all; an empty one is none (R135). */
export function isUnconditional({ clauses }: StatementView): boolean {
  return clauses.length === 0;
}

/** Whether a clause compares this key; a name that ends in `/` stands for every key that begins so. */
export function isAboutKey(clause: Clause, key: string): boolean {
  const id = keyId(clause.key.value);
  const wanted = keyId(key);
  return wanted.endsWith('/') ? id.startsWith(wanted) : id === wanted;
}

/** The clauses that compare the key's value; `Null` asks only whether it is there. */
export function clausesOn({ clauses }: StatementView, key: string): readonly Clause[] {
  return clauses.filter((clause) => isAboutKey(clause, key) && !isNull(clause));
}

/** Whether one of the keys is compared by an operator other than `Null`. */
export function isConditionedBy(statement: StatementView, ...keys: readonly string[]): boolean {
  return keys.some((key) => clausesOn(statement, key).length > 0);
}

export function isNull({ written }: Clause): boolean {
  return written?.operator === 'Null';
}

/** The name of the operator without set prefix and `IfExists`: `StringEquals`, `NotIpAddress`, `Null`. */
export function baseOperator({ written, operator }: Clause): string {
  const name = written?.name ?? operator.value;
  const colon = name.indexOf(':');
  return name.slice(colon + 1).replace(/IfExists$/, '');
}

/**
 * Whether a clause can hold only where the request carries the key with a value that fits: no negated operator, no
 * `IfExists`, no `ForAllValues`, no `Null`.
 */
export function asksForValue({ written }: Clause): boolean {
  if (written === undefined || written.operator === 'Null') return false;
  return !written.negated && !written.ifExists && written.prefix !== 'ForAllValues';
}

/** Whether the statement says that the key has to be in the request: `"Null": { "KEY": "false" }`. */
export function asksForPresence({ clauses }: StatementView, key: string): boolean {
  return clauses.some((clause) => isNull(clause) && isAboutKey(clause, key) && hasValue(clause, 'false'));
}

/** Whether one of the values of a clause is this one, ignoring case. */
export function hasValue({ values }: Clause, value: string): boolean {
  return values.some(({ text }) => text.toLowerCase() === value);
}
