import { readFileSync } from 'node:fs';
import { type ParseError, parse } from 'jsonc-parser';
import { stringify } from 'yaml';

// The answers of AWS's commands, kept as data, and how the AWS CLI prints them. For tests alone.

/** A command with its answer, and what a reader makes of it. Documents are named; see the data's own beginning. */
export interface CliAnswer {
  readonly name: string;
  readonly command: string;
  readonly answer: unknown;
  /** The policies that are read, where the command stands before its answer. */
  readonly want: readonly Readonly<Record<string, unknown>>[];
  /** The same without the command, where that makes a difference. */
  readonly alone?: readonly Readonly<Record<string, unknown>>[];
  readonly references?: readonly Readonly<Record<string, unknown>>[];
  readonly principals?: readonly Readonly<Record<string, unknown>>[];
  /** The text output tells less: the policies that are read from it, or why it is not read. */
  readonly text?: readonly Readonly<Record<string, unknown>>[] | string;
  /** The request of a diagnosis, and what the answer fills in. */
  readonly request?: Readonly<Record<string, string>>;
  readonly fills: Readonly<Record<string, unknown>>;
}

interface CliData {
  readonly documents: Readonly<Record<string, unknown>>;
  readonly answers: readonly CliAnswer[];
}

const FILE = new URL('../evidence/policies/cli-answers.jsonc', import.meta.url);

function readData(): CliData {
  const errors: ParseError[] = [];
  const data: unknown = parse(readFileSync(FILE, 'utf8'), errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`cli-answers.jsonc: not JSONC at offset ${errors[0]?.offset}`);
  return data as CliData;
}

const { documents, answers } = readData();

/** Every answer, with its documents in their places. */
export const CLI_ANSWERS: readonly CliAnswer[] = answers.map((one) => filledIn(one) as CliAnswer);

/** `@name` is a document, `@@name` the document in a string, `@@@name` in a string that is escaped once more, `%name` percent-encoded. */
function filledIn(value: unknown): unknown {
  if (typeof value === 'string') return documentFor(value);
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}

function documentFor(text: string): unknown {
  const [, sign = '', name = ''] = /^(@{1,3}|%)([a-zA-Z]+)$/.exec(text) ?? [];
  if (sign === '') return text;
  if (!Object.hasOwn(documents, name)) throw new Error(`There is no document "${name}".`);
  const json = JSON.stringify(documents[name]);
  if (sign === '@') return documents[name];
  if (sign === '@@') return json;
  return sign === '%' ? encodeURIComponent(json) : JSON.stringify(json).slice(1, -1);
}

export type Output = 'json' | 'yaml' | 'text';

/** A session at a terminal: the prompt, the command, its answer. */
export function terminal({ command, answer }: CliAnswer, output: Output): string {
  const option = output === 'json' ? '' : ` --output ${output}`;
  return `kim@host:~$ ${command}${option}\n${printed(answer, output)}\n`;
}

/** An answer as the AWS CLI prints it. */
export function printed(answer: unknown, output: Output): string {
  if (output === 'json') return JSON.stringify(answer, null, 4);
  return output === 'yaml'
    ? stringify(answer, { lineWidth: 0, indent: 2 }).trimEnd()
    : textLines(answer, undefined).join('\n');
}

/**
 * The CLI's text output: the texts of an object on one line in the order of their keys, its other members on lines of their own.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
 */
function textLines(value: unknown, name: string | undefined, columns?: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return listLines(value, name);
  if (!isObject(value)) return [String(value)];
  const keys = Object.keys(value).sort();
  const others = keys.filter((key) => isNested(value[key]));
  const texts = (columns ?? keys.filter((key) => !isNested(value[key]))).map((key) => textOf(value[key] ?? ''));
  const line = [...(name === undefined ? [] : [name.toUpperCase()]), ...texts].join('\t');
  return [...(texts.length > 0 ? [line] : []), ...others.flatMap((key) => textLines(value[key], key))];
}

function listLines(items: readonly unknown[], name: string | undefined): readonly string[] {
  const objects = items.filter(isObject);
  if (objects.length > 0) {
    const columns = [
      ...new Set(objects.flatMap((item) => Object.keys(item).filter((key) => !isNested(item[key])))),
    ].sort();
    return objects.flatMap((item) => textLines(item, name, columns));
  }
  if (items.some(Array.isArray)) return items.flatMap((item) => textLines(item, name));
  if (name === undefined) return [items.map(textOf).join('\t')];
  return items.map((item) => `${name.toUpperCase()}\t${textOf(item)}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Python writes booleans with a capital. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
