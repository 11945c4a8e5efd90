import { actionOfOperation, prefixOfSource } from '@/lib/evidence/operations/action-of-operation';
import { type Operation, organizationPart, principalPart, resourcePart } from '@/lib/guidance/collect/parts';
import { FUNCTIONS } from '@/lib/guidance/collect/shell';
import type { CommandFacts } from '@/lib/guidance/commands/facts';
import { bashCommand, inScript, shellArgument } from '@/lib/text/quote';

/** A kind of call that the script makes, for whoever wants to know before running it. */
export interface CollectCall {
  /** `aws iam get-role` */
  readonly command: string;
  /** The action that it needs; left out where it needs none, or where none is known. */
  readonly permission?: string;
}

/** A script that collects what decides one request; or why there is nothing that it could collect. */
export type Collection =
  | {
      readonly kind: 'script';
      /** The script as a file. */
      readonly file: string;
      /** The same as one command, for a prompt. */
      readonly command: string;
      readonly calls: readonly CollectCall[];
      /** What it leaves out and why, a sentence each. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: 'nothing'; readonly leftOut: readonly string[] };

/**
 * The script for a request's caller and resource. It only reads, writes nothing, and prints one JSON, which `readEvidence` takes. It may be
 * run with other credentials than the caller's.
 */
export function collectionFor(facts: CommandFacts): Collection {
  const parts = [principalPart(facts), organizationPart(facts), resourcePart(facts)];
  const leftOut = parts.flatMap((part) => part.leftOut);
  if (parts.every((part) => part.lines.length === 0)) return { kind: 'nothing', leftOut };
  const lines = [
    `parts="${parts.flatMap(({ types }) => types).join(' ')}"`,
    `request=${requestArgument(facts)}`,
    WHO,
    ...parts.flatMap((part) => part.lines),
    'finish true',
  ];
  const script = `${HEADER}\n${FUNCTIONS}\n${lines.join('\n')}\n`;
  const operations: readonly Operation[] = [
    ['sts', 'get-caller-identity'],
    ...parts.flatMap((part) => part.operations),
  ];
  return {
    kind: 'script',
    file: `#!/usr/bin/env bash\n${script}`,
    command: bashCommand(script),
    calls: operations.map(callOf),
    leftOut,
  };
}

const HEADER = `# Collects the policies that decide one request, for WhyDenied. It only reads, with the AWS CLI, and prints one JSON to paste there.
# It writes no file, changes nothing in AWS and prints no credentials.
`;

// Whose credentials these are: names are looked up in their account.
const WHO = `printf "%s\\n" "Reading with the AWS CLI:" >&2
ask caller sts get-caller-identity
account=$(values Account)`;

function callOf([service, operation]: Operation): CollectCall {
  const command = `aws ${service} ${operation}`;
  const prefix = service === 's3api' ? 's3' : prefixOfSource(service);
  // Everyone may ask who they are.
  if (prefix === undefined || service === 'sts') return { command };
  const permission = actionOfOperation(
    operation.replaceAll(/(?:^|-)([a-z])/g, (_all, first: string) => first.toUpperCase()),
    { prefix },
  );
  return { command, ...(permission !== undefined && { permission }) };
}

// AWS's ARNs are shorter.
const LONGEST_FACT = 2048;

/** What the script is for, as JSON of plain characters in one argument. */
function requestArgument(facts: CommandFacts): string {
  const { principal, action, resource } = facts;
  const resourceAccount = facts.isAccountAssumed ? undefined : facts.resourceAccount;
  const stated = Object.entries({ principal, action, resource, resourceAccount }).filter(
    ([, value]) => value !== undefined && value !== '' && value.length <= LONGEST_FACT,
  );
  const json = JSON.stringify(Object.fromEntries(stated)).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return inScript(shellArgument(json) ?? "'{}'");
}
