import { accountOf, type CommandFacts, callerOf, nameOf, regionOf } from '@/lib/guidance/commands/facts';
import { boundaryCommands, identityCommands, namedPolicy } from '@/lib/guidance/commands/identity';
import { organizationCommands } from '@/lib/guidance/commands/organization';
import { resourceCommands } from '@/lib/guidance/commands/resource';
import { command, commandText, lookupAttribute, regionOption, type Template } from '@/lib/guidance/commands/template';
import type { Command } from '@/lib/guidance/step';
import { servicePrefix } from '@/lib/iam/action';
import type { PolicyType } from '@/lib/iam/policy-type';

export type { CommandFacts } from '@/lib/guidance/commands/facts';

/**
 * The commands that print what a policy type, or the first or sixth step, needs. Every value goes through one quoting function; a
 * command with a value that must not reach a shell is not offered.
 */
export function commandsFor(kind: PolicyType | 'source' | 'message', facts: CommandFacts): readonly Command[] {
  return TEMPLATES[kind](facts).flatMap((template) => {
    const text = commandText(template);
    return text === undefined ? [] : [{ purpose: template.purpose, text }];
  });
}

const TEMPLATES: Readonly<Record<PolicyType | 'source' | 'message', (facts: CommandFacts) => readonly Template[]>> = {
  source: sourceCommands,
  message: messageCommands,
  identity: identityCommands,
  boundary: boundaryCommands,
  scp: (facts) => organizationCommands('SERVICE_CONTROL_POLICY', facts, accountOf(facts.principal) ?? 'ACCOUNT_ID'),
  rcp: (facts) =>
    organizationCommands(
      'RESOURCE_CONTROL_POLICY',
      facts,
      accountOf(facts.resource) ?? facts.resourceAccount ?? 'ACCOUNT_ID',
    ),
  resource: resourceCommands,
  endpoint: endpointCommands,
  session: sessionCommands,
};

function sourceCommands(facts: CommandFacts): readonly Template[] {
  const operation = facts.operation ?? facts.action?.split(':')[1] ?? '';
  return [
    command('Who you are at the moment', 'sts', 'get-caller-identity'),
    command(
      'The latest events of this operation in CloudTrail (management events of the last 90 days)',
      'cloudtrail',
      'lookup-events',
      lookupAttribute('EventName', /[*?]/.test(operation) || operation === '' ? 'OPERATION' : operation),
      ['--max-results', '20'],
      ...regionOption(regionOf(facts)),
    ),
    ...(facts.principal === undefined ? ROLES_OF_WORKLOADS : []),
  ];
}

// Where it is not known who called, a program did, with the role it runs with.
const ROLES_OF_WORKLOADS: readonly Template[] = [
  command(
    'The role of a Lambda function',
    'lambda',
    'get-function-configuration',
    ['--function-name', 'FUNCTION'],
    '--query Role --output text',
  ),
  command(
    'The instance profile of an EC2 instance; its role usually has the same name',
    'ec2',
    'describe-instances',
    ['--instance-ids', 'INSTANCE_ID'],
    ['--query', 'Reservations[].Instances[].IamInstanceProfile.Arn'],
    '--output text',
  ),
  command(
    'The task role and the execution role of an ECS task',
    'ecs',
    'describe-task-definition',
    ['--task-definition', 'TASK_DEFINITION'],
    ['--query', 'taskDefinition.[taskRoleArn,executionRoleArn]'],
  ),
  command('The roles of an EKS cluster’s pods', 'eks', 'list-pod-identity-associations', ['--cluster-name', 'CLUSTER']),
];

function messageCommands({ encodedMessage }: CommandFacts): readonly Template[] {
  if (encodedMessage === undefined) return [];
  return [
    command(
      encodedMessage === ''
        ? 'What the encoded message says; put in the whole message, yours is cut. It needs `sts:DecodeAuthorizationMessage`'
        : 'What the encoded message says; it needs `sts:DecodeAuthorizationMessage` in the account of the caller',
      'sts',
      'decode-authorization-message',
      ['--encoded-message', encodedMessage || 'ENCODED_MESSAGE'],
      '--query DecodedMessage --output text',
    ),
  ];
}

function endpointCommands(facts: CommandFacts): readonly Template[] {
  const region = regionOf(facts);
  const service = servicePrefix(facts.action ?? '');
  const one = facts.endpoint !== undefined;
  const which =
    facts.endpoint !== undefined
      ? [['--vpc-endpoint-ids', facts.endpoint] as const]
      : region && /^[a-z0-9-]+$/.test(service)
        ? [['--filters', `Name=service-name,Values=com.amazonaws.${region}.${service}*`] as const]
        : [];
  return [
    command(
      one ? 'The policy of the VPC endpoint' : 'The policies of the VPC endpoints',
      'ec2',
      'describe-vpc-endpoints',
      ...which,
      ['--query', 'VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]'],
      '--output text',
      ...regionOption(region),
    ),
  ];
}

function sessionCommands(facts: CommandFacts): readonly Template[] {
  const caller = callerOf(facts);
  return [
    command('The session you are using', 'sts', 'get-caller-identity'),
    command(
      'The call that made the session, with the policy that was passed',
      'cloudtrail',
      'lookup-events',
      caller?.kind === 'federated'
        ? lookupAttribute('EventName', 'GetFederationToken')
        : lookupAttribute('ResourceName', nameOf(caller)),
      ['--max-results', '20'],
    ),
    ...namedPolicy(facts, 'The managed session policy that AWS names'),
  ];
}
