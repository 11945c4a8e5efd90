import { delimiterOf, fieldsOf, RowSplitter } from '@/lib/cloudtrail/csv';
import { type CountedEvent, eventsOfRow } from '@/lib/cloudtrail/event-rows';
import type { FaultKind } from '@/lib/cloudtrail/file-problems';
import { eventsIn, isFailure, isRecord, isShallow, parsed } from '@/lib/cloudtrail/find-events';
import { objectNode } from '@/lib/cloudtrail/plain-nodes';
import type { ListName } from '@/lib/cloudtrail/record-lists';
import { ResultRows } from '@/lib/cloudtrail/result-rows';
import { type RecordBytes, RecordSplitter } from '@/lib/cloudtrail/split-records';
import { TextBytes } from '@/lib/cloudtrail/text-bytes';
import { TextStart } from '@/lib/cloudtrail/text-start';
import { textOf, Unpacker } from '@/lib/cloudtrail/unpack';
import { type Row, rowsOf } from '@/lib/evidence/events/event-rows';

interface Listener {
  readonly failed: (failed: CountedEvent) => void;
  /** `offset`: where in the unpacked file, in bytes. */
  readonly fault: (kind: FaultKind, offset?: number) => void;
}

// How many records are looked at to tell whether a file holds events at all.
const MOST_TRIED = 200;

/**
 * Reads one file in pieces of any size: CloudTrail's own files, lists, lines, answers of the AWS CLI and tables, plain or packed by gzip.
 * Only records that may tell of a failure are parsed, which is what makes it fast.
 */
export class EventFile {
  readonly #listener: Listener;
  readonly #unpacker: Unpacker;
  readonly #text: TextBytes;
  readonly #rows = new ResultRows();
  /** Until it is known what the text is. */
  #textStart: TextStart | undefined = new TextStart();
  #splitter: RecordSplitter | RowSplitter | undefined;
  #columns: { readonly names: readonly string[]; readonly delimiter: string } | undefined;
  #events = 0;
  #tried = 0;
  #isCloudTrail = false;
  #isRefused = false;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#text = new TextBytes({ bytes: (bytes) => this.#take(bytes), notText: () => this.#refuse('no-text') });
    this.#unpacker = new Unpacker({
      bytes: (bytes) => this.#text.push(bytes),
      fault: (fault) => (fault === 'packed' ? this.#refuse('packed-file') : listener.fault(`${fault}-file`)),
    });
  }

  push(piece: Uint8Array): void {
    this.#unpacker.push(piece);
  }

  /** The file is over. */
  end(): void {
    this.#unpacker.end();
    this.#text.end();
    if (this.#textStart) this.#decide(this.#textStart);
    this.#splitter?.end();
    const isEmptyList = this.#splitter instanceof RecordSplitter && this.#splitter.isEmptyList;
    if (!this.#isCloudTrail && !this.#isRefused && !isEmptyList) this.#listener.fault('no-events');
  }

  /** How many events were read, denied or not. */
  get events(): number {
    return this.#isCloudTrail ? this.#events : 0;
  }

  #refuse(kind: FaultKind): void {
    this.#isRefused = true;
    this.#listener.fault(kind);
  }

  #take(bytes: Uint8Array): void {
    if (this.#isRefused) return;
    if (this.#splitter) this.#splitter.push(bytes);
    else if (this.#textStart?.push(bytes)) this.#decide(this.#textStart);
  }

  #decide(start: TextStart): void {
    this.#textStart = undefined;
    const broken = ({ offset, why }: { readonly offset: number; readonly why: 'cut' | 'broken' | 'large' }) =>
      this.#listener.fault(`${why}-record`, offset);
    this.#splitter = start.isTable
      ? new RowSplitter({ row: ({ bytes }) => this.#row(textOf(bytes)), broken })
      : new RecordSplitter({ record: (record) => this.#record(record), broken });
    this.#splitter.push(start.bytes);
  }

  #row(text: string): void {
    if (this.#columns === undefined) {
      const delimiter = delimiterOf(text);
      this.#columns = { names: fieldsOf(text, delimiter), delimiter };
      return;
    }
    const fields = fieldsOf(text, this.#columns.delimiter);
    this.#countedEvents(this.#columns.names.map((name, place) => [name, fields[place] ?? '']));
  }

  #countedEvents(row: Row): void {
    for (const counted of eventsOfRow(row)) {
      this.#isCloudTrail = true;
      this.#events += counted.count;
      if (isFailure(counted.event)) this.#listener.failed(counted);
    }
  }

  #record(record: RecordBytes): void {
    const isRow = record.list === 'results' || record.list === 'QueryResultRows' || record.list === 'Rows';
    const isTried = !this.#isCloudTrail && this.#tried < MOST_TRIED;
    if (!isRow && !isTried && !record.mayTellError) {
      this.#events++;
      return;
    }
    this.#tried++;
    const text = textOf(record.bytes);
    const value = parsed(text);
    if (value === undefined) this.#listener.fault('broken-record', record.offset);
    else if (!isShallow(value)) this.#listener.fault('deep-record', record.offset);
    else this.#parsed(record.list, value, text);
  }

  /** An event, a row of an answer, an event that a collector has flattened into a row, or whatever wraps an event. */
  #parsed(list: ListName | undefined, value: unknown, text: string): void {
    const row = this.#rows.read(list, value);
    if (row) {
      this.#countedEvents(row);
      return;
    }
    const events = eventsIn(value);
    for (const event of events) {
      this.#isCloudTrail = true;
      this.#events++;
      if (!isFailure(event)) continue;
      this.#listener.failed({ event, text: event === value ? text : JSON.stringify(event), count: 1 });
    }
    if (events.length === 0 && isRecord(value)) for (const flat of rowsOf(objectNode(value))) this.#countedEvents(flat);
  }
}
