import { listAt, objectAt, textAt } from '@/lib/evidence/members';
import { type JsonNode, type JsonObject, member } from '@/lib/text/json';
import { lookUp } from '@/lib/text/table';

type Context = Readonly<Record<string, string | readonly string[]>>;
type Pair = readonly [key: string, value: string];

// Parameters of a call that services hand to policies as condition keys, by the source of the event.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  's3.amazonaws.com': {
    prefix: 's3:prefix',
    delimiter: 's3:delimiter',
    'max-keys': 's3:max-keys',
    versionId: 's3:VersionId',
    'x-amz-acl': 's3:x-amz-acl',
    'x-amz-grant-read': 's3:x-amz-grant-read',
    'x-amz-grant-write': 's3:x-amz-grant-write',
    'x-amz-grant-read-acp': 's3:x-amz-grant-read-acp',
    'x-amz-grant-write-acp': 's3:x-amz-grant-write-acp',
    'x-amz-grant-full-control': 's3:x-amz-grant-full-control',
    'x-amz-server-side-encryption': 's3:x-amz-server-side-encryption',
    'x-amz-server-side-encryption-aws-kms-key-id': 's3:x-amz-server-side-encryption-aws-kms-key-id',
    'x-amz-server-side-encryption-customer-algorithm': 's3:x-amz-server-side-encryption-customer-algorithm',
    'x-amz-storage-class': 's3:x-amz-storage-class',
    'x-amz-copy-source': 's3:x-amz-copy-source',
    'x-amz-metadata-directive': 's3:x-amz-metadata-directive',
    'x-amz-website-redirect-location': 's3:x-amz-website-redirect-location',
    'x-amz-object-ownership': 's3:x-amz-object-ownership',
    'x-amz-content-sha256': 's3:x-amz-content-sha256',
  },
  'sts.amazonaws.com': {
    externalId: 'sts:ExternalId',
    roleSessionName: 'sts:RoleSessionName',
    sourceIdentity: 'sts:SourceIdentity',
  },
  'iam.amazonaws.com': {
    policyArn: 'iam:PolicyARN',
    permissionsBoundary: 'iam:PermissionsBoundary',
    aWSServiceName: 'iam:AWSServiceName',
  },
  'kms.amazonaws.com': {
    encryptionAlgorithm: 'kms:EncryptionAlgorithm',
    signingAlgorithm: 'kms:SigningAlgorithm',
    messageType: 'kms:MessageType',
  },
  'sns.amazonaws.com': { protocol: 'sns:Protocol', endpoint: 'sns:Endpoint' },
  'secretsmanager.amazonaws.com': {
    versionId: 'secretsmanager:VersionId',
    versionStage: 'secretsmanager:VersionStage',
  },
};

/** The condition keys among the parameters of an event's call. */
export function parameterKeys(event: JsonObject): Context {
  const parameters = objectAt(event, 'requestParameters');
  const source = textAt(event, 'eventSource') ?? '';
  const found = Object.entries(lookUp(KEYS, source) ?? {}).flatMap(([name, key]): Pair[] => {
    const value = textAt(parameters, name);
    return value === undefined || value === '' ? [] : [[key, value]];
  });
  return Object.fromEntries([
    ...found,
    ...launchKeys(event, parameters),
    ...encryptionKeys(parameters, source),
    ...signingKeys(event),
    ...tagKeys(parameters, source),
  ]);
}

function launchKeys(event: JsonObject, parameters: JsonObject | undefined): readonly Pair[] {
  const type = textAt(parameters, 'instanceType');
  return textAt(event, 'eventName') === 'RunInstances' && type ? [['ec2:InstanceType', type]] : [];
}

function encryptionKeys(
  parameters: JsonObject | undefined,
  source: string,
): readonly (readonly [string, string | readonly string[]])[] {
  const pairs = source === 'kms.amazonaws.com' ? pairsIn(objectAt(parameters, 'encryptionContext')) : [];
  if (pairs.length === 0) return [];
  return [
    ...pairs.map(([key, value]): Pair => [`kms:EncryptionContext:${key}`, value]),
    ['kms:EncryptionContextKeys', pairs.map(([key]) => key)],
  ];
}

const AUTH_TYPES: Readonly<Record<string, string>> = {
  AuthHeader: 'REST-HEADER',
  QueryString: 'REST-QUERY-STRING',
  HTMLForm: 'POST',
};
const SIGNATURES: Readonly<Record<string, string>> = { SigV4: 'AWS4-HMAC-SHA256', SigV2: 'AWS' };

function signingKeys(event: JsonObject): readonly Pair[] {
  if (textAt(event, 'eventSource') !== 's3.amazonaws.com') return [];
  const data = objectAt(event, 'additionalEventData');
  const type = lookUp(AUTH_TYPES, textAt(data, 'AuthenticationMethod') ?? '');
  const version = lookUp(SIGNATURES, textAt(data, 'SignatureVersion') ?? '');
  return [
    ...(type ? [['s3:authType', type] as const] : []),
    ...(version ? [['s3:signatureversion', version] as const] : []),
  ];
}

/** Tags that the call sends, in the forms of the services. Those of S3's objects have a key of their own. */
function tagKeys(
  parameters: JsonObject | undefined,
  source: string,
): readonly (readonly [string, string | readonly string[]])[] {
  if (parameters === undefined) return [];
  if (source === 's3.amazonaws.com') return objectTags(parameters);
  const specifications = listAt(objectAt(parameters, 'tagSpecificationSet'), 'items');
  const nested = specifications.flatMap((item) => (item.kind === 'object' ? listAt(item, 'tags') : []));
  const created = listAt(objectAt(parameters, 'tagSet'), 'items');
  const lists = LISTS.flatMap((name) => listAt(parameters, name));
  const maps = [...LISTS, 'principalTags'].flatMap((name) => pairsIn(objectAt(parameters, name)));
  const tags = [...[...lists, ...nested, ...created].flatMap(tagOf), ...maps];
  if (tags.length === 0) return [];
  const keys = [...new Set(tags.map(([key]) => key))];
  return [...tags.map(([key, value]): Pair => [`aws:RequestTag/${key}`, value]), ['aws:TagKeys', keys]];
}

const LISTS = ['tags', 'Tags', 'tagList', 'tag'];

/** `x-amz-tagging: team=blue&env=dev` */
function objectTags(parameters: JsonObject): readonly (readonly [string, string | readonly string[]])[] {
  const header = textAt(parameters, 'x-amz-tagging');
  if (header === undefined || !/^[^=&]{1,400}=/.test(header)) return [];
  const tags = header.split('&').map((pair): Pair => {
    const [key = '', value = ''] = pair.split('=', 2);
    return [decoded(key), decoded(value)];
  });
  return [
    ...tags.map(([key, value]): Pair => [`s3:RequestObjectTag/${key}`, value]),
    ['s3:RequestObjectTagKeys', tags.map(([key]) => key)],
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function pairsIn(object: JsonObject | undefined): readonly Pair[] {
  return (object?.members ?? []).flatMap(({ key, value }): Pair[] =>
    value?.kind === 'string' ? [[key.value, value.text]] : [],
  );
}

function tagOf(node: JsonNode): readonly Pair[] {
  if (node.kind !== 'object') return [];
  const key = firstText(node, ['key', 'Key', 'tagKey', 'TagKey']);
  const value = firstText(node, ['value', 'Value', 'tagValue', 'TagValue']);
  return key === undefined || value === undefined ? [] : [[key, value]];
}

function firstText(object: JsonObject, names: readonly string[]): string | undefined {
  const name = names.find((candidate) => member(object, candidate) !== undefined);
  return name && textAt(object, name);
}
