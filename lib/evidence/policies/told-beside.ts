import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { type AwsCommand, optionOf } from '@/lib/evidence/policies/aws-command';
import { partitionOfRegion, type Told, TYPES_OF_ORGANIZATION } from '@/lib/evidence/policies/told-by-command';
import { parseArn } from '@/lib/iam/arn';
import type { PolicyType } from '@/lib/iam/policy-type';
import { type JsonObject, member } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

// Members of AWS's answers that tell the policy's type.
const TYPES_OF_KEYS: Readonly<Record<string, PolicyType>> = {
  AssumeRolePolicyDocument: 'resource',
  assumeRolePolicyDocument: 'resource',
  assume_role_policy: 'resource',
  KeyPolicy: 'resource',
  RepositoryPolicyText: 'resource',
  FileSystemPolicy: 'resource',
  ResourcePolicyDocument: 'resource',
  policyText: 'resource',
  ResourcePolicy: 'resource',
  resourcePolicy: 'resource',
  ResourcePolicies: 'resource',
  resourcePolicies: 'resource',
  ProjectPolicies: 'resource',
  PolicyInJson: 'resource',
  AccessPolicies: 'resource',
  accessPolicy: 'resource',
  BucketPolicy: 'resource',
  bucketPolicy: 'resource',
  PolicyVersion: 'identity',
  PolicyVersionList: 'identity',
  UserPolicyList: 'identity',
  RolePolicyList: 'identity',
  GroupPolicyList: 'identity',
  InlinePolicy: 'identity',
};

/** The policy type that the name of a member tells. */
export function typeOfKey(key: string): PolicyType | undefined {
  return lookUp(TYPES_OF_KEYS, key);
}

/** `user:NAME`, `group:NAME` or `role:NAME`, where an object is about one. */
export function principalBeside(object: JsonObject): string | undefined {
  for (const kind of ['User', 'Group', 'Role']) {
    const name = textAt(object, `${kind}Name`);
    if (name !== undefined && name !== '') return `${kind.toLowerCase()}:${name}`;
  }
  return undefined;
}

/** Names and places that an object states of the policy in it. */
export function toldBeside(object: JsonObject, command: AwsCommand | undefined): Told {
  const summary = objectAt(object, 'PolicySummary');
  const attachedTo = principalBeside(object);
  const endpoint = textAt(object, 'VpcEndpointId');
  const isManaged = listAt(object, 'PolicyVersionList').length > 0;
  const isInline = attachedTo !== undefined && member(object, 'PolicyDocument') !== undefined;
  const type = endpoint
    ? 'endpoint'
    : (lookUp(TYPES_OF_ORGANIZATION, textAt(summary, 'Type') ?? '') ?? (isInline ? 'identity' : undefined));
  const name = textAt(object, 'PolicyName') ?? textAt(object, 'policyName') ?? textAt(summary, 'Name') ?? endpoint;
  const arn = textAt(summary, 'Arn') ?? (isManaged ? textAt(object, 'Arn') : undefined);
  const resource = arnBeside(object) ?? repositoryBeside(object, command);
  const version = versionBeside(object);
  return {
    ...(type && { type }),
    ...(name && { name }),
    ...(arn && { arn }),
    ...(attachedTo && { attachedTo }),
    ...(resource && { resource }),
    ...(version && { version }),
  };
}

const ARNS = [
  'Arn',
  'ARN',
  'arn',
  'ResourceArn',
  'resourceArn',
  'TopicArn',
  'QueueArn',
  'FunctionArn',
  'BackupVaultArn',
  'SinkArn',
  'ProjectArn',
];

/** The ARN of the role, secret, topic or queue whose policy stands beside it. */
function arnBeside(object: JsonObject): string | undefined {
  for (const name of ARNS) {
    const arn = textAt(object, name);
    if (arn !== undefined && parseArn(arn)) return arn;
  }
  return undefined;
}

/** Amazon ECR names registry and repository; the command, if any, the Region. */
function repositoryBeside(object: JsonObject, command: AwsCommand | undefined): string | undefined {
  const region = command && optionOf(command, 'region');
  const [account, name] = [textAt(object, 'registryId'), textAt(object, 'repositoryName')];
  if (region === undefined || account === undefined || name === undefined) return undefined;
  return `arn:${partitionOfRegion(region)}:ecr:${region}:${account}:repository/${name}`;
}

function versionBeside(object: JsonObject): Told['version'] {
  const [id, isDefault] = [textAt(object, 'VersionId'), textAt(object, 'IsDefaultVersion')];
  if (member(object, 'Document') === undefined || (id === undefined && isDefault === undefined)) return undefined;
  return { ...(id && { id }), ...(isDefault !== undefined && { isDefault: isDefault === 'true' }) };
}
