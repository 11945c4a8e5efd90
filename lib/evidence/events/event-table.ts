import { eventOfRow, type Row } from '@/lib/evidence/events/event-rows';
import { type JsonObject, printJson } from '@/lib/text/json';

// A table of events as text: the CSV that Athena downloads, or what is copied from a page.

const HEAD = /^(?=[^\n]{0,4000}event_?name)(?=[^\n]{0,4000}event_?source)[^\n]{1,8000}$/im;
const MOST_ROWS = 5000;

interface EventTable {
  /** Where the table begins. */
  readonly start: number;
  readonly events: readonly { readonly event: JsonObject; readonly text: string }[];
}

/** The events of a table whose head names `eventname` and `eventsource`; each with the table that holds it alone. */
export function readEventTable(text: string): EventTable | undefined {
  const head = HEAD.exec(text);
  if (!head || head[0].includes('{')) return undefined;
  const sign = separatorOf(head[0]);
  if (sign === undefined) return undefined;
  const [columns = [], ...rows] = readRows(text.slice(head.index), sign);
  const events = rows.flatMap((cells) => {
    const row = columns.flatMap((column, place) => {
      const value = cells[place];
      return value === undefined ? [] : [[column, value.trim()] as const];
    });
    const event = eventOfRow(row);
    return event ? [{ event, text: tableOf(row) ?? printJson(event) }] : [];
  });
  return events.length > 0 ? { start: head.index, events } : undefined;
}

/** A table with one row; `undefined` where its head would not be one. */
export function tableOf(row: Row): string | undefined {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = row.map(([column]) => cell(column)).join(',');
  return HEAD.test(head) ? `${head}\n${row.map(([, value]) => cell(value)).join(',')}` : undefined;
}

function separatorOf(head: string): string | undefined {
  return [',', '\t', '|', ';'].find((sign) =>
    head.split(sign).some((column) => /^[\s"]*event_?name[\s"]*$/i.test(column)),
  );
}

/** Rows of cells; a cell in quotes may hold the separator, line breaks, and quotes written twice. */
function readRows(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length && rows.length <= MOST_ROWS; i++) {
    const letter = text.charAt(i);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(i + 1) === '"') cell += text.charAt(i++);
      else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (letter === separator || letter === '\n') {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (letter !== '\r') cell += letter;
  }
  return [...rows, [...row, cell]];
}
