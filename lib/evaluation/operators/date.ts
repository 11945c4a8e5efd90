import { comparing, type Operator } from '@/lib/evaluation/operators/operator';
import { readInstant } from '@/lib/text/instant';

function date(name: string, holds: (difference: number) => boolean, negatedName?: string): Operator {
  const prepare = comparing(readInstant, (given, wanted) => holds(given - wanted));
  return { name, ...(negatedName !== undefined && { negatedName }), variables: false, wildcards: false, prepare };
}

export const DATE_OPERATORS: readonly Operator[] = [
  date('DateEquals', (difference) => difference === 0, 'DateNotEquals'),
  date('DateLessThan', (difference) => difference < 0),
  date('DateLessThanEquals', (difference) => difference <= 0),
  date('DateGreaterThan', (difference) => difference > 0),
  date('DateGreaterThanEquals', (difference) => difference >= 0),
];
