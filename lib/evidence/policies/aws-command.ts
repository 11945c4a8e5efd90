// The AWS commands in a text, as people copy them from a terminal with their prompts: `$ aws s3api get-bucket-policy --bucket inbox`.

/** One command, with its options' values as a shell would pass them on. */
export interface AwsCommand {
  /** `iam`, `s3api` … */
  readonly service: string;
  /** `get-role-policy` … */
  readonly operation: string;
  /** By their names without the dashes, in their order. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly start: number;
  readonly end: number;
}

/** The first value of an option. A value that a script's variable stands for is not known. */
export function optionOf({ options }: AwsCommand, name: string): string | undefined {
  const value = options.get(name)?.[0];
  return value === undefined || value === '' || /[$`]/.test(value) ? undefined : value;
}

const BEGINNING = /(?<![\w./:-])(?:~?(?:\/[\w.-]{1,60}){0,8}\/)?aws(?:\.exe)?[ \t]{1,20}(?=[a-z-])/g;
// With a large policy in its arguments a command has some 30,000 characters.
const LONGEST = 50_000;

/** Every AWS command of a text that names a service and an operation. Linear: what one command takes up is not looked at again. */
export function awsCommands(text: string): readonly AwsCommand[] {
  const commands: AwsCommand[] = [];
  const beginning = new RegExp(BEGINNING);
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const { words, end } = shellWords(text, match.index + match[0].length);
    beginning.lastIndex = Math.max(beginning.lastIndex, end);
    const command = commandOf(words, match.index, end);
    if (command) commands.push(command);
  }
  return commands;
}

// Options that take no value, so that the word behind them is not theirs.
const FLAGS: ReadonlySet<string> = new Set([
  'debug',
  'no-verify-ssl',
  'no-paginate',
  'no-sign-request',
  'no-cli-pager',
  'no-cli-auto-prompt',
]);

/** A command from the words behind `aws`. */
export function commandOf(words: readonly string[], start: number, end: number): AwsCommand | undefined {
  const names: string[] = [];
  const options = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const word of words) {
    const [, name = '', value] = /^--([a-z][a-z0-9-]{0,60})(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name !== '') {
      values = value === undefined ? [] : [value];
      options.set(name, values);
      if (FLAGS.has(name)) values = undefined;
    } else if (values && (names.length === 2 || values.length === 0)) values.push(word);
    else names.push(word);
  }
  const [service = '', operation = ''] = names;
  const isCommand = /^[a-z][a-z0-9-]{1,40}$/.test(service) && /^[a-z][a-z0-9-]{1,60}$/.test(operation);
  return isCommand ? { service, operation, options, start, end } : undefined;
}

/** The words of one command line from `start`: quotes are taken off, and a line that goes on behind `\`, `` ` `` or `^` is joined. */
function shellWords(text: string, start: number): { readonly words: readonly string[]; readonly end: number } {
  const words: string[] = [];
  const stop = Math.min(text.length, start + LONGEST);
  let word: string | undefined;
  let at = start;
  const close = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  while (at < stop) {
    const character = text.charAt(at);
    const joined = /^[\\`^][ \t]{0,20}\r?\n/.exec(text.slice(at, at + 24))?.[0].length;
    if (joined !== undefined) {
      close();
      at += joined;
    } else if (character === '"' || character === "'") {
      const quoted = quotedText(text, at, stop);
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (character === ' ' || character === '\t') {
      close();
      at += 1;
    } else if ('\r\n|;&<>)`'.includes(character)) break;
    else if (character === '\\') {
      word = (word ?? '') + text.charAt(at + 1);
      at += 2;
    } else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  close();
  return { words, end: Math.min(at, stop) };
}

function quotedText(text: string, open: number, stop: number): { readonly text: string; readonly end: number } {
  const quote = text.charAt(open);
  let out = '';
  let at = open + 1;
  while (at < stop && text.charAt(at) !== quote) {
    const isEscape = quote === '"' && text.charAt(at) === '\\' && /["\\$`]/.test(text.charAt(at + 1));
    out += isEscape ? text.charAt(at + 1) : text.charAt(at);
    at += isEscape ? 2 : 1;
  }
  return { text: out, end: Math.min(stop, at + 1) };
}

const PROMPT = /^[^\n"'{}]{0,100}(?:[$%❯]|\w>|[~\]]#)[ \t]{1,4}[a-z./]/m;

/**
 * The command that printed what stands at `at`, or in whose arguments it stands. `previous` is where the last piece of the text
 * ended. Behind a prompt, or after a sentence, something else begins.
 */
export function commandAt(
  text: string,
  commands: readonly AwsCommand[],
  at: number,
  previous: number,
): AwsCommand | undefined {
  const command = lastBefore(commands, at);
  if (command === undefined) return undefined;
  if (at < command.end) return command;
  const between = text.slice(Math.max(command.end, Math.min(previous, at)), at);
  return between.length <= 2000 && !isSpeech(between) && !PROMPT.test(between) ? command : undefined;
}

function lastBefore(commands: readonly AwsCommand[], at: number): AwsCommand | undefined {
  let low = 0;
  let high = commands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return commands[low - 1];
}

/** Three words in a row are someone's own words, no output. A pipe's command behind the first one is none. */
function isSpeech(between: string): boolean {
  const [rest = '', ...lines] = between.split('\n');
  const spoken = /^\s{0,20}[|>&;]/.test(rest) ? lines.join('\n') : between;
  return /\p{L}{1,60} \p{L}{1,60} \p{L}/u.test(spoken);
}

/** The option in whose value a place within the command stands. */
export function optionAt(text: string, command: AwsCommand, at: number): string | undefined {
  if (at >= command.end) return undefined;
  const before = text.slice(Math.max(command.start, at - 2000), at);
  return [...before.matchAll(/(?:^|\s)--([a-z][a-z0-9-]{0,60})/g)].at(-1)?.[1];
}
