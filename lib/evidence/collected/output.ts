import { joinFullLines } from '@/lib/evidence/broken-lines';
import { closingOf } from '@/lib/evidence/json-pieces';
import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { REPAIRS } from '@/lib/evidence/repairs';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonNode, type JsonObject, MAX_JSON_LENGTH, member, parseJson } from '@/lib/text/json';

// What the collect script prints, out of a text in which more may stand: a JSON whose head, entries and end have lines of their own, so that
// what is whole can be read where lines were lost. The script is `lib/guidance/collect/`.

/** One call of the script: its answer, AWS's words why there is none, or why it was not made. */
export interface Entry {
  readonly number: number;
  /** What it is for: policy types, `caller`, `organization`. */
  readonly for: readonly string[];
  /** The words behind `aws`. */
  readonly words: readonly string[];
  readonly outcome:
    | { readonly kind: 'answer'; readonly node: JsonNode /** What the node's ranges count. */; readonly text: string }
    | { readonly kind: 'error'; readonly message: string }
    | { readonly kind: 'skipped'; readonly reason: string };
}

/** One output of the script, as far as it is there. */
export interface Output {
  /** The number of the format; 0 where the head is lost. */
  readonly version: number;
  readonly parts: readonly string[];
  readonly request: JsonObject | undefined;
  /** In their order, each once. */
  readonly entries: readonly Entry[];
  /** The script came to its end, and its last line is there. */
  readonly isEnded: boolean;
}

/** The policy types that the script collects, in the order of its parts. */
export const COLLECTED_TYPES = [
  'boundary',
  'identity',
  'scp',
  'rcp',
  'resource',
] as const satisfies readonly PolicyType[];

export type CollectedType = (typeof COLLECTED_TYPES)[number];

/** The policy types that an entry is for. */
export function typesOf(entry: Entry): readonly CollectedType[] {
  return COLLECTED_TYPES.filter((type) => entry.for.includes(type));
}

/** Every output in a text, and the text without them. */
export interface Outputs {
  readonly outputs: readonly Output[];
  readonly rest: string;
}

// Ten groups with twenty policies each make some five hundred calls.
const MOST_ENTRIES = 2000;
// One output of each account that has a say, and some more.
const MOST_OUTPUTS = 20;

const HEAD = /\{\s{0,8}"whydenied"\s{0,8}:\s{0,8}"collect\/(\d{1,6})"/g;
const ENTRY = /^\{"n":\d{1,6},"for":"/gm;
const END = /\n\],"end":(true|false)\}/;

/** Finds what the script printed, also behind a prompt, in a terminal's clothing, or with parts of it lost. */
export function takeOutputs(text: string): Outputs | undefined {
  if (!isOutput(text)) return undefined;
  const asPasted = outputsIn(text);
  if (isComplete(asPasted) || text.length > MAX_JSON_LENGTH) return asPasted;
  let best = asPasted;
  for (const undo of [unbroken, ...REPAIRS.map((repair) => repair.undo)]) {
    const repaired = undo(text);
    if (repaired === undefined || !isOutput(repaired)) continue;
    const read = outputsIn(repaired);
    if (isComplete(read)) return read;
    if (size(read) > size(best)) best = read;
  }
  return best;
}

/** Lines that a terminal broke at its edge, and nothing else: the texts within stay as they are. */
function unbroken(text: string): string {
  return joinFullLines(text.replaceAll('\r\n', '\n'), false);
}

function isOutput(text: string): boolean {
  return text.search(HEAD) >= 0 || text.search(ENTRY) >= 0;
}

function isComplete({ outputs }: Outputs): boolean {
  return outputs.every(
    ({ version, entries, isEnded }) => version > 0 && isEnded && entries.at(-1)?.number === entries.length,
  );
}

function size({ outputs }: Outputs): number {
  return outputs.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** From each head to its end; from the first line where no head is left. */
function outputsIn(text: string): Outputs {
  const heads = Array.from(text.matchAll(HEAD), ({ index }) => index).slice(0, MOST_OUTPUTS);
  const [first = text.length] = heads;
  const entry = text.search(ENTRY);
  const starts = entry >= 0 && entry < first ? [0, ...heads] : heads;
  const outputs: Output[] = [];
  let rest = '';
  let at = 0;
  for (const [place, start] of starts.entries()) {
    const stop = starts[place + 1] ?? text.length;
    const { output, length } = outputOf(text.slice(start, stop));
    rest += text.slice(at, start);
    at = start + length;
    outputs.push(output);
  }
  return { outputs, rest: rest + text.slice(at) };
}

interface Taken {
  readonly output: Output;
  /** How much of the text it takes up. */
  readonly length: number;
}

function outputOf(text: string): Taken {
  return wholeOutput(text) ?? salvagedOutput(text);
}

const LONGEST = 5_000_000;

/** As the one JSON that it is. */
function wholeOutput(text: string): Taken | undefined {
  const length = text.startsWith('{') ? closingOf(text, 0) : undefined;
  if (length === undefined) return undefined;
  const json = text.slice(0, length);
  const { value, problems } = parseJson(json, LONGEST);
  if (value?.kind !== 'object' || problems.length > 0 || member(value, 'end') === undefined) return undefined;
  const entries = listAt(value, 'calls').flatMap((node) => entryOf(node, json));
  return { output: { ...headOf(value), ...inOrder(entries, textAt(value, 'end') === 'true') }, length };
}

/** What is whole of it, line by line: an entry begins at the beginning of a line, and nothing within an answer does. */
function salvagedOutput(text: string): Taken {
  const end = END.exec(text);
  const body = end ? text.slice(0, end.index) : text;
  const starts = Array.from(body.matchAll(ENTRY), ({ index }) => index);
  const entries = starts.flatMap((start, place) => {
    const json = body.slice(start, starts[place + 1] ?? body.length).replace(/[\s,]{1,20}$/, '');
    const { value, problems } = parseJson(json);
    return value === undefined || problems.length > 0 ? [] : entryOf(value, json);
  });
  const head = /^[^\n]{0,20000}/.exec(body)?.[0] ?? '';
  const { value } = parseJson(head.replace(/,"calls":\[$/, '}'));
  return {
    output: {
      ...headOf(value?.kind === 'object' ? value : undefined),
      ...inOrder(entries, end?.[1] === 'true'),
    },
    length: end ? end.index + end[0].length : text.length,
  };
}

function headOf(head: JsonObject | undefined): Pick<Output, 'version' | 'parts' | 'request'> {
  const format = /^collect\/(\d{1,6})$/.exec(textAt(head, 'whydenied') ?? '');
  return {
    version: Number(format?.[1] ?? 0),
    parts: (textAt(head, 'parts') ?? '').split(' '),
    request: objectAt(head, 'request'),
  };
}

function entryOf(node: JsonNode, text: string): readonly Entry[] {
  if (node.kind !== 'object') return [];
  const number = Number(textAt(node, 'n'));
  const outcome = outcomeOf(node, text);
  if (!Number.isInteger(number) || number < 1 || outcome === undefined) return [];
  const words = listAt(node, 'aws').flatMap((word) => (word.kind === 'string' ? [word.text] : []));
  return [{ number, for: (textAt(node, 'for') ?? '').split(' '), words, outcome }];
}

function outcomeOf(entry: JsonObject, text: string): Entry['outcome'] | undefined {
  const answer = member(entry, 'answer')?.value;
  if (answer !== undefined) return { kind: 'answer', node: answer, text };
  const [error, skipped] = [textAt(entry, 'error'), textAt(entry, 'skipped')];
  if (error !== undefined) return { kind: 'error', message: error };
  return skipped === undefined ? undefined : { kind: 'skipped', reason: skipped };
}

/** The entries by their numbers, each once. Of more than the script can have made the rest is as good as lost. */
function inOrder(entries: readonly Entry[], isEnded: boolean): Pick<Output, 'entries' | 'isEnded'> {
  const sorted = entries.toSorted((one, other) => one.number - other.number);
  const distinct = sorted.filter(({ number }, place) => number !== sorted[place - 1]?.number);
  return { entries: distinct.slice(0, MOST_ENTRIES), isEnded: isEnded && distinct.length <= MOST_ENTRIES };
}
