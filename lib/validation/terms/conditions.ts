import { keyId } from '@/lib/iam/context-key';
import { oncePer } from '@/lib/text/once-per';
import type { Clause, StatementView } from '@/lib/validation/policy-view';

// What a statement's Condition asks for.

/** Whether a statement has no condition at all; an empty one is none (R135). */
export function isUnconditional({ clauses }: StatementView): boolean {
  return clauses.length === 0;
}

/** Whether a clause compares this key; a name that ends in `/` stands for every key that begins so. */
export function isAboutKey(clause: Clause, key: string): boolean {
  const wanted = keyId(key);
  return wanted.endsWith('/') ? clause.id.startsWith(wanted) : clause.id === wanted;
}

/** The clauses that compare the key's value; `Null` asks only whether it is there. */
export function clausesOn(statement: StatementView, key: string): readonly Clause[] {
  const about = key.endsWith('/')
    ? statement.clauses.filter((clause) => isAboutKey(clause, key))
    : clausesAbout(statement, key);
  return about.filter((clause) => !isNull(clause));
}

/** All clauses on one key. */
export function clausesAbout(statement: StatementView, key: string): readonly Clause[] {
  return statement.clauses.length === 0 ? NONE : (byKey(statement).get(keyId(key)) ?? NONE);
}

const NONE: readonly Clause[] = [];

// Some checks ask for every key.
const byKey = oncePer(({ clauses }: StatementView): ReadonlyMap<string, readonly Clause[]> => {
  const sorted = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const same = sorted.get(clause.id);
    if (same) same.push(clause);
    else sorted.set(clause.id, [clause]);
  }
  return sorted;
});

/** Whether one of the keys is compared by an operator other than `Null`. */
export function isConditionedBy(statement: StatementView, ...keys: readonly string[]): boolean {
  return keys.some((key) => clausesOn(statement, key).length > 0);
}

export function isNull({ written }: Clause): boolean {
  return written?.operator === 'Null';
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
export function asksForPresence(statement: StatementView, key: string): boolean {
  return clausesAbout(statement, key).some((clause) => isNull(clause) && hasValue(clause, 'false'));
}

/** Whether one of the values of a clause is this one, ignoring case. */
export function hasValue({ values }: Clause, value: string): boolean {
  return values.some(({ text }) => text.toLowerCase() === value);
}
