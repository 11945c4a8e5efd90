import { type CommandFacts, callerOf, nameOf } from '@/lib/guidance/commands/facts';
import { argument, command, type Template, type Word } from '@/lib/guidance/commands/template';
import { parseArn } from '@/lib/iam/arn';
import type { Caller } from '@/lib/iam/principal';

// Whose policies can be listed: a user's or a role's. Callers without an account, root and identity providers have none.
const WITHOUT_POLICIES: readonly Caller['kind'][] = ['root', 'service', 'anonymous', 'provider'];

/** Everything attached to the caller: managed and inline policies, for a user also those of the groups. */
export function identityCommands(facts: CommandFacts): readonly Template[] {
  const caller = callerOf(facts);
  const named = namedPolicy(facts, 'The policy that AWS names');
  if (caller !== undefined && WITHOUT_POLICIES.includes(caller.kind)) return named;
  const kind = kindOf(caller);
  const name = nameOption(kind, caller);
  return [
    ...named,
    command(`The managed policies of this ${kind}`, 'iam', `list-attached-${kind}-policies`, name),
    ...managedPolicy('One managed policy; repeat it for each', 'POLICY_ARN'),
    command(`The names of the inline policies of this ${kind}`, 'iam', `list-${kind}-policies`, name),
    command('One inline policy; repeat it for each', 'iam', `get-${kind}-policy`, name, POLICY_NAME),
    ...(kind === 'user' ? groupCommands(name) : []),
  ];
}

const POLICY_NAME: Word = ['--policy-name', 'POLICY_NAME'];

function groupCommands(user: Word): readonly Template[] {
  const group: Word = ['--group-name', 'GROUP_NAME'];
  return [
    command('The groups of this user', 'iam', 'list-groups-for-user', user),
    command('The managed policies of a group', 'iam', 'list-attached-group-policies', group),
    command('The names of the inline policies of a group', 'iam', 'list-group-policies', group),
    command('One inline policy of a group; repeat it for each', 'iam', 'get-group-policy', group, POLICY_NAME),
  ];
}

/** The boundary's name, then its document. */
export function boundaryCommands(facts: CommandFacts): readonly Template[] {
  const caller = callerOf(facts);
  if (caller !== undefined && WITHOUT_POLICIES.includes(caller.kind)) return [];
  const kind = kindOf(caller);
  const path = `${kind === 'user' ? 'User' : 'Role'}.PermissionsBoundary.PermissionsBoundaryArn`;
  return [
    command(
      'The boundary’s ARN; nothing means that there is none',
      'iam',
      `get-${kind}`,
      nameOption(kind, caller),
      ['--query', path],
      '--output text',
    ),
    ...managedPolicy('The boundary’s document', facts.policyArn ?? 'BOUNDARY_ARN'),
  ];
}

/** The policy that AWS's message names, where it is one of IAM's. */
export function namedPolicy({ policyArn }: CommandFacts, purpose: string): readonly Template[] {
  return policyArn !== undefined && parseArn(policyArn)?.service === 'iam' ? managedPolicy(purpose, policyArn) : [];
}

/** Prints a managed policy in the version in force. */
function managedPolicy(purpose: string, arn: string): readonly Template[] {
  const quoted = argument(arn);
  if (quoted === undefined) return [];
  const version = `--version-id="$(aws iam get-policy --policy-arn=${quoted} --query Policy.DefaultVersionId --output text)"`;
  return [
    command(purpose, 'iam', 'get-policy-version', ['--policy-arn', arn], version, '--query PolicyVersion.Document'),
  ];
}

/** A federated user has what the user has who asked for the credentials. */
function kindOf(caller: Caller | undefined): 'user' | 'role' {
  return caller?.kind === 'user' || caller?.kind === 'federated' ? 'user' : 'role';
}

function nameOption(kind: 'user' | 'role', caller: Caller | undefined): Word {
  return [`--${kind}-name`, caller?.kind === 'federated' ? 'NAME' : nameOf(caller)];
}
