import { comparing, type Operator } from '@/lib/evaluation/operators/operator';

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:\d{2})?)?)?)?$/;
const EPOCH = /^[+-]?\d+(?:\.\d+)?$/;
// From here on an epoch value is taken as milliseconds (C51).
const MILLISECONDS_FROM = 1e11;

/**
 * Reads an instant as milliseconds since 1970 (C47 to C54): ISO 8601 as the W3C profile has it, missing parts meaning the
 * earliest instant, or epoch seconds. Four digits are a year (C50).
 */
function readInstant(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return readIso(iso);
  if (!EPOCH.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  return Math.abs(number) >= MILLISECONDS_FROM ? number : number * 1000;
}

function readIso(found: RegExpExecArray): number | undefined {
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // 30 February would silently become March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  return date.getTime() + Number(`0.${fraction || '0'}`) * 1000 - offset(zone);
}

function offset(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

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
