import { type AwsCommand, commandAt } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { code } from '@/lib/text/wording';

// What AWS's commands print with `--output table`: boxes with the operation's name at the top. A policy's document does not survive it: a list of one
// text and the text alone look the same, and long values are cut into rows.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output

const TITLE =
  /^[ \t]{0,8}-{5,2000}[ \t]{0,8}\r?\n[ \t]{0,8}\|[ \t]{1,1000}([A-Z][A-Za-z0-9]{2,80})[ \t]{1,1000}\|[ \t]{0,8}\r?$/gm;

// Operations whose answers tell of policies.
const TELLING =
  /Polic(?:y|ies)|^(?:GetUser|GetRole|GetGroup|ListGroupsForUser|GetAccountAuthorizationDetails|GetQueueAttributes|GetTopicAttributes|DescribeVpcEndpoints|DescribeEventBus|DescribeFileSystemPolicy|DescribeDomain)$/;

/** Every table of a text that stands for policies: it is not read, and the command that prints them readably is told. */
export function tableClues(text: string, commands: readonly AwsCommand[]): readonly Clue[] {
  if (!text.includes('---')) return [];
  return Array.from(text.matchAll(TITLE)).flatMap((match): readonly Clue[] => {
    const [, operation = ''] = match;
    if (!TELLING.test(operation)) return [];
    const command = commandAt(text, commands, match.index, 0);
    const again = command && inJson(text.slice(command.start, command.end));
    const message = `${code(operation)} was printed as a table, in which a policy cannot be read for certain, so nothing was taken from it. ${
      again === undefined
        ? `Run the same command with ${code('--output json')} and paste what that prints.`
        : `Paste what this prints: ${code(again)}`
    }`;
    return [{ kind: 'problem', problem: { code: 'table-output', severity: 'warning', message } }];
  });
}

const LONGEST = 240;

/** The command with the other form of output; `undefined` for one that goes on over lines or is long. */
function inJson(command: string): string | undefined {
  const line = command.trim();
  if (line.length > LONGEST || /[\r\n]/.test(line)) return undefined;
  return `${line.replace(/[ \t]{1,20}--output[ =]{1,5}["']?\w{1,20}["']?/g, '')} --output json`;
}
