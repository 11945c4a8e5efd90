import { type AwsCommand, commandAt } from '@/lib/evidence/policies/aws-command';
import type { Clue } from '@/lib/evidence/policies/clue';
import { toldByCommand } from '@/lib/evidence/policies/told-by-command';

// A call for the policy of a resource that has none answers with an error. It is an answer all the same: there is no such policy.

const ERROR = /An error occurred \((\w{1,80})\) when calling the (\w{1,80}) operation[^:\n]{0,60}:([^\n]{0,300})/g;

// These say so by themselves.
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const CODES: ReadonlySet<string> = new Set([
  'NoSuchBucketPolicy',
  'NoSuchAccessPointPolicy',
  'RepositoryPolicyNotFoundException',
  'RegistryPolicyNotFoundException',
  'PolicyNotFoundException',
  'PolicyNotFound',
  'ResourcePolicyNotFoundException',
]);

// These are also said of a resource that does not exist; behind a call for a policy and without its name they are said of the policy.
const SHARED: ReadonlySet<string> = new Set([
  'ResourceNotFoundException',
  'EntityNotFoundException',
  'NotFoundException',
]);

/** Every error of a text that says that a resource has no policy. */
export function noPolicyClues(text: string, commands: readonly AwsCommand[]): readonly Clue[] {
  if (!text.includes('An error occurred')) return [];
  return Array.from(text.matchAll(ERROR)).flatMap((match): readonly Clue[] =>
    saysNone(match) ? [noneClue(commandAt(text, commands, match.index, 0))] : [],
  );
}

/** What an error tells that one command answered with: that there is no policy, or nothing. */
export function noPolicyOf(error: string, command: AwsCommand): readonly Clue[] {
  return Array.from(error.matchAll(ERROR)).some(saysNone) ? [noneClue(command)] : [];
}

function saysNone([, code = '', operation = '', message = '']: readonly string[]): boolean {
  const isShared =
    SHARED.has(code) && /Polic(?:y|ies)$/.test(operation) && !/(?:function|vault) not found|cannot find/i.test(message);
  return CODES.has(code) || isShared;
}

/** Of the resource that the command names. */
export function noneClue(command: AwsCommand | undefined): Clue {
  const { resource } = toldByCommand(command, undefined);
  return { kind: 'none', type: 'resource', ...(resource && { resource }) };
}

// Answers that leave the policy out where there is none.
const LEFT_OUT: readonly (readonly [service: string, operation: string])[] = [
  ['secretsmanager', 'get-resource-policy'],
  ['apigateway', 'get-rest-api'],
  ['kinesis', 'get-resource-policy'],
  ['sqs', 'get-queue-attributes'],
];

/** Whether a command's answer, in which no policy was found, says that there is none. */
export function answersWithNone(command: AwsCommand | undefined): boolean {
  if (command === undefined || command.options.has('query')) return false;
  // Of a queue only the attributes are printed that were asked for.
  const attributes = command.options.get('attribute-names');
  if (attributes && !attributes.some((name) => name === 'Policy' || name === 'All')) return false;
  return LEFT_OUT.some(([service, operation]) => command.service === service && command.operation === operation);
}
