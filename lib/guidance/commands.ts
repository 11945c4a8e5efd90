import type { Command } from '@/lib/guidance/step';
import { servicePrefix } from '@/lib/iam/action';
import { parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type Caller, isRoleTrustAction, readCaller } from '@/lib/iam/principal';
import { shellArgument } from '@/lib/text/quote';
import { lookUp } from '@/lib/text/table';

/** What the commands are filled in with; whatever is missing stands as a word in capitals. */
export interface CommandFacts {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly policyArn?: string;
  /** An encoded authorization message is in the evidence. */
  readonly encodedMessage?: boolean;
}

/**
 * The commands that print what a policy type, or the first or sixth step, needs. Every name goes through one quoting function; a
 * command with a name that cannot be quoted safely is not offered.
 */
export function commandsFor(kind: PolicyType | 'source' | 'message', facts: CommandFacts): readonly Command[] {
  return TEMPLATES[kind](facts).flatMap(({ purpose, words }) => {
    const text = words.map(word);
    return text.includes(undefined) ? [] : [{ purpose, text: text.join(' ') }];
  });
}

/** `--option` with its value in one word, so that a value can never be taken for an option. */
type Word = string | readonly [option: string, value: string];

interface Template {
  readonly purpose: string;
  readonly words: readonly Word[];
}

function word(part: Word): string | undefined {
  if (typeof part === 'string') return part;
  const [option, value] = part;
  const quoted = shellArgument(value);
  return quoted === undefined ? undefined : `${option}=${quoted}`;
}

function command(purpose: string, ...words: readonly Word[]): Template {
  return { purpose, words: ['aws', ...words] };
}

const TEMPLATES: Readonly<Record<PolicyType | 'source' | 'message', (facts: CommandFacts) => readonly Template[]>> = {
  source: (facts) => [
    command('Who you are at the moment', 'sts', 'get-caller-identity'),
    command(
      'The latest events of this operation in CloudTrail (management events of the last 90 days)',
      'cloudtrail',
      'lookup-events',
      ['--lookup-attributes', `AttributeKey=EventName,AttributeValue=${facts.action?.split(':')[1] || 'OPERATION'}`],
      ['--max-results', '20'],
    ),
  ],
  message: (facts) =>
    facts.encodedMessage
      ? [
          command(
            'What the encoded message says; it needs `sts:DecodeAuthorizationMessage`',
            'sts',
            'decode-authorization-message',
            ['--encoded-message', 'ENCODED_MESSAGE'],
            '--query DecodedMessage --output text',
          ),
        ]
      : [],
  identity: (facts) => [...namedPolicy(facts, 'The policy that AWS names'), ...identityCommands(callerOf(facts))],
  boundary: (facts) => {
    const caller = callerOf(facts);
    const isUser = caller?.kind === 'user';
    const name: Word = isUser ? ['--user-name', nameOf(caller)] : ['--role-name', nameOf(caller)];
    return [
      command(
        'The boundary’s ARN; nothing means that there is none',
        'iam',
        isUser ? 'get-user' : 'get-role',
        name,
        ['--query', `${isUser ? 'User' : 'Role'}.PermissionsBoundary.PermissionsBoundaryArn`],
        '--output text',
      ),
      ...managedPolicy('The boundary’s document', facts.policyArn ?? 'BOUNDARY_ARN'),
    ];
  },
  scp: (facts) => organizationCommands('SERVICE_CONTROL_POLICY', facts, accountOf(facts.principal) ?? 'ACCOUNT_ID'),
  rcp: (facts) => organizationCommands('RESOURCE_CONTROL_POLICY', facts, accountOf(facts.resource) ?? 'ACCOUNT_ID'),
  resource: resourceCommands,
  endpoint: () => [
    command(
      'The policies of the VPC endpoints',
      'ec2',
      'describe-vpc-endpoints',
      ['--query', 'VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]'],
      '--output text',
    ),
  ],
  session: (facts) => [
    command('The session you are using', 'sts', 'get-caller-identity'),
    command(
      'The call that made the session, with the policy that was passed',
      'cloudtrail',
      'lookup-events',
      ['--lookup-attributes', `AttributeKey=ResourceName,AttributeValue=${nameOf(callerOf(facts))}`],
      ['--max-results', '20'],
    ),
    ...namedPolicy(facts, 'The managed session policy that AWS names'),
  ],
};

function callerOf({ principal, action }: CommandFacts): Caller | undefined {
  return principal === undefined ? undefined : readCaller(principal, action ?? '');
}

function nameOf(caller: Caller | undefined): string {
  if (caller === undefined) return 'NAME';
  if ('role' in caller) return caller.role;
  return 'name' in caller ? caller.name : 'NAME';
}

function accountOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : parseArn(arn)?.account || undefined;
}

/** Prints a managed policy in the version in force. */
function managedPolicy(purpose: string, arn: string): readonly Template[] {
  const quoted = shellArgument(arn);
  if (quoted === undefined) return [];
  const version = `--version-id="$(aws iam get-policy --policy-arn=${quoted} --query Policy.DefaultVersionId --output text)"`;
  return [
    command(purpose, 'iam', 'get-policy-version', ['--policy-arn', arn], version, '--query PolicyVersion.Document'),
  ];
}

function namedPolicy({ policyArn }: CommandFacts, purpose: string): readonly Template[] {
  return policyArn !== undefined && parseArn(policyArn)?.service === 'iam' ? managedPolicy(purpose, policyArn) : [];
}

function identityCommands(caller: Caller | undefined): readonly Template[] {
  const isUser = caller?.kind === 'user';
  const kind = isUser ? 'user' : 'role';
  const name: Word = [`--${kind}-name`, nameOf(caller)];
  return [
    command(`The managed policies of this ${kind}`, 'iam', `list-attached-${kind}-policies`, name),
    ...managedPolicy('One managed policy; repeat it for each', 'POLICY_ARN'),
    command(`The names of the inline policies of this ${kind}`, 'iam', `list-${kind}-policies`, name),
    command('One inline policy; repeat it for each', 'iam', `get-${kind}-policy`, name, [
      '--policy-name',
      'POLICY_NAME',
    ]),
    ...(isUser
      ? [
          command('The groups of this user', 'iam', 'list-groups-for-user', name),
          command('The managed policies of a group', 'iam', 'list-attached-group-policies', [
            '--group-name',
            'GROUP_NAME',
          ]),
          command('The inline policies of a group', 'iam', 'list-group-policies', ['--group-name', 'GROUP_NAME']),
        ]
      : []),
  ];
}

function organizationCommands(filter: string, { policyArn }: CommandFacts, account: string): readonly Template[] {
  const organizationPolicy = policyArn !== undefined && parseArn(policyArn)?.service === 'organizations';
  const id = organizationPolicy ? policyArn.slice(policyArn.lastIndexOf('/') + 1) : 'POLICY_ID';
  return [
    ...(organizationPolicy
      ? [
          command(
            'The policy that AWS names',
            'organizations',
            'describe-policy',
            ['--policy-id', id],
            '--query Policy.Content --output text',
          ),
        ]
      : []),
    command(
      'The policies attached to the account; it needs the management account or a delegated administrator',
      'organizations',
      'list-policies-for-target',
      ['--target-id', account],
      ['--filter', filter],
    ),
    command('The OU above, whose policies count as well; repeat both up to the root', 'organizations', 'list-parents', [
      '--child-id',
      account,
    ]),
    ...(organizationPolicy
      ? []
      : [
          command(
            'One policy',
            'organizations',
            'describe-policy',
            ['--policy-id', 'POLICY_ID'],
            '--query Policy.Content --output text',
          ),
        ]),
  ];
}

/** The command that prints the resource's own policy, by service. */
function resourceCommands({ action = '', resource = '' }: CommandFacts): readonly Template[] {
  const arn = parseArn(resource);
  const id = arn?.resource ?? '';
  const last = id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
  if (isRoleTrustAction(action)) {
    return [
      command(
        'The role’s trust policy',
        'iam',
        'get-role',
        ['--role-name', last || 'ROLE_NAME'],
        '--query Role.AssumeRolePolicyDocument',
      ),
    ];
  }
  const build = lookUp(RESOURCE_COMMANDS, arn?.service ?? servicePrefix(action));
  return build
    ? build({ arn: resource || 'RESOURCE_ARN', id, last, account: arn?.account ?? '', region: arn?.region ?? '' })
    : [];
}

interface ResourceNames {
  readonly arn: string;
  /** The ARN's sixth part. */
  readonly id: string;
  /** Its last piece. */
  readonly last: string;
  readonly account: string;
  readonly region: string;
}

const RESOURCE_COMMANDS: Readonly<Record<string, (names: ResourceNames) => readonly Template[]>> = {
  s3: ({ id }) => [
    command(
      'The bucket policy',
      's3api',
      'get-bucket-policy',
      ['--bucket', id.split('/')[0] || 'BUCKET'],
      '--query Policy --output text',
    ),
  ],
  kms: ({ arn }) => [
    command(
      'The key policy',
      'kms',
      'get-key-policy',
      ['--key-id', arn],
      '--policy-name=default --query Policy --output text',
    ),
    command('The key’s grants, which allow besides the policies', 'kms', 'list-grants', ['--key-id', arn]),
  ],
  sqs: ({ region, account, last }) => [
    command(
      'The queue policy',
      'sqs',
      'get-queue-attributes',
      ['--queue-url', region ? `https://sqs.${region}.amazonaws.com/${account}/${last}` : 'QUEUE_URL'],
      '--attribute-names Policy',
    ),
  ],
  sns: ({ arn }) => [
    command(
      'The topic policy',
      'sns',
      'get-topic-attributes',
      ['--topic-arn', arn],
      '--query Attributes.Policy --output text',
    ),
  ],
  lambda: ({ arn }) => [
    command('The function policy', 'lambda', 'get-policy', ['--function-name', arn], '--query Policy --output text'),
  ],
  secretsmanager: ({ arn }) => [
    command('The secret’s resource policy', 'secretsmanager', 'get-resource-policy', ['--secret-id', arn]),
  ],
  ecr: ({ id }) => [
    command(
      'The repository policy',
      'ecr',
      'get-repository-policy',
      ['--repository-name', id.replace(/^repository\//, '') || 'REPOSITORY'],
      '--query policyText --output text',
    ),
  ],
  dynamodb: ({ arn }) => [
    command('The table’s resource-based policy', 'dynamodb', 'get-resource-policy', ['--resource-arn', arn]),
  ],
  kinesis: ({ arn }) => [
    command('The stream’s resource-based policy', 'kinesis', 'get-resource-policy', ['--resource-arn', arn]),
  ],
  events: ({ last }) => [
    command(
      'The event bus policy',
      'events',
      'describe-event-bus',
      ['--name', last || 'default'],
      '--query Policy --output text',
    ),
  ],
  glue: () => [command('The Data Catalog’s policy', 'glue', 'get-resource-policy')],
  elasticfilesystem: ({ last }) => [
    command('The file system policy', 'efs', 'describe-file-system-policy', [
      '--file-system-id',
      last || 'FILE_SYSTEM_ID',
    ]),
  ],
  backup: ({ last }) => [
    command('The vault’s access policy', 'backup', 'get-backup-vault-access-policy', [
      '--backup-vault-name',
      last || 'VAULT',
    ]),
  ],
  es: ({ last }) => [
    command(
      'The domain’s access policy',
      'opensearch',
      'describe-domain',
      ['--domain-name', last || 'DOMAIN'],
      '--query DomainStatus.AccessPolicies --output text',
    ),
  ],
  'execute-api': ({ id }) => [
    command(
      'The API’s resource policy',
      'apigateway',
      'get-rest-api',
      ['--rest-api-id', id.split('/')[0] || 'API_ID'],
      '--query policy --output text',
    ),
  ],
  logs: () => [command('The account’s resource policies for logs', 'logs', 'describe-resource-policies')],
  ses: ({ last }) => [
    command('The identity’s policies', 'sesv2', 'get-email-identity-policies', [
      '--email-identity',
      last || 'IDENTITY',
    ]),
  ],
};
