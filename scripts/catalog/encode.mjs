// Writes the catalog as one compact JSON value; lib/catalog/open-catalog.ts reads it and describes its shape.

/** Must be the number that lib/catalog/open-catalog.ts opens. Raise both when the shape changes. */
const FORMAT = 1;
const LEVELS = new Map(
  Object.entries({ List: 'L', Read: 'R', Write: 'W', Tagging: 'T', 'Permissions management': 'P' }),
);
const TYPES = new Map(
  Object.entries({ String: 'S', ARN: 'A', Bool: 'B', Numeric: 'N', Date: 'D', IPAddress: 'I', Binary: 'X' }),
);

/** @param {Awaited<ReturnType<typeof import('./read-iam-data.mjs').readIamData>>} data */
export function encodeCatalog({ from, date, services }) {
  return { format: FORMAT, date, from, keysElsewhere: keysElsewhere(services), services: services.map(encodeService) };
}

/** Prefixes of keys that other services list: `saml` → `sts`, `ec2` → `ec2-instance-connect ssm`. */
function keysElsewhere(services) {
  const found = new Map();
  for (const { prefix, keys } of services) {
    for (const { name } of keys) {
      const other = name.slice(0, name.indexOf(':'));
      if (other !== prefix && other !== 'aws') found.set(other, (found.get(other) ?? new Set()).add(prefix));
    }
  }
  return Object.fromEntries([...found].sort().map(([other, prefixes]) => [other, [...prefixes].join(' ')]));
}

function encodeService({ prefix, name, rcp, keys, types, actions }) {
  const keyRows = keys.map((key) =>
    row(key.name.startsWith(`${prefix}:`) ? key.name.slice(prefix.length) : key.name, keyType(key)),
  );
  const places = new Map(keys.map((key, place) => [key.name.toLowerCase(), place]));
  const sets = new Places();
  const setOf = (names) =>
    sets.of(
      names
        .map((key) => found(places, key.toLowerCase(), prefix))
        .sort((a, b) => a - b)
        .join(' '),
    );
  const typeRows = types.map((type) => row(type.name, type.arn, setOf(type.keys)));
  const typePlaces = new Map(types.map((type, place) => [type.name.toLowerCase(), place]));
  const typeOf = ({ name: type, required, keys: own }) =>
    `${found(typePlaces, type.toLowerCase(), prefix)}${required ? '!' : ''}${own.length > 0 ? `:${setOf(own)}` : ''}`;
  const actionRows = actions.map((action) =>
    row(
      action.name,
      action.levels.map((level) => found(LEVELS, level, action.name)).join(''),
      setOf(action.keys),
      action.types.map(typeOf).join(' '),
      action.dependents.join(' '),
    ),
  );
  return [
    prefix,
    name,
    rcp ? 1 : 0,
    keyRows.join('\n'),
    sets.all.join('\n'),
    typeRows.join('\n'),
    actionRows.join('\n'),
  ];
}

function keyType({ name, type }) {
  const list = /^ArrayOf(.*)$/.exec(type);
  return `${found(TYPES, list?.[1] ?? type, name)}${list ? '+' : ''}`;
}

/** Values by the order of their first mention. */
class Places {
  all = [];
  #places = new Map();

  of(value) {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}

function row(...fields) {
  const odd = fields.find((field) => /[|\n]/.test(field));
  if (odd !== undefined)
    throw new Error(`The catalog cannot hold \`${odd}\`: it separates its fields with | and line ends.`);
  return fields.join('|').replace(/\|+$/, '');
}

function found(map, name, where) {
  const value = map.get(name);
  if (value === undefined) throw new Error(`AWS's data names \`${name}\` in \`${where}\`, but does not describe it.`);
  return value;
}
