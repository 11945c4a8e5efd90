import { DenialReader, timeOf } from '@/lib/cloudtrail/denial';
import { EventFile } from '@/lib/cloudtrail/event-file';
import type { CountedEvent } from '@/lib/cloudtrail/event-rows';
import { type FaultKind, type FileProblem, fileProblem } from '@/lib/cloudtrail/file-problems';
import { type DenialGroup, DenialGrouping, type Tally } from '@/lib/cloudtrail/group';
import { SeenEvents } from '@/lib/cloudtrail/seen-events';

/** How far reading has come. */
export interface Progress {
  readonly files: number;
  readonly events: number;
  readonly denials: number;
  readonly groups: number;
}

/** The denials of some files. */
export interface DenialSummary {
  readonly files: number;
  /** Every event that was read, denied or not. */
  readonly events: number;
  readonly total: Tally;
  /** Denied events that stood in the files more than once; they are counted once. */
  readonly repeated: number;
  /** Most denials first. */
  readonly groups: readonly DenialGroup[];
  /** Denials for which there were too many groups. */
  readonly rest: Tally;
  readonly problems: readonly FileProblem[];
  /** How many more problems there were. */
  readonly moreProblems: number;
}

/** Takes the bytes of one file. */
export interface FileSink {
  readonly push: (piece: Uint8Array) => void;
  readonly end: () => void;
  /** The file can be read no further. */
  readonly fail: () => void;
}

const MOST_PROBLEMS = 200;

/**
 * Reads CloudTrail files of any number and size one after the other, and groups the denials in them. Memory does not grow with the
 * files: what is kept are the groups. Never fails; what cannot be read is among the problems.
 */
export class DenialStream {
  readonly #reader = new DenialReader();
  readonly #grouping = new DenialGrouping();
  readonly #seen = new SeenEvents();
  readonly #problems: FileProblem[] = [];
  #files = 0;
  #events = 0;
  #repeated = 0;
  #moreProblems = 0;
  #open: EventFile | undefined;

  /** Begins the next file; the one before has to be over. */
  open(name: string): FileSink {
    const faults = new Map<FaultKind, { count: number; readonly offset: number | undefined }>();
    const fault = (kind: FaultKind, offset?: number) => {
      const known = faults.get(kind);
      if (known) known.count++;
      else faults.set(kind, { count: 1, offset });
    };
    const file = new EventFile({ failed: (failed) => this.#take(failed), fault });
    const close = () => {
      file.end();
      // A file that could not be read may hold events all the same.
      if (faults.has('unreadable-file')) faults.delete('no-events');
      this.#events += file.events;
      this.#open = undefined;
      for (const [kind, { count, offset }] of faults) this.#tell(fileProblem(name, kind, count, offset));
    };
    this.#files++;
    this.#open = file;
    return {
      push: (piece) => file.push(piece),
      end: close,
      fail: () => {
        fault('unreadable-file');
        close();
      },
    };
  }

  get progress(): Progress {
    return {
      files: this.#files,
      events: this.#events + (this.#open?.events ?? 0),
      denials: this.#grouping.denials,
      groups: this.#grouping.size,
    };
  }

  /** What was found so far. */
  summary(): DenialSummary {
    return {
      files: this.#files,
      events: this.progress.events,
      total: this.#grouping.total,
      repeated: this.#repeated,
      groups: this.#grouping.groups(),
      rest: this.#grouping.rest,
      problems: this.#problems,
      moreProblems: this.#moreProblems,
    };
  }

  #take({ event, text, count, ...told }: CountedEvent): void {
    const facts = this.#reader.read(event);
    if (facts === undefined) return;
    if (this.#seen.isRepeated(told.id ?? event.eventID)) {
      this.#repeated++;
      return;
    }
    const last = timeOf(event.eventTime) ?? timeOf(told.last);
    this.#grouping.add({ facts, count, first: timeOf(told.first) ?? last, last, event, text });
  }

  #tell(problem: FileProblem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
    else this.#moreProblems++;
  }
}
