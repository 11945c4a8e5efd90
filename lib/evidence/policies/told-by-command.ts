import type { FoundPolicy } from '@/lib/evidence/evidence';
import { type AwsCommand, optionOf } from '@/lib/evidence/policies/aws-command';
import type { PolicyClue } from '@/lib/evidence/policies/clue';
import { queueArn } from '@/lib/evidence/queue-url';
import { isAccountId, parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { lookUp } from '@/lib/text/table';

/** What stands around a policy and tells of it, before its text. */
export type Told = Omit<FoundPolicy, 'text' | 'open'> & Pick<PolicyClue, 'version' | 'label'>;

/**
 * What a command tells of a policy that it printed, or that stands in its arguments; `option` then names the argument.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
export function toldByCommand(command: AwsCommand | undefined, option: string | undefined): Told {
  if (command === undefined) return {};
  const told = lookUp(SERVICES, command.service)?.(command) ?? ofResource(command);
  const type = option === undefined ? undefined : lookUp(TYPES_OF_OPTIONS, option);
  return type ? { ...told, type } : told;
}

/** `user:NAME`, `group:NAME` or `role:NAME`, where a command is about one. */
export function principalOf(command: AwsCommand): string | undefined {
  for (const kind of ['user', 'group', 'role']) {
    const name = optionOf(command, `${kind}-name`);
    if (name !== undefined) return `${kind}:${name}`;
  }
  return undefined;
}

const TYPES_OF_OPTIONS: Readonly<Record<string, PolicyType>> = {
  'assume-role-policy-document': 'resource',
  'permissions-boundary-policy-input-list': 'boundary',
  'policy-input-list': 'identity',
  'resource-policy': 'resource',
};

const SERVICES: Readonly<Record<string, (command: AwsCommand) => Told>> = {
  iam: toldByIam,
  organizations: toldByOrganizations,
  sts: ({ operation }) => (/^(?:assume-role|get-federation-token)/.test(operation) ? { type: 'session' } : {}),
  ec2: (command) => {
    if (!command.operation.includes('vpc-endpoint')) return {};
    const name = optionOf(command, 'vpc-endpoint-ids') ?? optionOf(command, 'vpc-endpoint-id');
    return { type: 'endpoint', ...(name && { name }) };
  },
  'sso-admin': ({ operation }) => (operation.includes('inline-policy') ? { type: 'identity' } : {}),
  accessanalyzer: (command) => {
    const type = lookUp(TYPES_OF_ANALYZER, optionOf(command, 'policy-type') ?? '');
    return type ? { type } : {};
  },
};

const TYPES_OF_ANALYZER: Readonly<Record<string, PolicyType>> = {
  IDENTITY_POLICY: 'identity',
  RESOURCE_POLICY: 'resource',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

function toldByIam(command: AwsCommand): Told {
  const { operation } = command;
  if (/-role$|assume-role-policy$/.test(operation)) return { type: 'resource' };
  const arn = optionOf(command, 'policy-arn');
  const name = optionOf(command, 'policy-name') ?? arn?.split('/').at(-1);
  const attachedTo = principalOf(command);
  const isIdentity = attachedTo !== undefined || /^(?:get-policy-version|create-policy)/.test(operation);
  return {
    ...(isIdentity && { type: 'identity' }),
    ...(name && { name }),
    ...(arn && { arn }),
    ...(attachedTo && { attachedTo }),
  };
}

function toldByOrganizations(command: AwsCommand): Told {
  const type = lookUp(TYPES_OF_ORGANIZATION, optionOf(command, 'type') ?? '');
  const name = optionOf(command, 'name') ?? optionOf(command, 'policy-id');
  if (command.operation.endsWith('-resource-policy')) return { type: 'resource' };
  return { ...(type && { type }), ...(name && { name }) };
}

/** How AWS Organizations calls its policies' types. */
export const TYPES_OF_ORGANIZATION: Readonly<Record<string, PolicyType>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

function ofResource(command: AwsCommand): Told {
  if (
    !/polic(?:y|ies)|-attributes$|-event-bus$|-domain$|-rest-api$|-destinations$|vault-lock$/.test(command.operation)
  ) {
    return {};
  }
  const resource = lookUp(RESOURCES, command.service)?.(command) ?? arnAmong(command);
  return { type: 'resource', ...(resource && { resource }) };
}

function arnAmong({ options }: AwsCommand): string | undefined {
  for (const [value] of options.values()) if (value !== undefined && parseArn(value)) return value;
  return undefined;
}

/** The ARN of the resource, where the arguments determine it. */
const RESOURCES: Readonly<Record<string, (command: AwsCommand) => string | undefined>> = {
  s3api: (command) => {
    const bucket = optionOf(command, 'bucket');
    // A directory bucket's ARN needs Region and account.
    if (bucket === undefined || /--[a-z0-9-]{1,20}--x-s3$/.test(bucket)) return undefined;
    return `arn:${partitionOf(command)}:s3:::${bucket}`;
  },
  s3control: (command) => regional(command, 's3', optionOf(command, 'account-id'), 'accesspoint/', 'name'),
  sqs: (command) => queueArn(optionOf(command, 'queue-url') ?? ''),
  lambda: (command) => {
    const [account, , name] = (optionOf(command, 'function-name') ?? '').split(':');
    // A function may be named by account and name: 111122223333:function:resize.
    const region = optionOf(command, 'region');
    const isPartial = account !== undefined && isAccountId(account) && name !== undefined && region !== undefined;
    return isPartial ? `arn:${partitionOf(command)}:lambda:${region}:${account}:function:${name}` : undefined;
  },
  ecr: (command) => regional(command, 'ecr', optionOf(command, 'registry-id'), 'repository/', 'repository-name'),
};

function regional(
  command: AwsCommand,
  service: string,
  account: string | undefined,
  before: string,
  option: string,
): string | undefined {
  const region = optionOf(command, 'region');
  const name = optionOf(command, option);
  if (account === undefined || region === undefined || name === undefined) return undefined;
  return `arn:${partitionOf(command)}:${service}:${region}:${account}:${before}${name}`;
}

/** The partition that a command's Region belongs to. */
function partitionOf(command: AwsCommand): string {
  return partitionOfRegion(optionOf(command, 'region') ?? '');
}

const PARTITIONS: readonly (readonly [beginning: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

export function partitionOfRegion(region: string): string {
  return PARTITIONS.find(([beginning]) => region.startsWith(beginning))?.[1] ?? 'aws';
}
