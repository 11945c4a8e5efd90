import type { ConditionKeyType } from '@/lib/catalog/catalog';
import { OPERATOR_NAMES, readOperator } from '@/lib/evaluation/operators';
import { type Candidate, template } from '@/lib/language/candidates/candidate';
import { operatorWords } from '@/lib/language/words/operators';

/** What an operator compares: the types of keys that can fit it. */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

const FITTING = {
  String: ['String', 'ARN'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  Bool: ['Bool'],
  Binary: ['Binary'],
  Ip: ['IPAddress'],
  Arn: ['ARN'],
  Null: ['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress', 'Binary'],
} satisfies Record<OperatorFamily, readonly ConditionKeyType[]>;

/** Whether a key of this type can fit the operator. */
export function fits(family: OperatorFamily, type: ConditionKeyType): boolean {
  const types: readonly ConditionKeyType[] = FITTING[family];
  return types.includes(type);
}

/** The family of an operator as written; `undefined` for one that AWS does not know. */
export function familyOf(written: string): OperatorFamily | undefined {
  const operator = readOperator(written)?.operator;
  if (operator === undefined) return undefined;
  if (operator === 'Null') return 'Null';
  const { name } = operator;
  if (name.startsWith('String')) return 'String';
  if (name.startsWith('Numeric')) return 'Numeric';
  if (name.startsWith('Date')) return 'Date';
  if (name.startsWith('Arn')) return 'Arn';
  if (name === 'IpAddress') return 'Ip';
  return name === 'Bool' ? 'Bool' : 'Binary';
}

// Those that most policies are written with come first, then the rest in AWS's order.
const USUAL = ['StringEquals', 'StringLike', 'StringNotEquals', 'ArnLike', 'Bool', 'IpAddress', 'NotIpAddress', 'Null'];
// AWS lists no key that holds bytes, so nothing could stand below `BinaryEquals`.
const BASES = [...USUAL, ...OPERATOR_NAMES.filter((name) => !USUAL.includes(name) && name !== 'BinaryEquals')];
const WITH_SUFFIX = BASES.filter((name) => name !== 'Null').map((name) => `${name}IfExists`);
const WITH_PREFIX = ['ForAnyValue', 'ForAllValues'].flatMap((prefix) =>
  [...BASES.filter((name) => name !== 'Null'), ...WITH_SUFFIX].map((name) => `${prefix}:${name}`),
);
const ALL = [...BASES, ...WITH_SUFFIX, ...WITH_PREFIX];

/** Condition operators, plain ones first. `types`: of the keys that stand below the name already. */
export function operators(taken: ReadonlySet<string>, types: readonly ConditionKeyType[]): readonly Candidate[] {
  const names = ALL.filter((name) => {
    const family = familyOf(name);
    return !taken.has(name.toLowerCase()) && family !== undefined && types.every((type) => fits(family, type));
  });
  return names.map((name) => {
    const insertion = { kind: 'member', name, value: template('{ "‸": "" }') } as const;
    return { kind: 'operator', label: name, detail: operatorWords(name)?.join(' ') ?? '', insertion };
  });
}
