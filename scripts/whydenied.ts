// The command line: reads a file or standard input, prints JSON, ends with the status that diagnosis documents promise.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from './cli/command';
import { COMMANDS, type CommandName } from './cli/commands';

const USAGE = `Usage: whydenied COMMAND [--jsonl] [FILE]

  read      any pasted text: says what was recognised
  diagnose  a diagnosis document: prints the verdict
  validate  {"policyType", "text"}: prints the findings

FILE is - or left out for standard input. With --jsonl every line is one JSON value.`;

interface Arguments {
  readonly command: Command;
  readonly jsonl: boolean;
  readonly file: string;
}

function readArguments(given: readonly string[]): Arguments {
  const jsonl = given.includes('--jsonl');
  const unknown = given.find((argument) => argument.startsWith('--') && argument !== '--jsonl');
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}.\n\n${USAGE}`);
  const [name = '', file = '-', ...rest] = given.filter((argument) => argument !== '--jsonl');
  if (!Object.hasOwn(COMMANDS, name)) throw new Error(name === '' ? USAGE : `There is no command ${name}.\n\n${USAGE}`);
  if (rest.length > 0) throw new Error(`One file is expected, not several.\n\n${USAGE}`);
  return { command: COMMANDS[name as CommandName], jsonl, file };
}

async function main(): Promise<number> {
  const { command, jsonl, file } = readArguments(process.argv.slice(2));
  if (jsonl) return answerLines(command, file);
  const { answer, status } = command.answer(readInput(file));
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return status;
}

function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Error(`Cannot read ${file === '-' ? 'standard input' : file}: ${messageOf(error)}`);
  }
}

/** One answer a line, in order; a line that cannot be handled is answered with its error. */
async function answerLines(command: Command, file: string): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const printed = `${JSON.stringify(answerLine(command, line))}\n`;
    // A reader slower than we are is waited for, so that memory stays flat.
    if (!process.stdout.write(printed)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

function answerLine(command: Command, line: string): unknown {
  try {
    return command.answerLine(line);
  } catch (error) {
    return { error: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read us has gone, as `head` does.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 2;
  },
);
