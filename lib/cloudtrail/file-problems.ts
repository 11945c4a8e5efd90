import { code, plural, sayNumber } from '@/lib/text/wording';

/** What of a file could not be read. */
export type FaultKind =
  | 'cut-record'
  | 'broken-record'
  | 'large-record'
  | 'deep-record'
  | 'cut-file'
  | 'damaged-file'
  | 'packed-file'
  | 'no-text'
  | 'no-events'
  | 'unreadable-file';

/** A problem of one file, told to whoever chose it. */
export interface FileProblem {
  readonly file: string;
  readonly code: FaultKind;
  /** How often, and where first: the byte of the unpacked file, counted from 0. */
  readonly count: number;
  readonly offset?: number;
  /** What happened, where, and what to do; names in backticks. */
  readonly message: string;
}

/** The problem in words. */
export function fileProblem(file: string, kind: FaultKind, count = 1, offset?: number): FileProblem {
  const message = SENTENCES[kind](code(file), count, sayNumber(offset ?? 0));
  return { file, code: kind, count, ...(offset !== undefined && { offset }), message };
}

const SENTENCES: Readonly<Record<FaultKind, (file: string, count: number, offset: string) => string>> = {
  'cut-record': (file, count, offset) =>
    `${file}: ${plural(count, 'event ends', 'events end')} too early${first(count, offset)}, as in a file or a line that was cut. What stands before was read. Download the file again.`,
  'broken-record': (file, count, offset) =>
    `${file}: ${plural(count, 'event is', 'events are')} no JSON${first(count, offset)}. What stands around was read.`,
  'large-record': (file, count, offset) =>
    `${file}: ${plural(count, 'entry is', 'entries are')} longer than 1 MB${first(count, offset)}, and CloudTrail’s events are not. What stands around was read.`,
  'deep-record': (file, count, offset) =>
    `${file}: ${plural(count, 'event is', 'events are')} nested deeper than any event of CloudTrail${first(count, offset)}. What stands around was read.`,
  'cut-file': (file) =>
    `${file} ends before its compression does. What could be unpacked was read. Download the file again.`,
  'damaged-file': (file) =>
    `${file}: the compressed data is damaged, or something else follows it. What could be unpacked was read. Download the file again.`,
  'packed-file': (file) => `${file} is packed, but not by gzip. Unpack it and choose what was in it.`,
  'no-text': (file) =>
    `${file} is not text, so there is nothing to read in it. Choose CloudTrail’s files: \`.json\`, \`.json.gz\` or \`.csv\`.`,
  'no-events': (file) =>
    `${file} holds no CloudTrail events. Choose files as CloudTrail delivers them, the output of \`lookup-events\`, or a query’s result with the columns \`eventSource\` and \`eventName\`.`,
  'unreadable-file': (file) =>
    `${file} could not be read to its end. It was moved or changed, or it is not yours to read.`,
};

function first(count: number, offset: string): string {
  return count === 1 ? ` at byte ${offset}` : `, the first at byte ${offset}`;
}
