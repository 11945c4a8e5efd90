import { delimiterOf, fieldsOf, RowSplitter } from '@/lib/cloudtrail/csv';
import { type CountedEvent, eventsOfRow, type Row } from '@/lib/cloudtrail/event-rows';
import type { FaultKind } from '@/lib/cloudtrail/file-problems';
import { eventsIn, isFailure, isShallow, parsed } from '@/lib/cloudtrail/find-events';
import { ResultRows } from '@/lib/cloudtrail/result-rows';
import { type RecordBytes, RecordSplitter } from '@/lib/cloudtrail/split-records';
import { TextBytes } from '@/lib/cloudtrail/text-bytes';
import { TextStart } from '@/lib/cloudtrail/text-start';
import { textOf, Unpacker } from '@/lib/cloudtrail/unpack';

/** An event that failed, with the JSON it was read from. */
export interface FailedEvent extends CountedEvent {
  readonly text: string;
}

interface Listener {
  readonly failed: (failed: FailedEvent) => void;
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
      this.#tell(counted, JSON.stringify(counted.event));
    }
  }

  #record(record: RecordBytes): void {
    const isRow = record.list === 'results' || record.list === 'QueryResultRows' || record.list === 'Rows';
    const isTried = !this.#isCloudTrail && this.#tried < MOST_TRIED;
    if (!isRow) this.#events++;
    if (!isRow && !isTried && !record.mayTellError) return;
    this.#tried++;
    const text = textOf(record.bytes);
    const value = parsed(text);
    const row = this.#rows.read(record.list, value);
    if (value === undefined) this.#listener.fault('broken-record', record.offset);
    else if (row) this.#countedEvents(row);
    else this.#found(record, value, text, isRow);
  }

  #found(record: RecordBytes, value: unknown, text: string, isRow: boolean): void {
    const events = eventsIn(value);
    if (events.length > 0) this.#isCloudTrail = true;
    this.#events += events.length - (isRow ? 0 : 1);
    for (const event of events) {
      if (isShallow(event)) this.#tell({ event, count: 1 }, event === value ? text : undefined);
      else this.#listener.fault('deep-record', record.offset);
    }
  }

  #tell({ event, ...counted }: CountedEvent, text: string | undefined): void {
    if (isFailure(event)) this.#listener.failed({ event, ...counted, text: text ?? JSON.stringify(event) });
  }
}
