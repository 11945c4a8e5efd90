import { writeInstant } from '@/lib/text/instant';
import { plural, sayNumber } from '@/lib/text/wording';

// Numbers and times as this page writes them. Times are in UTC, as CloudTrail's are.

/** "1 denial", "12,345 denials". */
export function sayCount(count: number, one: string, many: string): string {
  return plural(count, one, many).replace(/^\d+/, sayNumber(count));
}

/** "2026-03-01 08:12". */
export function sayTime(time: number): string {
  return (writeInstant(time) ?? '').slice(0, 16).replace('T', ' ');
}

/** "12.3 MB". */
export function saySize(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size.toLocaleString('en-US', { maximumFractionDigits: size < 100 ? 1 : 0 })} ${unit}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "5 minutes", "1 hour". */
export function sayStep(step: number): string {
  if (step < HOUR) return plural(step / MINUTE, 'minute', 'minutes');
  return step < DAY ? plural(step / HOUR, 'hour', 'hours') : plural(step / DAY, 'day', 'days');
}
