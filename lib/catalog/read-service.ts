import type {
  AccessLevel,
  Action,
  ActionResource,
  ConditionKey,
  ConditionKeyType,
  ResourceType,
  Service,
} from '@/lib/catalog/catalog';
import { otherArns } from '@/lib/catalog/other-arns';

/** Prefix, name, whether RCPs cover it, then tables as text: keys, sets of keys, resource types, actions. */
type ServiceRow = readonly [
  prefix: string,
  name: string,
  rcp: number,
  keys: string,
  keySets: string,
  types: string,
  actions: string,
];

const LEVELS: Readonly<Record<string, AccessLevel>> = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  T: 'Tagging',
  P: 'Permissions management',
};
const KEY_TYPES: Readonly<Record<string, ConditionKeyType>> = {
  S: 'String',
  A: 'ARN',
  B: 'Bool',
  N: 'Numeric',
  D: 'Date',
  I: 'IPAddress',
  X: 'Binary',
};

/**
 * Reads one service out of its tables. Lines are rows, `|` stands between fields, blanks stand between the items of a list,
 * and numbers are places in the tables before:
 * - keys: `:prefix|S` is `s3:prefix` with String values, `aws:TagKeys|S+` may have several;
 * - sets of keys: `0 4 7`;
 * - resource types: name, ARN, set of keys;
 * - actions: name, letters of its access levels, set of keys, resource types, dependent actions; of the resource types
 *   `3!` is required and `5:12` brings the keys of set 12.
 */
export function readService(row: ServiceRow): Service {
  const [prefix, name, , keyTable, setTable, typeTable, actionTable] = row;
  const keys = rowsOf(keyTable).map((fields) => readKey(prefix, fields));
  const sets = setTable.split('\n').map((places) => pick(keys, places));
  const setAt = (place: string | undefined) => sets[Number(place)] ?? [];
  const types = rowsOf(typeTable).map(([type = '', arn = '', set]): ResourceType => {
    const others = otherArns(prefix, type, arn);
    return { service: prefix, name: type, arn, ...(others && { otherArns: others }), keys: setAt(set) };
  });
  const readResource = (text: string): readonly ActionResource[] => {
    const [place = '', set] = text.split(':');
    const type = types[Number.parseInt(place, 10)];
    if (type === undefined) return [];
    const keysHere = set === undefined ? type.keys : [...new Set([...setAt(set), ...type.keys])];
    return [{ type, required: place.endsWith('!'), keys: keysHere }];
  };
  const actions = rowsOf(actionTable).map(
    ([action = '', levels = '', set, resources = '', dependent = '']): Action => ({
      service: prefix,
      name: action,
      levels: levels.split('').flatMap((letter) => LEVELS[letter] ?? []),
      resources: items(resources).flatMap(readResource),
      keys: setAt(set),
      dependentActions: items(dependent),
    }),
  );
  return { prefix, name, actions, resourceTypes: types, keys };
}

function readKey(prefix: string, [name = '', type = '']: readonly string[]): ConditionKey {
  return {
    name: name.startsWith(':') ? `${prefix}${name}` : name,
    type: KEY_TYPES[type.charAt(0)] ?? 'String',
    isMultivalued: type.endsWith('+'),
  };
}

const rowsOf = (table: string): readonly (readonly string[])[] =>
  table === '' ? [] : table.split('\n').map((line) => line.split('|'));

const items = (list: string): readonly string[] => (list === '' ? [] : list.split(' '));

function pick(keys: readonly ConditionKey[], places: string): readonly ConditionKey[] {
  return items(places).flatMap((place) => keys[Number(place)] ?? []);
}
