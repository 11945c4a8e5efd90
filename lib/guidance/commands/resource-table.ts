import type { Word } from '@/lib/guidance/commands/template';

// The command that prints a resource's own policy, one row a service.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html

/** The parts of a resource's ARN; empty where they are not known. */
export interface ResourceNames {
  /** The whole ARN, or a word in capitals. */
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** The ARN's sixth part. */
  readonly id: string;
  /** Its last piece. */
  readonly last: string;
}

type Row = readonly [purpose: string, ...words: Word[]];

const byArn =
  (purpose: string, service: string, operation: string, option: string, ...tail: readonly string[]) =>
  ({ arn }: ResourceNames): readonly Row[] => [[purpose, service, operation, [option, arn], ...tail]];

export const RESOURCE_COMMANDS: Readonly<Record<string, (names: ResourceNames) => readonly Row[]>> = {
  s3: (names) => (names.id.startsWith('accesspoint/') ? accessPoint(names) : [bucket(names)]),
  s3express: ({ last }) => [
    ['The bucket policy', 's3api', 'get-bucket-policy', ['--bucket', last || 'BUCKET'], POLICY],
  ],
  kms: ({ id, arn }) => {
    const key: Word = ['--key-id', id.startsWith('key/') ? arn : 'KEY_ARN'];
    return [
      ['The key policy', 'kms', 'get-key-policy', key, '--policy-name=default', POLICY],
      ['The key’s grants, which allow besides the policies', 'kms', 'list-grants', key],
    ];
  },
  sqs: (names) => [
    ['The queue policy', 'sqs', 'get-queue-attributes', ['--queue-url', queueUrl(names)], '--attribute-names Policy'],
  ],
  sns: byArn('The topic policy', 'sns', 'get-topic-attributes', '--topic-arn'),
  lambda: ({ id, arn }) => [
    [
      'The function’s policy',
      'lambda',
      'get-policy',
      ['--function-name', id.startsWith('function:') ? arn : 'FUNCTION'],
      POLICY,
    ],
  ],
  secretsmanager: byArn('The secret’s policy', 'secretsmanager', 'get-resource-policy', '--secret-id'),
  ecr: ({ id, account }) => [
    [
      'The repository policy',
      'ecr',
      'get-repository-policy',
      ['--repository-name', after(id, 'repository/') || 'REPOSITORY'],
      ...(account ? [['--registry-id', account] as const] : []),
      { query: 'policyText' },
    ],
  ],
  dynamodb: ({ arn }) => [
    [
      'The table’s resource-based policy',
      'dynamodb',
      'get-resource-policy',
      // An index has no policy of its own.
      ['--resource-arn', arn.replace(/\/index\/[^/]*$/, '')],
    ],
  ],
  kinesis: byArn('The stream’s resource-based policy', 'kinesis', 'get-resource-policy', '--resource-arn'),
  events: ({ id }) => [
    ['The event bus policy', 'events', 'describe-event-bus', ['--name', after(id, 'event-bus/') || 'default'], POLICY],
  ],
  glue: () => [['The Data Catalog’s policy', 'glue', 'get-resource-policy']],
  elasticfilesystem: ({ id, last }) => [
    [
      'The file system policy',
      'efs',
      'describe-file-system-policy',
      ['--file-system-id', id.startsWith('file-system/') ? last : 'FILE_SYSTEM_ID'],
    ],
  ],
  backup: ({ last }) => [
    ['The vault’s access policy', 'backup', 'get-backup-vault-access-policy', ['--backup-vault-name', last || 'VAULT']],
  ],
  es: ({ id }) => [
    [
      'The domain’s access policy',
      'opensearch',
      'describe-domain',
      ['--domain-name', after(id, 'domain/').split('/')[0] || 'DOMAIN'],
      { query: 'DomainStatus.AccessPolicies' },
    ],
  ],
  aoss: () => [
    [
      'The names of the data access policies, which decide besides IAM',
      'opensearchserverless',
      'list-access-policies',
      '--type=data',
    ],
  ],
  'execute-api': ({ id }) => [
    [
      'The API’s resource policy',
      'apigateway',
      'get-rest-api',
      ['--rest-api-id', id.split('/')[0] || 'API_ID'],
      { query: 'policy' },
    ],
  ],
  logs: () => [['The account’s resource policies for logs', 'logs', 'describe-resource-policies']],
  xray: () => [['The account’s resource policies for X-Ray', 'xray', 'list-resource-policies']],
  ses: ({ last }) => [
    ['The identity’s policies', 'sesv2', 'get-email-identity-policies', ['--email-identity', last || 'IDENTITY']],
  ],
  kafka: byArn('The cluster’s policy', 'kafka', 'get-cluster-policy', '--cluster-arn'),
  'acm-pca': byArn('The authority’s policy', 'acm-pca', 'get-policy', '--resource-arn'),
  codebuild: byArn('The project’s resource policy', 'codebuild', 'get-resource-policy', '--resource-arn'),
  cloudtrail: byArn('The resource-based policy', 'cloudtrail', 'get-resource-policy', '--resource-arn'),
  redshift: byArn('The namespace’s resource policy', 'redshift', 'get-resource-policy', '--resource-arn'),
  bedrock: byArn('The resource-based policy', 'bedrock', 'get-resource-policy', '--resource-arn'),
  osis: byArn('The pipeline’s resource policy', 'osis', 'get-resource-policy', '--resource-arn'),
  ssm: byArn('The resource policies', 'ssm', 'get-resource-policies', '--resource-arn'),
  'vpc-lattice': byArn('The auth policy', 'vpc-lattice', 'get-auth-policy', '--resource-identifier'),
  s3tables: ({ arn }) => [
    [
      'The table bucket policy',
      's3tables',
      'get-table-bucket-policy',
      ['--table-bucket-arn', arn.replace(/\/table\/.*$/, '')],
    ],
  ],
  codeartifact: ({ id }) => [
    [
      'The domain’s policy',
      'codeartifact',
      'get-domain-permissions-policy',
      ['--domain', id.split('/')[1] || 'DOMAIN'],
    ],
  ],
  organizations: () => [['The organization’s delegation policy', 'organizations', 'describe-resource-policy']],
};

const POLICY: Word = { query: 'Policy' };

function bucket({ id }: ResourceNames): Row {
  return ['The bucket policy', 's3api', 'get-bucket-policy', ['--bucket', id.split('/')[0] || 'BUCKET'], POLICY];
}

function accessPoint({ id, account }: ResourceNames): readonly Row[] {
  const name = id.split('/')[1] || 'ACCESS_POINT';
  return [
    [
      'The access point’s policy; the bucket policy counts as well',
      's3control',
      'get-access-point-policy',
      ['--account-id', account || 'ACCOUNT_ID'],
      ['--name', name],
      POLICY,
    ],
  ];
}

// The ends of the hosts by partition; of the others no queue address can be told from an ARN here.
const HOSTS: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
};

function queueUrl({ partition, region, account, last }: ResourceNames): string {
  const host = Object.hasOwn(HOSTS, partition) ? HOSTS[partition] : undefined;
  return host && region && account && last ? `https://sqs.${region}.${host}/${account}/${last}` : 'QUEUE_URL';
}

/** What follows a type in an ARN's sixth part; empty for another type or a wildcard. */
function after(id: string, type: string): string {
  const rest = id.startsWith(type) ? id.slice(type.length) : '';
  return /[*?]/.test(rest) ? '' : rest;
}
