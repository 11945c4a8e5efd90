import { readOperator } from '@/lib/evaluation/operators';
import { keyId } from '@/lib/iam/context-key';
import type { ConditionOperator } from '@/lib/policy/document';
import type { UsablePolicy } from '@/lib/policy/policy-set';
import type { KeyState } from '@/lib/request/context';

/** One answer that an unknown condition key could have, to be tried. */
export interface Witness {
  readonly state: KeyState;
  /** `absent`: not in the request. `named`: a value that a policy names. `other`: a value that no policy names. */
  readonly kind: 'absent' | 'named' | 'other';
  /** For `named`: how the value relates to what the policy writes, such as "in `203.0.113.0/24`". */
  readonly relation?: 'equals' | 'like' | 'in' | 'below' | 'above' | 'before' | 'after';
  readonly written?: string;
}

const MOST_VALUES = 24;

/**
 * The answers worth trying for a condition key: absent, every value that the policies name for it, and one that they do not
 * name. A key whose witnesses all lead to the same cannot change the outcome.
 */
export function witnessesOf(key: string, policies: readonly UsablePolicy[]): readonly Witness[] {
  const found = new Map<string, Witness>();
  let other: string | undefined = OTHER_TEXT;
  for (const operator of operatorsOf(policies)) {
    if (operator.keys === 'unreadable') continue;
    for (const condition of operator.keys) {
      if (keyId(condition.key.value) !== keyId(key)) continue;
      const kind = kindOf(operator.operator.value);
      other = OTHERS[kind];
      for (const { value } of condition.values) {
        for (const witness of namedBy(kind, value)) found.set(`${witness.relation} ${witness.written}`, witness);
      }
    }
  }
  const named = [...found.values()].slice(0, MOST_VALUES);
  return [...named, ...(other === undefined ? [] : [of('other', other)]), { state: ABSENT, kind: 'absent' }];
}

const ABSENT: KeyState = { state: 'absent', source: 'assumed' };
// No policy names these: private-use characters, documentation addresses and a year without laws.
const OTHER_TEXT = '\u{F8FF}other';

type ValueKind = 'text' | 'pattern' | 'arn' | 'address' | 'number' | 'date' | 'boolean' | 'presence';

const OTHERS: Readonly<Record<ValueKind, string | undefined>> = {
  text: OTHER_TEXT,
  pattern: OTHER_TEXT,
  arn: `arn:aws:other::000000000000:${OTHER_TEXT}`,
  address: '192.0.2.251',
  number: undefined,
  date: undefined,
  boolean: undefined,
  presence: OTHER_TEXT,
};

function* operatorsOf(policies: readonly UsablePolicy[]): Iterable<ConditionOperator> {
  for (const policy of policies) {
    for (const statement of policy.statements) {
      for (const condition of statement.conditions) {
        if (condition.operators !== 'unreadable') yield* condition.operators;
      }
    }
  }
}

function kindOf(written: string): ValueKind {
  const operator = readOperator(written)?.operator;
  if (operator === undefined) return 'text';
  if (operator === 'Null') return 'presence';
  if (operator.name.startsWith('Numeric')) return 'number';
  if (operator.name.startsWith('Date')) return 'date';
  if (operator.name.startsWith('Arn')) return 'arn';
  if (operator.name === 'IpAddress') return 'address';
  if (operator.name === 'Bool') return 'boolean';
  return operator.wildcards ? 'pattern' : 'text';
}

function of(kind: Witness['kind'], value: string, relation?: Witness['relation'], written?: string): Witness {
  return {
    state: { state: 'present', values: [value], source: 'assumed' },
    kind,
    ...(relation && { relation }),
    ...(written !== undefined && { written }),
  };
}

function namedBy(kind: ValueKind, value: string): readonly Witness[] {
  switch (kind) {
    case 'text':
      return [of('named', value, 'equals', value)];
    case 'pattern':
    case 'arn':
      return [of('named', value.replace(/[*?]/g, 'x'), /[*?]/.test(value) ? 'like' : 'equals', value)];
    case 'address':
      return [of('named', value.replace(/\/.*$/, ''), value.includes('/') ? 'in' : 'equals', value)];
    case 'boolean':
      return ['true', 'false'].map((either) => of('named', either, 'equals', either));
    case 'number':
      return around(value, 1, 'below', 'above');
    case 'date':
      return around(value, 1000, 'before', 'after');
    case 'presence':
      return [];
  }
}

// A second beyond it JavaScript knows no date.
const LAST_DATE = 8.64e15 - 1000;

/** The value itself, one just below it and one just above. */
function around(value: string, step: number, below: 'below' | 'before', above: 'above' | 'after'): readonly Witness[] {
  const isDate = below === 'before';
  const middle = isDate ? Date.parse(value) : Number(value);
  if (!(Math.abs(middle) < (isDate ? LAST_DATE : Number.MAX_VALUE))) return [of('named', value, 'equals', value)];
  const print = (moved: number) => (isDate ? new Date(moved).toISOString() : String(moved));
  return [
    of('named', print(middle - step), below, value),
    of('named', value, 'equals', value),
    of('named', print(middle + step), above, value),
  ];
}
