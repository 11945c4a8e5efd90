import type { Action, Catalog, ConditionKey, ResourceType, Service } from '@/lib/catalog/catalog';
import { GLOBAL_KEYS } from '@/lib/catalog/global-keys';
import { keyId } from '@/lib/iam/context-key';
import { matchesPattern, wildcardMatcher, wildcardPattern } from '@/lib/text/wildcard';

/** Something that can be looked up: a service, an action, a resource type or a condition key. */
export type CatalogEntry =
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'resourceType'; readonly type: ResourceType }
  | { readonly kind: 'key'; readonly key: ConditionKey };

export type EntryKind = CatalogEntry['kind'];

interface FoundEntries {
  /** The best ones first. */
  readonly entries: readonly CatalogEntry[];
  /** How many fit, shown or not. */
  readonly total: number;
}

export interface CatalogSearch {
  /**
   * Entries that fit a text: names or parts of them in any order (`lambda invoke`), patterns as policies write them
   * (`s3:Get*`), or an ARN, which finds its resource types. An empty text finds nothing.
   */
  find(text: string, options: { readonly kinds?: readonly EntryKind[]; readonly most: number }): FoundEntries;
}

/** Prepares a catalog to be searched: every name is read once, which takes some tenths of a second. */
export function catalogSearch(catalog: Catalog): CatalogSearch {
  const rows = rowsOf(catalog);
  return {
    find: (text, { kinds, most }) => {
      const asked = questionOf(text);
      if (asked === undefined) return { entries: [], total: 0 };
      const found = rows.flatMap((row): readonly Ranked[] => {
        if (kinds && !kinds.includes(row.entry.kind)) return [];
        const rank = asked(row);
        return rank === undefined ? [] : [{ row, rank }];
      });
      const inOrder = found.sort((left, right) => left.rank - right.rank || byName(left.row, right.row));
      return { entries: inOrder.slice(0, most).map(({ row }) => row.entry), total: found.length };
    },
  };
}

/** An entry with the texts it is found by, all in lower case. */
interface Row {
  readonly entry: CatalogEntry;
  /** With its prefix: `s3:getobject`. */
  readonly full: string;
  /** Without it. */
  readonly name: string;
  /** Where words of `name` begin in it: `get`, `object`. */
  readonly starts: readonly number[];
  /** What else it is found by: a service's name, a type's ARN. */
  readonly more: string;
}

interface Ranked {
  readonly row: Row;
  readonly rank: number;
}

const KIND_ORDER: readonly EntryKind[] = ['service', 'action', 'resourceType', 'key'];

function byName(left: Row, right: Row): number {
  return (
    KIND_ORDER.indexOf(left.entry.kind) - KIND_ORDER.indexOf(right.entry.kind) ||
    left.full.length - right.full.length ||
    (left.full < right.full ? -1 : 1)
  );
}

function rowsOf(catalog: Catalog): readonly Row[] {
  // Several services list one key: the global ones, and those of identity providers.
  const keys = new Map(GLOBAL_KEYS);
  const rows = catalog.prefixes.flatMap((prefix): readonly Row[] => {
    const service = catalog.service(prefix);
    if (service === undefined) return [];
    for (const key of service.keys) if (!keys.has(keyId(key.name))) keys.set(keyId(key.name), key);
    return [
      row({ kind: 'service', service }, '', prefix, service.name),
      ...service.actions.map((action) => row({ kind: 'action', action }, `${prefix}:`, action.name)),
      ...service.resourceTypes.map((type) => row({ kind: 'resourceType', type }, `${prefix}:`, type.name, type.arn)),
    ];
  });
  return [...rows, ...[...keys.values()].map(keyRow)];
}

function keyRow(key: ConditionKey): Row {
  const colon = key.name.indexOf(':') + 1;
  return row({ kind: 'key', key }, key.name.slice(0, colon), key.name.slice(colon));
}

function row(entry: CatalogEntry, prefix: string, name: string, more = ''): Row {
  const starts = [...name.matchAll(/[A-Z]+|(?<![A-Za-z])[a-z]|[0-9]+/g)].map(({ index }) => index);
  return {
    entry,
    full: `${prefix}${name}`.toLowerCase(),
    name: name.toLowerCase(),
    starts,
    more: more.toLowerCase(),
  };
}

/** How well a row fits, 0 best; `undefined`: not at all. */
type Question = (row: Row) => number | undefined;

const LONGEST_QUESTION = 300;

function questionOf(text: string): Question | undefined {
  const asked = text.trim().slice(0, LONGEST_QUESTION);
  if (asked === '') return undefined;
  if (/^arn:/i.test(asked)) return fitsArn(asked);
  const lower = asked.toLowerCase();
  if (!/\s/.test(lower) && /[*?]/.test(lower)) {
    const fits = wildcardMatcher(lower);
    return ({ full, name }) => (fits(full) || fits(name) ? 0 : undefined);
  }
  const words = lower.split(/\s+/);
  return (candidate) => rankOf(candidate, lower, words);
}

function rankOf({ full, name, starts, more }: Row, asked: string, words: readonly string[]): number | undefined {
  if (full === asked || name === asked) return 0;
  if (!words.every((word) => full.includes(word) || more.includes(word))) return undefined;
  if (full.startsWith(asked) || more.startsWith(asked)) return 1;
  const [first = ''] = words;
  if (name.startsWith(first)) return 2;
  return starts.some((start) => name.startsWith(first, start)) ? 3 : 4;
}

/** Resource types whose ARN can be the one asked for; one of more literal characters, and of the ARN's own service, fits better. */
function fitsArn(arn: string): Question {
  const [, , service = ''] = arn.split(':');
  return ({ entry }) => {
    if (entry.kind !== 'resourceType') return undefined;
    const template = entry.type.arn;
    if (template.split(':')[2] !== service) return undefined;
    const pattern = wildcardPattern(template.replace(/\$\{[^}]*\}/g, '*'));
    if (!matchesPattern(pattern, arn)) return undefined;
    const literal = pattern.reduce((sum, token) => sum + (token.kind === 'text' ? token.text.length : 0), 0);
    return 1000 - literal + (entry.type.service === service ? 0 : 0.5);
  };
}

/** A name for the entry's place on the page: `action/s3:GetObject`, `type/s3:object`, `key/aws:SourceIp`, `service/s3`. */
export function entryId(entry: CatalogEntry): string {
  switch (entry.kind) {
    case 'service':
      return `service/${entry.service.prefix}`;
    case 'action':
      return `action/${entry.action.service}:${entry.action.name}`;
    case 'resourceType':
      return `type/${entry.type.service}:${entry.type.name}`;
    case 'key':
      return `key/${entry.key.name}`;
  }
}

/** The entry of that name, in any case of letters; `undefined` where there is none. */
export function entryById(catalog: Catalog, id: string): CatalogEntry | undefined {
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  switch (id.slice(0, slash)) {
    case 'service': {
      const service = catalog.service(name.toLowerCase());
      return service && { kind: 'service', service };
    }
    case 'action': {
      const action = catalog.action(name);
      return action && { kind: 'action', action };
    }
    case 'type': {
      const [prefix = '', ...rest] = name.toLowerCase().split(':');
      const types = catalog.service(prefix)?.resourceTypes;
      const type = types?.find((candidate) => candidate.name.toLowerCase() === rest.join(':'));
      return type && { kind: 'resourceType', type };
    }
    case 'key': {
      const key = catalog.key(name);
      return key && { kind: 'key', key };
    }
    default:
      return undefined;
  }
}
