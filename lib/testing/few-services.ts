import type {
  AccessLevel,
  Action,
  Catalog,
  ConditionKey,
  ConditionKeyType,
  ResourceType,
  Service,
} from '@/lib/catalog/catalog';
import { catalogOf, testKey } from '@/lib/testing/catalog-of';

// A handful of services in full form, so that tests need no generated files. The facts are AWS's; what a test has no use
// for is left out.

interface Facts {
  readonly name: string;
  /** `name: type`, with `[]` behind keys of several values. */
  readonly keys: Readonly<Record<string, ConditionKeyType | `${ConditionKeyType}[]`>>;
  /** Name: ARN, then its keys. */
  readonly types: Readonly<Record<string, readonly [arn: string, ...keys: string[]]>>;
  readonly actions: readonly (readonly [
    name: string,
    levels: string,
    types: string,
    keys?: string,
    dependent?: string,
  ])[];
}

const SERVICES: Readonly<Record<string, Facts>> = {
  s3: {
    name: 'Amazon S3',
    keys: {
      's3:prefix': 'String',
      's3:x-amz-acl': 'String',
      's3:TlsVersion': 'Numeric',
      's3:ExistingObjectTag/*': 'String',
    },
    types: {
      bucket: [`arn:\${Partition}:s3:::\${BucketName}`],
      object: [`arn:\${Partition}:s3:::\${BucketName}/\${ObjectName}`],
    },
    actions: [
      ['DeleteObject', 'Write', 'object!', 's3:TlsVersion'],
      ['GetBucketPolicy', 'Read', 'bucket!', 's3:TlsVersion'],
      ['GetObject', 'Read', 'object!', 's3:ExistingObjectTag/* s3:TlsVersion'],
      ['GetObjectTagging', 'Read', 'object!', 's3:ExistingObjectTag/* s3:TlsVersion'],
      ['ListAllMyBuckets', 'List', '', 's3:TlsVersion'],
      ['ListBucket', 'List', 'bucket!', 's3:prefix s3:TlsVersion'],
      ['PutBucketPolicy', 'Permissions management', 'bucket!', 's3:TlsVersion'],
      ['PutObject', 'Write', 'object!', 's3:x-amz-acl s3:TlsVersion'],
      ['PutObjectTagging', 'Tagging', 'object!', 's3:ExistingObjectTag/* s3:TlsVersion'],
    ],
  },
  iam: {
    name: 'AWS Identity and Access Management',
    keys: { 'iam:PassedToService': 'String', 'iam:PermissionsBoundary': 'ARN' },
    types: {
      role: [`arn:\${Partition}:iam::\${Account}:role/\${RoleNameWithPath}`, 'aws:ResourceTag/*'],
      user: [`arn:\${Partition}:iam::\${Account}:user/\${UserNameWithPath}`, 'aws:ResourceTag/*'],
    },
    actions: [
      ['CreateRole', 'Write', 'role!', 'iam:PermissionsBoundary aws:TagKeys aws:RequestTag/*'],
      ['GetUser', 'Read', 'user!'],
      ['ListRoles', 'List', ''],
      ['PassRole', 'Write', 'role!', 'iam:PassedToService'],
    ],
  },
  sqs: {
    name: 'Amazon SQS',
    keys: {},
    types: { queue: [`arn:\${Partition}:sqs:\${Region}:\${Account}:\${QueueName}`, 'aws:ResourceTag/*'] },
    actions: [
      ['ListQueues', 'List', ''],
      ['ReceiveMessage', 'Read', 'queue!'],
      ['SendMessage', 'Write', 'queue!'],
    ],
  },
  ec2: {
    name: 'Amazon EC2',
    keys: { 'ec2:InstanceType': 'String', 'ec2:Region': 'String', 'ec2:IsLaunchTemplateResource': 'Bool' },
    types: {
      instance: [`arn:\${Partition}:ec2:\${Region}:\${Account}:instance/\${InstanceId}`, 'aws:ResourceTag/*'],
      volume: [`arn:\${Partition}:ec2:\${Region}:\${Account}:volume/\${VolumeId}`, 'aws:ResourceTag/*'],
    },
    actions: [
      ['DescribeInstances', 'List', '', 'ec2:Region'],
      ['RunInstances', 'Write', 'instance! volume', 'ec2:InstanceType ec2:Region', 'iam:PassRole'],
      ['StartInstances', 'Write', 'instance!', 'ec2:Region'],
    ],
  },
  kms: {
    name: 'AWS Key Management Service',
    keys: { 'kms:EncryptionContext:*': 'String', 'kms:ViaService': 'String', 'kms:EncryptionContextKeys': 'String[]' },
    types: { key: [`arn:\${Partition}:kms:\${Region}:\${Account}:key/\${KeyId}`, 'aws:ResourceTag/*'] },
    actions: [
      ['Decrypt', 'Write', 'key!', 'kms:EncryptionContext:* kms:EncryptionContextKeys kms:ViaService'],
      ['ListKeys', 'List', ''],
    ],
  },
  sts: {
    name: 'AWS Security Token Service',
    keys: { 'sts:ExternalId': 'String', 'sts:RoleSessionName': 'String', 'sts:DurationSeconds': 'Numeric' },
    types: { role: [`arn:\${Partition}:iam::\${Account}:role/\${RoleNameWithPath}`, 'aws:ResourceTag/*'] },
    actions: [
      ['AssumeRole', 'Write', 'role', 'sts:ExternalId sts:RoleSessionName sts:DurationSeconds'],
      ['AssumeRoleWithSAML', 'Write', 'role', 'sts:RoleSessionName'],
      ['AssumeRoleWithWebIdentity', 'Write', 'role', 'sts:RoleSessionName'],
      ['GetCallerIdentity', 'Read', ''],
      ['SetSourceIdentity', 'Write', 'role'],
      ['TagSession', 'Tagging', 'role', 'aws:TagKeys aws:RequestTag/*'],
    ],
  },
};

const GLOBAL: Facts['keys'] = {
  'aws:PrincipalOrgID': 'String',
  'aws:PrincipalTag/*': 'String',
  'aws:RequestTag/*': 'String',
  'aws:RequestedRegion': 'String',
  'aws:ResourceTag/*': 'String',
  'aws:SecureTransport': 'Bool',
  'aws:SourceArn': 'ARN',
  'aws:SourceIp': 'IPAddress',
  'aws:TagKeys': 'String[]',
  'aws:username': 'String',
};

/** What `builtInCatalog` knows, and six services in detail. */
export function fewServices(): Catalog {
  const globals = keysOf(GLOBAL);
  const services = Object.entries(SERVICES).map(([prefix, facts]) => serviceOf(prefix, facts, globals));
  return catalogOf(services, globals);
}

function keysOf(facts: Facts['keys']): readonly ConditionKey[] {
  return Object.entries(facts).map(([name, type]) => testKey(name, type));
}

function serviceOf(prefix: string, facts: Facts, globals: readonly ConditionKey[]): Service {
  const keys = keysOf(facts.keys);
  const pick = (names: readonly string[]) =>
    names.map((name) => {
      const key = [...keys, ...globals].find((one) => one.name === name);
      if (key === undefined) throw new Error(`${name} is not among the keys of ${prefix}`);
      return key;
    });
  const types = Object.entries(facts.types).map(
    ([name, [arn, ...own]]): ResourceType => ({ service: prefix, name, arn, keys: pick(own) }),
  );
  const actions = facts.actions.map(
    ([name, levels, resources, own = '', dependent = '']): Action => ({
      service: prefix,
      name,
      levels: levels.split(', ') as AccessLevel[],
      resources: words(resources).map((written) => {
        const type = types.find((one) => one.name === written.replace('!', ''));
        if (type === undefined) throw new Error(`${prefix} has no type ${written}`);
        return { type, required: written.endsWith('!'), keys: type.keys };
      }),
      keys: pick(words(own)),
      dependentActions: words(dependent),
    }),
  );
  return { prefix, name: facts.name, actions, resourceTypes: types, keys };
}

function words(text: string): readonly string[] {
  return text.split(' ').filter(Boolean);
}
