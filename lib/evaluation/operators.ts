import { ARN_OPERATORS } from '@/lib/evaluation/operators/arn';
import { BINARY_EQUALS } from '@/lib/evaluation/operators/binary';
import { BOOL } from '@/lib/evaluation/operators/bool';
import { DATE_OPERATORS } from '@/lib/evaluation/operators/date';
import { IP_ADDRESS } from '@/lib/evaluation/operators/ip';
import { NUMERIC_OPERATORS } from '@/lib/evaluation/operators/number';
import type { Operator } from '@/lib/evaluation/operators/operator';
import { STRING_OPERATORS } from '@/lib/evaluation/operators/string';
import { lookUp } from '@/lib/text/table';

/** Every condition operator but `Null`, which compares no values (C30). The order is that of AWS's page. */
const OPERATORS: readonly Operator[] = [
  ...STRING_OPERATORS,
  ...NUMERIC_OPERATORS,
  ...DATE_OPERATORS,
  BOOL,
  BINARY_EQUALS,
  IP_ADDRESS,
  ...ARN_OPERATORS,
];

type SetPrefix = 'ForAllValues' | 'ForAnyValue';

/** An operator as a policy writes it: prefix, base, suffix (C9). */
export interface WrittenOperator {
  readonly prefix?: SetPrefix;
  readonly ifExists: boolean;
  readonly negated: boolean;
  /** `Null` looks at presence alone. */
  readonly operator: Operator | 'Null';
  /** AWS's own spelling of the whole name. */
  readonly name: string;
}

const BASES = new Map<
  string,
  { readonly name: string; readonly operator: Operator | 'Null'; readonly negated: boolean }
>([
  ['null', { name: 'Null', operator: 'Null', negated: false }],
  ...OPERATORS.flatMap((operator) => {
    const positive = { name: operator.name, operator, negated: false };
    const negative = operator.negatedName && { name: operator.negatedName, operator, negated: true };
    return [positive, ...(negative ? [negative] : [])].map((row) => [row.name.toLowerCase(), row] as const);
  }),
]);

/** Names of all base operators, for suggestions. */
export const OPERATOR_NAMES: readonly string[] = [...BASES.values()].map((base) => base.name);

const PREFIXES: Readonly<Record<string, SetPrefix>> = { forallvalues: 'ForAllValues', foranyvalue: 'ForAnyValue' };

const known = new Map<string, WrittenOperator | undefined>();
// Policies write a handful of names thousands of times.
const MOST_NAMES = 500;

/** Reads an operator's name, ignoring case (C9). `undefined` for names that AWS does not know (C10). */
export function readOperator(written: string): WrittenOperator | undefined {
  if (known.has(written)) return known.get(written);
  const operator = read(written);
  if (known.size < MOST_NAMES) known.set(written, operator);
  return operator;
}

function read(written: string): WrittenOperator | undefined {
  const [first = '', second, ...rest] = written.toLowerCase().split(':');
  const prefix = second === undefined ? undefined : lookUp(PREFIXES, first);
  if (rest.length > 0 || (second !== undefined && prefix === undefined)) return undefined;
  const body = second ?? first;
  const ifExists = body.endsWith('ifexists');
  const base = BASES.get(ifExists ? body.slice(0, -'ifexists'.length) : body);
  if (base === undefined || (base.operator === 'Null' && ifExists)) return undefined;
  const name = `${prefix ? `${prefix}:` : ''}${base.name}${ifExists ? 'IfExists' : ''}`;
  return { ...(prefix && { prefix }), ifExists, negated: base.negated, operator: base.operator, name };
}
