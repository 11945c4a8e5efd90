import { jsonPieces } from '@/lib/evidence/json-pieces';

// The events in parsed JSON, whatever they are wrapped in. What counts as one, and what wraps one, is as lib/evidence/forms.ts has it.

/** An event as CloudTrail writes it: nothing is known of its fields but that it has a name and a source. */
export type CloudTrailEvent = Readonly<Record<string, unknown>>;

// CloudTrail's files, lookup-events, EventBridge, log collectors.
const WRAPPERS = [
  'Records',
  'Events',
  'CloudTrailEvent',
  'detail',
  'event',
  'eventData',
  '_source',
  'message',
  '@message',
];
const MOST_LEVELS = 6;

/** Every event in a JSON value; one inside a string counts as well. */
export function eventsIn(value: unknown, depth = 0): readonly CloudTrailEvent[] {
  if (depth > MOST_LEVELS) return [];
  if (typeof value === 'string') return value.includes('{') ? eventsInText(value, depth) : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => eventsIn(item, depth + 1));
  if (!isRecord(value)) return [];
  if (isScalar(value.eventName) && isScalar(value.eventSource)) return [value];
  return WRAPPERS.flatMap((name) => (Object.hasOwn(value, name) ? eventsIn(value[name], depth + 1) : []));
}

/** A log line may have a time in front of its event. */
function eventsInText(text: string, depth: number): readonly CloudTrailEvent[] {
  const whole = parsed(text);
  if (whole !== undefined) return eventsIn(whole, depth);
  return jsonPieces(text).flatMap((piece) => eventsIn(parsed(piece.text), depth));
}

/** A JSON value from its text; `undefined` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

// An event has some ten levels; its parameters may be a document with a few more.
const MOST_DEPTH = 64;

/** Whether a value is nested no deeper than any event. */
export function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth < MOST_DEPTH && Object.values(value).every((inner: unknown) => isShallow(inner, depth + 1));
}

/** Whether an event records a failure: without a code and a message it is no denial. */
export function isFailure(event: CloudTrailEvent): boolean {
  return isScalar(event.errorCode) || isScalar(event.errorMessage);
}
