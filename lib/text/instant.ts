const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:\d{2})?)?)?)?$/;
const EPOCH = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
// From here on an epoch value is taken as milliseconds (C51).
const MILLISECONDS_FROM = 1e11;
// The last instant that a `Date` can hold.
const END_OF_TIME = 8.64e15;

/**
 * Reads an instant as milliseconds since 1970 (C47 to C54): ISO 8601 as the W3C profile has it, missing parts meaning the
 * earliest instant, or epoch seconds. Four digits are a year (C50).
 */
export function readInstant(text: string): number | undefined {
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
  const east = offset(zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || east === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  // 30 February would silently become March.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  return date.getTime() + Number(`0.${fraction || '0'}`) * 1000 - east;
}

/** Milliseconds that a zone is ahead of UTC. */
function offset(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** An instant as `YYYY-MM-DDThh:mm:ssZ` in UTC, a fraction only where there is one (C53). */
export function writeInstant(milliseconds: number): string | undefined {
  if (Math.abs(milliseconds) > END_OF_TIME) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** An instant as epoch seconds in shortest decimal digits (C53). */
export function writeEpoch(milliseconds: number): string {
  return String(milliseconds / 1000);
}
