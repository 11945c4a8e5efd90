import { type CommandFacts, callerOf } from '@/lib/guidance/commands/facts';
import { resourceCommands } from '@/lib/guidance/commands/resource';
import { argument, isFilledIn, type Template, wholeAnswer, wordText } from '@/lib/guidance/commands/template';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type Caller, callerAccount, isRoleTrustAction } from '@/lib/iam/principal';
import { inScript } from '@/lib/text/quote';
import { code } from '@/lib/text/wording';

/** A call's service and operation, as the AWS CLI names them. */
export type Operation = readonly [service: string, operation: string];

/** One part of the script. */
export interface Part {
  /** What it reads, where it reads all there is. */
  readonly types: readonly PolicyType[];
  readonly lines: readonly string[];
  readonly operations: readonly Operation[];
  /** What is not read and why, a sentence each. */
  readonly leftOut: readonly string[];
}

function leave(sentence: string): Part {
  return { types: [], lines: [], operations: [], leftOut: [sentence] };
}

/** The boundary and the identity-based policies of the caller. */
export function principalPart(facts: CommandFacts): Part {
  const caller = callerOf(facts);
  if (caller === undefined) return leave(UNKNOWN_CALLER);
  switch (caller.kind) {
    case 'user':
      return policiesOf('user', caller.name, caller.account);
    case 'role':
    case 'session':
      return policiesOf('role', caller.role, caller.account);
    case 'federated':
      return leave(
        `The policies of ${code(caller.name)}: a federated user has those of the user who asked for the credentials, and the ARN does not tell who that was.`,
      );
    case 'root':
      return leave('The caller’s policies and boundary: the root user has none.');
    case 'service':
    case 'provider':
    case 'anonymous':
      return leave(`The caller’s policies: ${OUTSIDERS[caller.kind]}`);
  }
}

const UNKNOWN_CALLER = 'The caller’s policies: it is not known yet who called. Give the caller in step 1.';

const OUTSIDERS = {
  service: 'an AWS service belongs to no account of yours and has no policies that can be read.',
  provider: 'who comes from an identity provider has none before a role is assumed.',
  anonymous: 'an anonymous caller has none.',
} as const satisfies Partial<Record<Caller['kind'], string>>;

function policiesOf(kind: 'user' | 'role', name: string, account: string): Part {
  const quoted = argument(name);
  if (quoted === undefined) return leave(UNSAFE_NAME);
  const ofOne = (what: string): readonly Operation[] => [
    ['iam', `list-attached-${what}-policies`],
    ['iam', `list-${what}-policies`],
    ['iam', `get-${what}-policy`],
  ];
  return {
    types: ['boundary', 'identity'],
    lines: [`principal ${kind} ${inScript(quoted)} ${account}`],
    operations: [
      ['iam', `get-${kind}`],
      ['iam', 'get-policy'],
      ['iam', 'get-policy-version'],
      ...ofOne(kind),
      ...(kind === 'user' ? [['iam', 'list-groups-for-user'] as const, ...ofOne('group')] : []),
    ],
    leftOut: [],
  };
}

const UNSAFE_NAME = 'The caller’s policies: the name holds characters that must not be put into a command.';

/** The SCPs over the caller's account and the RCPs over the resource's. */
export function organizationPart(facts: CommandFacts): Part {
  const caller = callerOf(facts);
  const scp = caller && callerAccount(caller);
  const rcp = resourceAccountOf(facts);
  const walks =
    scp !== undefined && scp === rcp
      ? [`levels ${scp} "scp rcp" SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY`]
      : [
          ...(scp === undefined ? [] : [`levels ${scp} scp SERVICE_CONTROL_POLICY`]),
          ...(rcp === undefined ? [] : [`levels ${rcp} rcp RESOURCE_CONTROL_POLICY`]),
        ];
  if (walks.length === 0) {
    return leave('SCPs and RCPs: neither the account of the caller nor that of the resource is known.');
  }
  const operations = [
    'describe-organization',
    'list-policies-for-target',
    'describe-policy',
    'list-parents',
    'list-roots',
  ];
  return {
    types: [...(scp === undefined ? [] : ['scp' as const]), ...(rcp === undefined ? [] : ['rcp' as const])],
    lines: ['ask organization organizations describe-organization', ...walks],
    operations: operations.map((operation) => ['organizations', operation]),
    leftOut: rcp === undefined ? ['RCPs: it is not known which account the resource belongs to.'] : [],
  };
}

/** The resource's account, where its ARN or the request names it. */
function resourceAccountOf({ resource = '', resourceAccount = '' }: CommandFacts): string | undefined {
  const account = parseArn(resource)?.account || resourceAccount;
  return isAccountId(account) ? account : undefined;
}

// Of the commands for step 4 these print no policy.
const WITHOUT_POLICY: readonly string[] = ['list-grants', 'list-access-policies'];

/** The resource-based policy; of a role that is to be assumed its trust policy. */
export function resourcePart(facts: CommandFacts): Part {
  const { action = '', resource = '' } = facts;
  if (resource === '') return leave('The resource’s policy: it is not known yet which resource was asked for.');
  const account = resourceAccountOf(facts);
  const commands = resourceCommands(facts).filter(
    ({ words }) => !words.some((word) => typeof word === 'string' && WITHOUT_POLICY.includes(word)),
  );
  const lines: string[] = [];
  const operations: Operation[] = [];
  for (const template of commands) {
    const words = isFilledIn(template, resource) ? scriptWords(template) : undefined;
    const [service, operation] = words ?? [];
    if (words === undefined || service === undefined || operation === undefined) continue;
    const call = `ask resource ${words.join(' ')}`;
    lines.push(
      account !== undefined && needsOwnAccount(template, account)
        ? `if own resource ${account}; then ${call}; fi`
        : call,
    );
    operations.push([service, operation]);
  }
  if (lines.length === 0) return leave(isRoleTrustAction(action) || commands.length > 0 ? UNNAMED : WITHOUT_OWN);
  const behind = operations.some(([service]) => service === 's3control');
  return { types: behind ? [] : ['resource'], lines, operations, leftOut: behind ? [BEHIND] : [] };
}

const UNNAMED = 'The resource’s policy: the request does not name the one resource whose policy could be read.';
const BEHIND =
  'The policy of the bucket behind the access point, which counts as well: no ARN of the request names the bucket.';
const WITHOUT_OWN = 'The resource’s policy: no command is known that prints one for this resource.';

/** The words behind `aws`, quoted; all of the answer is printed, not a part of it. */
function scriptWords(template: Template): readonly string[] | undefined {
  const texts = wholeAnswer(template).map(wordText);
  if (texts.includes(undefined)) return undefined;
  return texts.map((text) => inScript(text ?? '')).slice(1);
}

/** A bucket's name is its own everywhere; other names are looked up in the account of whoever asks. */
function needsOwnAccount(template: Template, account: string): boolean {
  const words = wholeAnswer(template);
  return !words.includes('s3api') && !words.some((word) => typeof word !== 'string' && word[1].includes(account));
}
