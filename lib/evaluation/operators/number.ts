import { comparing, type Operator } from '@/lib/evaluation/operators/operator';

/** An exact decimal: sign × 0.digits × 10^magnitude, digits without zeros at either end; zero has no digits. */
interface Decimal {
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly magnitude: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Reads a number as IAM does (C42), exactly (C43): never through a binary double. */
function readDecimal(text: string): Decimal | undefined {
  const found = NUMBER.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found ?? [];
  if (!found || (whole === '' && fraction === '')) return undefined;
  const all = whole + fraction;
  const leading = all.length - all.replace(/^0+/, '').length;
  const digits = withoutTrailingZeros(all.slice(leading));
  if (digits === '') return { sign: 0, digits, magnitude: 0 };
  return { sign: sign === '-' ? -1 : 1, digits, magnitude: whole.length - leading + Number(exponent) };
}

// Not a regular expression: `0+$` is quadratic on long runs of zeros.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end--;
  return digits.slice(0, end);
}

/** Negative, zero or positive, as `left` is less than, equal to or greater than `right`. */
function compareDecimals(left: Decimal, right: Decimal): number {
  if (left.sign !== right.sign) return left.sign - right.sign;
  if (left.magnitude !== right.magnitude) return left.sign * (left.magnitude - right.magnitude);
  return left.digits === right.digits ? 0 : left.sign * (left.digits < right.digits ? -1 : 1);
}

function numeric(name: string, holds: (difference: number) => boolean, negatedName?: string): Operator {
  const prepare = comparing(readDecimal, (given, wanted) => holds(compareDecimals(given, wanted)));
  return { name, ...(negatedName !== undefined && { negatedName }), variables: false, wildcards: false, prepare };
}

/** C42 to C46. */
export const NUMERIC_OPERATORS: readonly Operator[] = [
  numeric('NumericEquals', (difference) => difference === 0, 'NumericNotEquals'),
  numeric('NumericLessThan', (difference) => difference < 0),
  numeric('NumericLessThanEquals', (difference) => difference <= 0),
  numeric('NumericGreaterThan', (difference) => difference > 0),
  numeric('NumericGreaterThanEquals', (difference) => difference >= 0),
];
