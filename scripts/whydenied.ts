// The command line: reads a file or standard input, prints JSON or text, ends with the status that diagnosis documents promise.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Arguments, asksForHelp, readArguments } from './cli/arguments';
import type { Answered, Command } from './cli/command';
import { COMMANDS, type CommandName } from './cli/commands';
import { diagnoseCompleted, diagnoseForPeople } from './cli/diagnose';
import { namesDocument, withArguments } from './cli/document-from-arguments';
import { answerEvents } from './cli/events';
import { messageOf } from './cli/message-of';

const USAGE = `Usage: whydenied COMMAND [--jsonl] [FILE]

  read      any pasted text: says what was recognised
  diagnose  a diagnosis document: prints the verdict
  validate  {"policyType", "text"}: prints the findings
  events    CloudTrail files, also .gz, several, or a folder: prints the denials, grouped

FILE is - or left out for standard input. With --jsonl every line is one JSON value;
events has no --jsonl.

diagnose also takes
  --text                        prints for people
  --request 'PRINCIPAL ACTION RESOURCE'
  --evidence FILE               an error message or an event; may be given several times
  --policy TYPE[:LABEL]=FILE    a policy; LABEL is the level of an SCP or RCP, or where it is attached
With one of the last three no diagnosis document is needed.

It ends with status 0: allowed, something recognised, valid, denials found; 1: denied, nothing recognised,
invalid, no denial; 3: what is missing decides; 2: the input could not be read. With --jsonl it ends with 0.`;

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const given = readArguments(words);
  if (given.command === 'events') return printJson(await answerEvents(given.files));
  if (!Object.hasOwn(COMMANDS, given.command)) {
    throw new Error(given.command === '' ? USAGE : `There is no command ${given.command}.\n\n${USAGE}`);
  }
  const command = COMMANDS[given.command as CommandName];
  if (given.jsonl) return answerLines(command, given.file ?? '-');
  if (given.command === 'diagnose' && given.text) {
    const { text, status } = diagnoseForPeople(inputFor(given), (document) =>
      withArguments(document, given, readInput),
    );
    process.stdout.write(text);
    return status;
  }
  return printJson(
    given.command === 'diagnose' && namesDocument(given)
      ? diagnoseCompleted(inputFor(given), (document) => withArguments(document, given, readInput))
      : command.answer(readInput(given.file ?? '-')),
  );
}

function printJson({ answer, status }: Answered): number {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return status;
}

/** The document's text; none where the command line names everything itself. */
function inputFor(given: Arguments): string | undefined {
  if (given.file === undefined && namesDocument(given)) return undefined;
  return readInput(given.file ?? '-');
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
