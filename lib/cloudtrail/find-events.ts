import { jsonPieces } from '@/lib/evidence/json-pieces';

// The events in parsed JSON, whatever they are wrapped in. What counts as one is as `lib/evidence` has it.

/** An event as CloudTrail writes it: nothing is known of its fields but that it has a name and a source. */
export type CloudTrailEvent = Readonly<Record<string, unknown>>;

const MOST_LEVELS = 6;

// What only an event has: a text without it is not looked into.
const IN_TEXT = /event(?:Name|Source)/;

/** Every event in a JSON value; one inside a string counts as well. */
export function eventsIn(value: unknown, depth = 0): readonly CloudTrailEvent[] {
  if (depth > MOST_LEVELS) return [];
  if (typeof value === 'string') return IN_TEXT.test(value) ? eventsInText(value, depth) : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => eventsIn(item, depth + 1));
  if (!isRecord(value)) return [];
  if (isScalar(value.eventName) && isScalar(value.eventSource)) return [value];
  // Files, answers and collectors of logs wrap events under names of their own.
  return Object.values(value).flatMap((inner) => eventsIn(inner, depth + 1));
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

/** Whether an event records a failure, on its own or in what the service answered: else it is no denial. */
export function isFailure(event: CloudTrailEvent): boolean {
  if (isScalar(event.errorCode) || isScalar(event.errorMessage)) return true;
  const { responseElements } = event;
  return isRecord(responseElements) && ANSWERED.some((name) => isScalar(responseElements[name]));
}

const ANSWERED = ['errorCode', 'errorMessage', 'message'];
