import type { ConditionKey, ConditionKeyType } from '@/lib/catalog/catalog';
import type { Clause, OperatorKind } from '@/lib/validation/policy-view';

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
