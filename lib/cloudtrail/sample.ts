import { type CloudTrailEvent, isRecord, parsed } from '@/lib/cloudtrail/find-events';
import { cutSecrets } from '@/lib/evidence/secrets';

// The event that stands for a group of denials: small enough to keep thousands, and without secrets.

/** Longest text of an event that is kept, in characters. An event has some 2,000. */
const MOST_CHARACTERS = 16_000;
const MOST_FIELD = 2_000;
// What a denial never needs, and what it needs least, in this order.
const DISPENSABLE = [
  'responseElements',
  'serviceEventDetails',
  'requestParameters',
  'additionalEventData',
  'resources',
];

/** The text of an event, shortened where it is longer than is kept. */
export function boundedText(event: CloudTrailEvent, text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  let short = event;
  for (const name of DISPENSABLE) {
    short = { ...short, [name]: null };
    const written = JSON.stringify(short);
    if (written.length <= MOST_CHARACTERS) return written;
  }
  // Nothing that AWS writes is left: single fields are longer than a whole event.
  return JSON.stringify(
    Object.fromEntries(Object.entries(short).filter(([, value]) => JSON.stringify(value ?? null).length <= MOST_FIELD)),
  ).slice(0, MOST_CHARACTERS);
}

/** An event's text as it is shown and opened: on lines, without the response, and with secrets cut. */
export function sampleOf(text: string): string {
  const event = parsed(text);
  const written = isRecord(event) ? JSON.stringify({ ...event, responseElements: undefined }, null, 2) : text;
  return cutSecrets(written).text;
}
