import { readOperator, type WrittenOperator } from '@/lib/evaluation/operators';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionOperator, Statement } from '@/lib/policy/document';
import { oncePer } from '@/lib/text/once-per';

/** A condition key as a policy names it. */
export interface NamedKey {
  /** As it is written first. */
  readonly name: string;
  /** What it is compared by, each operator once. */
  readonly operators: ReadonlySet<WrittenOperator>;
}

/** The condition keys that statements name, by their `keyId`; not those below operators that AWS does not know. */
export const namedKeys = oncePer((statements: readonly Statement[]): ReadonlyMap<string, NamedKey> => {
  const named = new Map<string, { readonly name: string; readonly operators: Set<WrittenOperator> }>();
  const add = ({ operator, keys }: ConditionOperator) => {
    const written = readOperator(operator.value);
    if (keys === 'unreadable' || written === undefined) return;
    for (const { key } of keys) {
      const id = keyId(key.value);
      const known = named.get(id);
      if (known) known.operators.add(written);
      else named.set(id, { name: key.value, operators: new Set([written]) });
    }
  };
  for (const { conditions } of statements) {
    for (const { operators } of conditions) {
      if (operators !== 'unreadable') operators.forEach(add);
    }
  }
  return named;
});
