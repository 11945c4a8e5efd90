import { keyPrefix } from '@/lib/iam/context-key';
import type { KeyState } from '@/lib/request/context';
import { keyPrefixesOf } from '@/lib/request/service-keys';
import { readInstant, writeEpoch, writeInstant } from '@/lib/text/instant';

// Keys that follow from other keys of the same request (C53, C185, C186, C192).

/** What the document states, as far as other keys follow from it. Keys in lower case. */
export interface StatedKeys {
  /** Values of a key stated once; `undefined` when it is not stated or its values are open. */
  values(id: string): readonly string[] | undefined;
  /** Stated with a value, or stated to be there. */
  isPresent(id: string): boolean;
  isAbsent(id: string): boolean;
  /** All keys stated with a value, or stated to be there, whose lower case begins so. */
  withPrefix(prefix: string): readonly string[];
  /** A key's spelling as stated. */
  spelling(id: string): string;
}

const ENDPOINT_KEYS = [
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
];

const ABSENT: KeyState = { state: 'absent', source: 'derived' };
const PRESENT_UNKNOWN: KeyState = { state: 'presentUnknown' };

function derived(values: readonly string[]): KeyState {
  return { state: 'present', values, source: 'derived' };
}

/** Whether the document says that the call came through a VPC endpoint (C185). */
export function cameThroughEndpoint(stated: StatedKeys): boolean {
  return ENDPOINT_KEYS.some((id) => stated.isPresent(id));
}

/** The state of a key that follows from other stated keys, or `undefined`. Takes the key's lower case. */
export function relatedKey(id: string, stated: StatedKeys): KeyState | undefined {
  if (id === 'aws:sourceip') return cameThroughEndpoint(stated) ? ABSENT : undefined;
  if (ENDPOINT_KEYS.includes(id)) return stated.isPresent('aws:sourceip') ? ABSENT : undefined;
  if (id === 'aws:currenttime') return instantFrom(stated.values('aws:epochtime'), writeInstant);
  if (id === 'aws:epochtime') return instantFrom(stated.values('aws:currenttime'), writeEpoch);
  if (id === 'aws:viaawsservice') return calledVia(stated) ? derived(['true']) : undefined;
  if (id === 'aws:tagkeys' || id.startsWith('aws:requesttag/')) return tagKey(id, stated);
  return signInKey(id, stated);
}

export function calledVia(stated: StatedKeys): boolean {
  return ['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'].some((id) => stated.isPresent(id));
}

function signInKey(id: string, stated: StatedKeys): KeyState | undefined {
  // Without a token time the credentials are long-term ones, which carry no MFA facts (C186, C190).
  const isLongTerm = stated.isAbsent('aws:tokenissuetime');
  if (id === 'aws:multifactorauthpresent') {
    if (stated.isPresent('aws:multifactorauthage')) return derived(['true']);
    return isLongTerm ? ABSENT : undefined;
  }
  if (id === 'aws:multifactorauthage')
    return isLongTerm || stated.isAbsent('aws:multifactorauthpresent') ? ABSENT : undefined;
  return undefined;
}

const REQUEST_TAG = 'aws:requesttag/';

function tagKey(id: string, stated: StatedKeys): KeyState | undefined {
  if (id === 'aws:tagkeys') {
    const tags = stated.withPrefix(REQUEST_TAG).map((key) => stated.spelling(key).slice(REQUEST_TAG.length));
    return tags.length > 0 ? derived(tags) : undefined;
  }
  if (stated.isAbsent('aws:tagkeys')) return ABSENT;
  const listed = stated.values('aws:tagkeys');
  if (listed === undefined) return undefined;
  const tag = id.slice(REQUEST_TAG.length);
  return listed.some((key) => key.toLowerCase() === tag) ? PRESENT_UNKNOWN : ABSENT;
}

/** From one well-formed value the same instant as the other key writes it (C53). */
function instantFrom(
  values: readonly string[] | undefined,
  write: (instant: number) => string | undefined,
): KeyState | undefined {
  const [value, ...others] = values ?? [];
  const instant = value === undefined || others.length > 0 ? undefined : readInstant(value);
  const written = instant === undefined ? undefined : write(instant);
  return written === undefined ? undefined : derived([written]);
}

/** The name of the same fact among the global keys: `kms:CallerAccount` is `aws:PrincipalAccount` (C192, R195). */
export function globalNameOf(id: string): string | undefined {
  const pair = SAME_FACT.find(([, own]) => own === id);
  if (pair) return pair[0];
  const tag = SAME_TAGS.find(([, own]) => id.startsWith(own) && id.length > own.length);
  return tag && tag[0] + id.slice(tag[1].length);
}

const SAME_FACT = [
  ['aws:principalaccount', 'kms:calleraccount'],
  ['aws:resourceaccount', 's3:resourceaccount'],
  ['aws:requestedregion', 'ec2:region'],
] as const;

const RESOURCE_TAG = 'aws:resourcetag/';

// What stands before the tag's own key, by both names.
const SAME_TAGS: readonly (readonly [global: string, own: string])[] = [
  ...[
    ...['ec2', 'iam', 'ssm', 'secretsmanager', 'ecs', 'ecr', 'elasticloadbalancing', 'autoscaling', 'sagemaker'],
    'elasticmapreduce',
  ].map((service) => [RESOURCE_TAG, `${service}:resourcetag/`] as const),
  ...['db', 'cluster', 'snapshot', 'cluster-snapshot', 'es', 'og', 'pg', 'ri', 'secgrp', 'subgrp', 'cluster-pg'].map(
    (kind) => [RESOURCE_TAG, `rds:${kind}-tag/`] as const,
  ),
  [REQUEST_TAG, 'rds:req-tag/'],
];

/** The other names under which a document may state a global key's fact in a request to the service (C192). */
export function serviceNamesOf(id: string, service: string): readonly string[] {
  const own = SAME_FACT.filter(([global]) => global === id).map(([, name]) => name);
  const prefixes = keyPrefixesOf(service);
  const tags = SAME_TAGS.filter(([global, name]) => id.startsWith(global) && prefixes.includes(keyPrefix(name)));
  return [...own, ...tags.map(([global, name]) => name + id.slice(global.length))];
}
