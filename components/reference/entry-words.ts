import type { AccessLevel, ConditionKey } from '@/lib/catalog/catalog';
import type { CatalogEntry, EntryKind } from '@/lib/catalog/search';

/** An entry's own name, as it is written in policies. */
export function entryName(entry: CatalogEntry): string {
  switch (entry.kind) {
    case 'service':
      return entry.service.prefix;
    case 'action':
      return `${entry.action.service}:${entry.action.name}`;
    case 'resourceType':
      return entry.type.name;
    case 'key':
      return entry.key.name;
  }
}

/** What stands beside its name in a list. */
export function entryNote(entry: CatalogEntry): string {
  switch (entry.kind) {
    case 'service':
      return entry.service.name;
    case 'action':
      return entry.action.levels.join(', ');
    case 'resourceType':
      // Services share ARNs: of `arn:aws:s3:::bucket` there is more than one type.
      return `${entry.type.service} · ${entry.type.arn}`;
    case 'key':
      return keyTypeText(entry.key);
  }
}

export const KIND_WORDS = {
  service: { one: 'Service', many: 'Services' },
  action: { one: 'Action', many: 'Actions' },
  resourceType: { one: 'Resource type', many: 'Resource types' },
  key: { one: 'Condition key', many: 'Condition keys' },
} as const satisfies Record<EntryKind, { readonly one: string; readonly many: string }>;

const TYPE_WORDS = {
  String: 'text',
  ARN: 'ARN',
  Bool: 'true or false',
  Numeric: 'number',
  Date: 'date',
  IPAddress: 'IP address',
  Binary: 'binary',
} as const satisfies Record<ConditionKey['type'], string>;

/** "list of texts", "true or false". */
export function keyTypeText({ type, isMultivalued }: ConditionKey): string {
  return isMultivalued ? `several values, each ${TYPE_WORDS[type]}` : TYPE_WORDS[type];
}

/** Operators that fit the type of a key. */
export const OPERATORS = {
  String: 'StringEquals, StringLike, StringEqualsIgnoreCase',
  ARN: 'ArnLike, ArnEquals',
  Bool: 'Bool',
  Numeric: 'NumericEquals, NumericLessThan, NumericGreaterThan',
  Date: 'DateLessThan, DateGreaterThan',
  IPAddress: 'IpAddress, NotIpAddress',
  Binary: 'BinaryEquals',
} as const satisfies Record<ConditionKey['type'], string>;

/** In the order in which AWS lists them. */
export const LEVELS: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];
