import type { ConditionKey, ConditionKeyType } from '@/lib/catalog/catalog';
import type { Clause } from '@/lib/validation/policy-view';
import { baseOperator } from '@/lib/validation/terms/conditions';

/** What an operator compares. */
export type OperatorKind = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

/** The kind of a clause's operator; `undefined` for an operator that AWS does not know. */
export function operatorKind(clause: Clause): OperatorKind | undefined {
  if (clause.written === undefined) return undefined;
  const base = baseOperator(clause).replace(/^Not/, '');
  return KINDS.find((kind) => base.startsWith(kind));
}

const KINDS: readonly OperatorKind[] = ['String', 'Numeric', 'Date', 'Bool', 'Binary', 'IpAddress', 'Arn', 'Null'];

const KINDS_OF_TYPES: Readonly<Record<ConditionKeyType, readonly OperatorKind[]>> = {
  // Whether text operators on numbers, dates and booleans are meant cannot be told; they work on the text.
  String: ['String'],
  ARN: ['Arn', 'String'],
  Bool: ['Bool', 'String'],
  Numeric: ['Numeric', 'String'],
  Date: ['Date', 'String'],
  IPAddress: ['IpAddress'],
  Binary: ['Binary'],
};

/** Whether an operator of this kind is made for values of the key. */
export function suits(kind: OperatorKind, key: ConditionKey, { values }: Clause): boolean {
  if (kind === 'Null' || KINDS_OF_TYPES[key.type].includes(kind)) return true;
  if (/^aws:EpochTime$/i.test(key.name)) return kind === 'Numeric';
  // Many keys that hold an ARN are listed as texts.
  return kind === 'Arn' && key.type === 'String' && values.every(({ text }) => /^(?:arn:|\*|\$\{)/.test(text));
}
