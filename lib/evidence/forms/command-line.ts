import type { FoundPolicy } from '@/lib/evidence/evidence';
import { queueArn } from '@/lib/evidence/queue-url';
import { parseArn } from '@/lib/iam/arn';

// The command in front of its own output, as people copy it from a terminal: `$ aws s3api get-bucket-policy --bucket inbox`.

const COMMAND = /\baws [a-z0-9-]{2,40} [a-z0-9-]{3,60}(?: [^\n]{0,900})?$/;
const OPTION = /--([a-z-]{2,40})[ =]["']?([^\s"']{1,1024})/g;

/** What the command that printed a policy tells of it. `before`: the text in front of the policy. */
export function toldByCommand(before: string): Omit<FoundPolicy, 'possibleTypes' | 'text'> {
  // Long commands go on behind a backslash.
  const command = COMMAND.exec(before.trimEnd().replace(/[ \t]{0,100}\\\r?\n[ \t]{0,100}/g, ' '))?.[0];
  if (command === undefined) return {};
  const options = new Map(Array.from(command.matchAll(OPTION), ([, name = '', value = '']) => [name, value]));
  if (command.includes(' describe-vpc-endpoints')) return { type: 'endpoint' };
  if (/^aws (?:iam|organizations) /.test(command)) return toldByIam(command, options);
  const resource = resourceOf(options);
  return /-polic(?:y|ies)\b|-attributes\b/.test(command) ? { type: 'resource', ...(resource && { resource }) } : {};
}

function toldByIam(command: string, options: ReadonlyMap<string, string>): Omit<FoundPolicy, 'possibleTypes' | 'text'> {
  const arn = options.get('policy-arn');
  const name = options.get('policy-name') ?? arn?.split('/').at(-1);
  const owner = ['user', 'group', 'role'].find((kind) => options.has(`${kind}-name`));
  if (command.includes(' get-role ')) return { type: 'resource' };
  return {
    ...(command.includes(' get-policy-version ') || owner ? { type: 'identity' as const } : {}),
    ...(name && { name }),
    ...(arn && { arn }),
    ...(owner && { attachedTo: `${owner}:${options.get(`${owner}-name`)}` }),
  };
}

function resourceOf(options: ReadonlyMap<string, string>): string | undefined {
  const bucket = options.get('bucket');
  if (bucket !== undefined) return `arn:aws:s3:::${bucket}`;
  const queue = options.get('queue-url');
  if (queue !== undefined) return queueArn(queue);
  return [...options.values()].find((value) => parseArn(value));
}
