import { type CloudTrailEvent, eventsIn, parsed } from '@/lib/cloudtrail/find-events';
import { plainObject } from '@/lib/cloudtrail/plain-nodes';
import { eventOfRow, type Row } from '@/lib/evidence/events/event-rows';

// Events from the rows of a query's result. `lib/evidence` knows the columns; here are those that count events.

/** An event that a row tells of, and how many more were like it. */
export interface CountedEvent {
  readonly event: CloudTrailEvent;
  /** What it was read from, in a form that the reader of pasted text takes for what it is. */
  readonly text: string;
  readonly count: number;
  /** When the first and the last of them were, and what CloudTrail calls it, where columns tell. */
  readonly first?: string;
  readonly last?: string;
  readonly id?: string;
}

const WHOLE = ['@message', 'message', 'cloudtrailevent', 'event'];
const COUNTS = ['n', 'count', 'count(*)', 'col0', 'denials'];

/** Whether a table's columns are such that its rows can be read. */
export function isEventTable(columns: readonly string[]): boolean {
  const names = columns.map(columnName);
  return (names.includes('eventname') && names.includes('eventsource')) || WHOLE.some((name) => names.includes(name));
}

/** The events that a row tells of: none where it misses what makes an event. */
export function eventsOfRow(row: Row): readonly CountedEvent[] {
  const columns = new Map(row.map(([column, value]) => [columnName(column), value.trim()]));
  for (const name of WHOLE) {
    const found = eventsIn(parsed(columns.get(name) ?? ''));
    if (found.length > 0) return found.map((event) => ({ event, text: JSON.stringify(event), count: 1 }));
  }
  const node = eventOfRow(row.map(([column, value]) => [column.replaceAll(' ', ''), value.trim()]));
  if (node === undefined) return [];
  const [first, last, id] = ['firstseen', 'lastseen', 'eventid'].map((name) => columns.get(name));
  return [
    {
      event: plainObject(node),
      text: rowText(row),
      count: countIn(columns),
      ...(first && { first }),
      ...(last && { last }),
      ...(id && { id }),
    },
  ];
}

function columnName(column: string): string {
  return column.toLowerCase().replace(/[\s_-]+/g, '');
}

function countIn(columns: ReadonlyMap<string, string>): number {
  const written = COUNTS.map((name) => columns.get(name)).find((value) => value !== undefined) ?? '';
  return /^\d{1,15}$/.test(written) ? Math.max(1, Number(written)) : 1;
}

const MOST_CHARACTERS = 12_000;
const MOST_VALUE = 4_000;

/**
 * A row as CloudTrail Lake answers it. As an event it would say that whatever it has no column for did not happen: no session, no
 * endpoint. Columns beyond the size that is kept are left out.
 */
function rowText(row: Row): string {
  let length = 0;
  const kept = row.filter(([column, value]) => {
    if (value.trim() === '' || value.length > MOST_VALUE || length + value.length > MOST_CHARACTERS) return false;
    length += column.length + value.length;
    return length <= MOST_CHARACTERS;
  });
  return JSON.stringify({
    QueryResultRows: [kept.map(([column, value]) => ({ [column.replaceAll(' ', '')]: value }))],
  });
}
