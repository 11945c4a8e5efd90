import { listAt, objectAt, textAt } from '@/lib/evidence/json-pieces';
import type { JsonNode, JsonObject } from '@/lib/text/json';

type Context = Readonly<Record<string, string | readonly string[]>>;

// Parameters of a call that services hand to policies as condition keys, by the source of the event.
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  's3.amazonaws.com': {
    prefix: 's3:prefix',
    delimiter: 's3:delimiter',
    'max-keys': 's3:max-keys',
    versionId: 's3:VersionId',
    'x-amz-acl': 's3:x-amz-acl',
    'x-amz-server-side-encryption': 's3:x-amz-server-side-encryption',
    'x-amz-server-side-encryption-aws-kms-key-id': 's3:x-amz-server-side-encryption-aws-kms-key-id',
    'x-amz-storage-class': 's3:x-amz-storage-class',
    'x-amz-copy-source': 's3:x-amz-copy-source',
  },
  'sts.amazonaws.com': { externalId: 'sts:ExternalId', roleSessionName: 'sts:RoleSessionName' },
};

/** The condition keys among the parameters of an event's call. */
export function parameterKeys(event: JsonObject): Context {
  const parameters = objectAt(event, 'requestParameters');
  const source = textAt(event, 'eventSource') ?? '';
  const names = Object.hasOwn(KEYS, source) ? (KEYS[source] ?? {}) : {};
  const found: [string, string | readonly string[]][] = Object.entries(names).flatMap(([name, key]) => {
    const value = textAt(parameters, name);
    return value === undefined || value === '' ? [] : [[key, value] as [string, string]];
  });
  return Object.fromEntries([
    ...found,
    ...encryptionKeys(parameters, source),
    ...signingKeys(event),
    ...tagKeys(parameters),
  ]);
}

function encryptionKeys(parameters: JsonObject | undefined, source: string): readonly [string, string][] {
  const pairs = source === 'kms.amazonaws.com' ? objectAt(parameters, 'encryptionContext') : undefined;
  return (pairs?.members ?? []).flatMap(({ key, value }): [string, string][] =>
    value?.kind === 'string' ? [[`kms:EncryptionContext:${key.value}`, value.text]] : [],
  );
}

const AUTH_TYPES: Readonly<Record<string, string>> = { AuthHeader: 'REST-HEADER', QueryString: 'REST-QUERY-STRING' };
const SIGNATURES: Readonly<Record<string, string>> = { SigV4: 'AWS4-HMAC-SHA256', SigV2: 'AWS' };

function signingKeys(event: JsonObject): readonly [string, string][] {
  if (textAt(event, 'eventSource') !== 's3.amazonaws.com') return [];
  const data = objectAt(event, 'additionalEventData');
  const type = AUTH_TYPES[textAt(data, 'AuthenticationMethod') ?? ''];
  const version = SIGNATURES[textAt(data, 'SignatureVersion') ?? ''];
  return [
    ...(type ? [['s3:authType', type] as [string, string]] : []),
    ...(version ? [['s3:signatureversion', version] as [string, string]] : []),
  ];
}

/** Tags that the call sends, as EC2 and most other services write them. */
function tagKeys(parameters: JsonObject | undefined): readonly [string, string | readonly string[]][] {
  const specifications = listAt(objectAt(parameters, 'tagSpecificationSet'), 'items');
  const nested = specifications.flatMap((item) => (item.kind === 'object' ? listAt(item, 'tags') : []));
  const tags = [...listAt(parameters, 'tags'), ...nested].flatMap(tagOf);
  if (tags.length === 0) return [];
  const keys = [...new Set(tags.map(([key]) => key))];
  return [...tags.map(([key, value]): [string, string] => [`aws:RequestTag/${key}`, value]), ['aws:TagKeys', keys]];
}

function tagOf(node: JsonNode): readonly [string, string][] {
  if (node.kind !== 'object') return [];
  const key = textAt(node, 'key') ?? textAt(node, 'Key') ?? textAt(node, 'tagKey');
  const value = textAt(node, 'value') ?? textAt(node, 'Value') ?? textAt(node, 'tagValue');
  return key === undefined || value === undefined ? [] : [[key, value]];
}
