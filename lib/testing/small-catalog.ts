import type { Action, Catalog, ConditionKey, ConditionKeyType, ResourceType, Service } from '@/lib/catalog/catalog';
import { catalogOf, testKey } from '@/lib/testing/catalog-of';

// A catalog small enough to be read: a few services with a few actions each, facts of the Service Authorization Reference.
// Services that it does not list are known by name alone, as in the catalog that comes with the code.

// AWS writes a dollar sign before each brace.
const ARNS = {
  's3 bucket': 'arn:{Partition}:s3:::{BucketName}',
  's3 object': 'arn:{Partition}:s3:::{BucketName}/{ObjectName}',
  's3 accesspoint': 'arn:{Partition}:s3:{Region}:{Account}:accesspoint/{AccessPointName}',
  'dynamodb table': 'arn:{Partition}:dynamodb:{Region}:{Account}:table/{TableName}',
  'dynamodb index': 'arn:{Partition}:dynamodb:{Region}:{Account}:table/{TableName}/index/{IndexName}',
  'sqs queue': 'arn:{Partition}:sqs:{Region}:{Account}:{QueueName}',
  'sns topic': 'arn:{Partition}:sns:{Region}:{Account}:{TopicName}',
  'kms key': 'arn:{Partition}:kms:{Region}:{Account}:key/{KeyId}',
  'kms alias': 'arn:{Partition}:kms:{Region}:{Account}:alias/{Alias}',
  'iam role': 'arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}',
  'iam user': 'arn:{Partition}:iam::{Account}:user/{UserNameWithPath}',
  'iam policy': 'arn:{Partition}:iam::{Account}:policy/{PolicyNameWithPath}',
  'iam saml-provider': 'arn:{Partition}:iam::{Account}:saml-provider/{SamlProviderName}',
  'sts role': 'arn:{Partition}:iam::{Account}:role/{RoleNameWithPath}',
  'sts user': 'arn:{Partition}:iam::{Account}:user/{UserNameWithPath}',
  'ec2 instance': 'arn:{Partition}:ec2:{Region}:{Account}:instance/{InstanceId}',
  'ec2 volume': 'arn:{Partition}:ec2:{Region}:{Account}:volume/{VolumeId}',
  'ec2 snapshot': 'arn:{Partition}:ec2:{Region}::snapshot/{SnapshotId}',
  'ec2 image': 'arn:{Partition}:ec2:{Region}::image/{ImageId}',
  'lambda function': 'arn:{Partition}:lambda:{Region}:{Account}:function:{FunctionName}',
  'secretsmanager Secret': 'arn:{Partition}:secretsmanager:{Region}:{Account}:secret:{SecretId}',
  'route53 hostedzone': 'arn:{Partition}:route53:::hostedzone/{Id}',
  'logs log-group': 'arn:{Partition}:logs:{Region}:{Account}:log-group:{LogGroupName}',
} as const satisfies Record<string, string>;

type TypeName = keyof typeof ARNS;

/** Keys of resource types; what is not listed has none. */
const RESOURCE_KEYS: Partial<Record<TypeName, readonly string[]>> = {
  'dynamodb table': ['aws:ResourceTag/*'],
  'sqs queue': ['aws:ResourceTag/*'],
  'sns topic': ['aws:ResourceTag/*'],
  'kms key': ['aws:ResourceTag/*', 'kms:ResourceAliases'],
  'iam role': ['aws:ResourceTag/*', 'iam:ResourceTag/*'],
  'iam user': ['aws:ResourceTag/*', 'iam:ResourceTag/*'],
  'ec2 instance': ['aws:ResourceTag/*', 'ec2:ResourceTag/*', 'ec2:InstanceType'],
  'ec2 volume': ['aws:ResourceTag/*', 'ec2:ResourceTag/*', 'ec2:VolumeType'],
  'lambda function': ['aws:ResourceTag/*'],
  'secretsmanager Secret': ['aws:ResourceTag/*'],
  'logs log-group': ['aws:ResourceTag/*'],
};

const KEYS: Readonly<Record<string, ConditionKeyType | 'String[]' | 'ARN[]'>> = {
  's3:prefix': 'String',
  's3:max-keys': 'Numeric',
  's3:ExistingObjectTag/*': 'String',
  's3:ResourceAccount': 'String',
  's3:x-amz-server-side-encryption': 'String',
  'dynamodb:LeadingKeys': 'String[]',
  'dynamodb:Attributes': 'String[]',
  'kms:ViaService': 'String',
  'kms:CallerAccount': 'String',
  'kms:EncryptionContext:*': 'String',
  'kms:EncryptionContextKeys': 'String[]',
  'kms:ResourceAliases': 'String[]',
  'iam:PassedToService': 'String',
  'iam:AWSServiceName': 'String',
  'iam:AssociatedResourceArn': 'ARN',
  'iam:PermissionsBoundary': 'ARN',
  'iam:ResourceTag/*': 'String',
  'sts:ExternalId': 'String',
  'sts:SourceIdentity': 'String',
  'sts:TransitiveTagKeys': 'String[]',
  'sts:RoleSessionName': 'String',
  'ec2:InstanceType': 'String',
  'ec2:VolumeType': 'String',
  'ec2:ResourceTag/*': 'String',
  'ec2:CreateAction': 'String',
  'lambda:FunctionUrlAuthType': 'String',
  'sns:Endpoint': 'String',
  'sns:Protocol': 'String',
  'secretsmanager:SecretId': 'ARN',
  'aws:RequestTag/*': 'String',
  'aws:ResourceTag/*': 'String',
  'aws:TagKeys': 'String[]',
};

interface ActionRow {
  readonly on?: readonly TypeName[];
  readonly keys?: readonly string[];
  readonly needs?: readonly string[];
}

const ACTIONS: Readonly<Record<string, ActionRow>> = {
  's3:GetObject': { on: ['s3 object'], keys: ['s3:ExistingObjectTag/*', 's3:ResourceAccount'] },
  's3:PutObject': { on: ['s3 object'], keys: ['s3:x-amz-server-side-encryption', 's3:ResourceAccount'] },
  's3:DeleteObject': { on: ['s3 object'] },
  's3:ListBucket': { on: ['s3 bucket'], keys: ['s3:prefix', 's3:max-keys', 's3:ResourceAccount'] },
  's3:GetBucketLocation': { on: ['s3 bucket'] },
  's3:PutBucketPolicy': { on: ['s3 bucket'] },
  's3:ListAllMyBuckets': {},
  'dynamodb:GetItem': { on: ['dynamodb table'], keys: ['dynamodb:LeadingKeys', 'dynamodb:Attributes'] },
  'dynamodb:PutItem': { on: ['dynamodb table'], keys: ['dynamodb:LeadingKeys', 'dynamodb:Attributes'] },
  'dynamodb:Query': { on: ['dynamodb table', 'dynamodb index'], keys: ['dynamodb:LeadingKeys'] },
  'dynamodb:Scan': { on: ['dynamodb table', 'dynamodb index'] },
  'dynamodb:ListTables': {},
  'sqs:SendMessage': { on: ['sqs queue'] },
  'sqs:ReceiveMessage': { on: ['sqs queue'] },
  'sqs:SetQueueAttributes': { on: ['sqs queue'] },
  'sqs:ListQueues': {},
  'sns:Publish': { on: ['sns topic'] },
  'sns:Subscribe': { on: ['sns topic'], keys: ['sns:Endpoint', 'sns:Protocol'] },
  'kms:Decrypt': {
    on: ['kms key'],
    keys: ['kms:ViaService', 'kms:CallerAccount', 'kms:EncryptionContext:*', 'kms:EncryptionContextKeys'],
  },
  'kms:Encrypt': { on: ['kms key'], keys: ['kms:ViaService', 'kms:CallerAccount', 'kms:EncryptionContext:*'] },
  'kms:PutKeyPolicy': { on: ['kms key'], keys: ['kms:CallerAccount'] },
  'kms:CreateKey': { keys: ['aws:RequestTag/*', 'aws:TagKeys'] },
  'kms:ListKeys': {},
  'iam:PassRole': { on: ['iam role'], keys: ['iam:PassedToService', 'iam:AssociatedResourceArn'] },
  'iam:GetRole': { on: ['iam role'] },
  'iam:CreateRole': { on: ['iam role'], keys: ['aws:RequestTag/*', 'aws:TagKeys', 'iam:PermissionsBoundary'] },
  'iam:CreateServiceLinkedRole': { on: ['iam role'], keys: ['iam:AWSServiceName'] },
  'iam:CreatePolicyVersion': { on: ['iam policy'] },
  'iam:CreateAccessKey': { on: ['iam user'] },
  'iam:AttachUserPolicy': { on: ['iam user'] },
  'iam:AddUserToGroup': {},
  'iam:ListRoles': {},
  'sts:AssumeRole': {
    on: ['sts role'],
    keys: ['sts:ExternalId', 'sts:SourceIdentity', 'sts:TransitiveTagKeys', 'sts:RoleSessionName', 'aws:RequestTag/*'],
  },
  'sts:AssumeRoleWithSAML': { on: ['sts role'] },
  'sts:AssumeRoleWithWebIdentity': { on: ['sts role'] },
  'sts:TagSession': {
    on: ['sts role', 'sts user'],
    keys: ['aws:RequestTag/*', 'aws:TagKeys', 'sts:TransitiveTagKeys'],
  },
  'sts:SetSourceIdentity': { on: ['sts role', 'sts user'], keys: ['sts:SourceIdentity'] },
  'sts:SetContext': { on: ['sts role'] },
  'sts:GetCallerIdentity': {},
  'ec2:RunInstances': {
    on: ['ec2 instance', 'ec2 volume', 'ec2 image'],
    keys: ['aws:RequestTag/*', 'aws:TagKeys'],
    needs: ['ec2:CreateTags', 'iam:PassRole'],
  },
  'ec2:StartInstances': { on: ['ec2 instance'] },
  'ec2:StopInstances': { on: ['ec2 instance'] },
  'ec2:CreateVolume': { on: ['ec2 volume'], keys: ['aws:RequestTag/*', 'aws:TagKeys'], needs: ['ec2:CreateTags'] },
  'ec2:CreateTags': {
    on: ['ec2 instance', 'ec2 volume', 'ec2 snapshot'],
    keys: ['aws:RequestTag/*', 'ec2:CreateAction'],
  },
  'ec2:DescribeInstances': {},
  'lambda:InvokeFunction': { on: ['lambda function'] },
  'lambda:CreateFunction': { on: ['lambda function'], needs: ['iam:PassRole'] },
  'lambda:UpdateFunctionCode': { on: ['lambda function'] },
  'lambda:AddPermission': { on: ['lambda function'], keys: ['lambda:FunctionUrlAuthType'] },
  'lambda:ListFunctions': {},
  'secretsmanager:GetSecretValue': { on: ['secretsmanager Secret'], keys: ['secretsmanager:SecretId'] },
  'secretsmanager:ListSecrets': {},
  'route53:GetHostedZone': { on: ['route53 hostedzone'] },
  'route53:DeleteHostedZone': { on: ['route53 hostedzone'] },
  'logs:CreateLogGroup': { on: ['logs log-group'] },
  'logs:PutLogEvents': { on: ['logs log-group'] },
  'logs:DescribeLogGroups': {},
};

/** The built-in catalog with the details of these services. */
export function smallCatalog(): Catalog {
  return catalogOf([...new Set(Object.keys(ACTIONS).map(prefixOf))].map(serviceOf), Object.keys(KEYS).map(keyOf));
}

function serviceOf(prefix: string): Service {
  const resourceTypes = names(ARNS)
    .filter((name) => name.startsWith(`${prefix} `))
    .map(typeOf);
  const rows = Object.entries(ACTIONS).filter(([action]) => prefixOf(action) === prefix);
  return {
    prefix,
    name: prefix,
    actions: rows.map(([action, row]) => actionOf(action, row)),
    resourceTypes,
    keys: Object.keys(KEYS)
      .filter((key) => prefixOf(key) === prefix)
      .map(keyOf),
  };
}

function actionOf(action: string, { on = [], keys = [], needs = [] }: ActionRow): Action {
  return {
    service: prefixOf(action),
    name: action.slice(action.indexOf(':') + 1),
    levels: ['Write'],
    resources: on.map((name) => ({ type: typeOf(name), required: on.length === 1, keys: [] })),
    keys: keys.map(keyOf),
    dependentActions: needs,
  };
}

function typeOf(name: TypeName): ResourceType {
  const [service = '', type = ''] = name.split(' ');
  return { service, name: type, arn: ARNS[name].replaceAll('{', '${'), keys: (RESOURCE_KEYS[name] ?? []).map(keyOf) };
}

function keyOf(name: string): ConditionKey {
  return testKey(name, KEYS[name] ?? 'String');
}

function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':'));
}

function names<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}
