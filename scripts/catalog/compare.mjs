// What changed between two versions of AWS's data, for people.

/** @typedef {ReturnType<typeof import('./encode.mjs').encodeCatalog>} CatalogData */
/** @typedef {ReturnType<typeof import('./read-managed-policies.mjs').readManagedPolicies>} PoliciesData */

/**
 * The lines of a report: what came and what went, by service.
 * @param {CatalogData} before
 * @param {CatalogData} after
 * @returns {string[]}
 */
export function compareCatalogs(before, after) {
  const [old, fresh] = [before, after].map(({ services }) => new Map(services.map((service) => [service[0], service])));
  const prefixes = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return [
    `AWS's services: ${before.date} → ${after.date}`,
    ...prefixes.flatMap((prefix) => compareServices(prefix, old.get(prefix), fresh.get(prefix))),
  ];
}

/**
 * The same for managed policies, which change by their versions.
 * @param {PoliciesData} before
 * @param {PoliciesData} after
 * @returns {string[]}
 */
export function comparePolicies(before, after) {
  const [old, fresh] = [before, after].map(
    ({ policies }) => new Map(policies.map(([name, version]) => [name, version])),
  );
  const newer = [...fresh].filter(([name, version]) => old.has(name) && old.get(name) !== version);
  return [
    `AWS's managed policies: ${before.date} → ${after.date}`,
    ...changes('policies', [...old.keys()], [...fresh.keys()]),
    ...newer.map(([name, version]) => `  ${name} ${old.get(name)} → ${version}`),
  ];
}

function compareServices(prefix, before, after) {
  if (before === undefined) return [`+ ${prefix} (${after[1]}), ${rowNames(after[6]).length} actions`];
  if (after === undefined) return [`- ${prefix} (${before[1]})`];
  const lines = [
    ...(before[2] === after[2] ? [] : [`  ${after[2] === 1 ? '+' : '-'} covered by RCPs`]),
    ...changes('actions', rowNames(before[6]), rowNames(after[6])),
    ...changes('resource types', rowNames(before[5]), rowNames(after[5])),
    ...changes('keys', rowNames(before[3]), rowNames(after[3])),
    ...changedRows(before[6], after[6]),
  ];
  return lines.length === 0 ? [] : [`  ${prefix}`, ...lines.map((line) => `  ${line}`)];
}

const rowNames = (table) => (table === '' ? [] : table.split('\n').map((row) => row.split('|', 1)[0]));

/** Actions that were limited to resources and no longer are, or the other way round: that may change a verdict. */
function changedRows(before, after) {
  const onStar = (table) => new Map(table.split('\n').map((row) => [row.split('|')[0], !row.split('|')[3]]));
  const old = onStar(before);
  return [...onStar(after)]
    .filter(([name, isOnStar]) => old.has(name) && old.get(name) !== isOnStar)
    .map(([name, isOnStar]) => `  ~ ${name} ${isOnStar ? 'no longer has' : 'now has'} resource types`);
}

function changes(what, before, after) {
  const came = after.filter((name) => !before.includes(name));
  const went = before.filter((name) => !after.includes(name));
  return [
    ...(came.length > 0 ? [`  + ${what}: ${came.join(' ')}`] : []),
    ...(went.length > 0 ? [`  - ${what}: ${went.join(' ')}`] : []),
  ];
}
