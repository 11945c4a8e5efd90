import type { Catalog, Service } from '@/lib/catalog/catalog';
import { servicePrefix } from '@/lib/iam/action';
import { oncePer } from '@/lib/text/once-per';
import { wildcardMatcher } from '@/lib/text/wildcard';
import { code } from '@/lib/text/wording';
import { type Check, inStatements } from '@/lib/validation/check';
import { knownKey } from '@/lib/validation/condition-keys';
import { changeTo } from '@/lib/validation/fixes';
import { iamPage } from '@/lib/validation/pages';
import { ALL_TYPES } from '@/lib/validation/policy-types';
import type { ActionPattern, Clause } from '@/lib/validation/policy-view';
import { remembered } from '@/lib/validation/remembered';

const ACTION_WILDCARD_MATCHES_NOTHING: Check = {
  id: 'ACTION_WILDCARD_MATCHES_NOTHING',
  severity: 'warning',
  types: ALL_TYPES,
  rank: 'meaning',
  page: iamPage('reference_policies_elements_action'),
  find: inStatements(({ action }, report, { catalog }) => {
    for (const entry of action?.entries ?? []) {
      const service = entry.hasWildcard ? serviceOf(entry, catalog) : undefined;
      if (service === undefined || entry.value.includes('${') || fitsSome(entry.value, catalog)) continue;
      const message = `No action of ${code(service.prefix)} fits ${code(entry.name)}, so this entry does nothing. Check the name before the wildcard.`;
      report({ range: entry.range, message });
    }
  }),
};

const fitsSome = remembered((pattern: string, catalog: Catalog): boolean => {
  const service = catalog.service(servicePrefix(pattern));
  return service !== undefined && firstFitting(pattern.slice(pattern.indexOf(':') + 1), service) !== undefined;
});

/** The service of an action, where all its actions are known. */
function serviceOf({ prefix }: ActionPattern, catalog: Catalog): Service | undefined {
  return prefix === undefined ? undefined : catalog.service(prefix);
}

const NON_STANDARD_CASE: Check = {
  id: 'NON_STANDARD_CASE',
  severity: 'suggestion',
  types: ALL_TYPES,
  // Of its own kind: nothing that is said about what an action means follows from how it is spelt.
  rank: 'meaning',
  page: iamPage('reference_policies_elements_action'),
  find: inStatements(({ action, clauses }, report, { catalog }) => {
    for (const entry of action?.entries ?? []) {
      const usual = entry.prefix === undefined ? undefined : usualAction(entry.value, catalog);
      if (usual === undefined || usual === entry.value) continue;
      const message = `AWS writes ${code(usual)}. It works in any case, and is found more easily in AWS’s own.`;
      report({ range: entry.range, message, fixes: [changeTo(entry.range, usual)] });
    }
    for (const { key } of clauses) {
      const usual = usualKey(key.value, catalog);
      if (usual === undefined || usual === key.value) continue;
      const message = `AWS writes ${code(usual)}. The key works in any case, and is found more easily in AWS’s own.`;
      report({ range: key.range, message, fixes: [changeTo(key.range, usual)] });
    }
  }),
};

/** An action as AWS writes it: the service in lower case, a name without wildcards in AWS's case. */
const usualAction = remembered((written: string, catalog: Catalog): string | undefined => {
  const prefix = servicePrefix(written);
  if (!catalog.isService(prefix)) return undefined;
  const hasWildcard = /[*?]/.test(written);
  const known = hasWildcard ? undefined : catalog.action(written);
  if (known) return `${known.service}:${known.name}`;
  const service = catalog.service(prefix);
  const name = written.slice(written.indexOf(':') + 1);
  return hasWildcard || service === undefined ? `${prefix}:${usualPattern(name, service)}` : undefined;
});

/** The literal beginning of a pattern in the case of the actions that it fits. */
function usualPattern(name: string, service: Service | undefined): string {
  const start = /^[^*?]*/.exec(name)?.[0] ?? '';
  if (service === undefined || start === '' || firstFitting(name, service, start) !== undefined) return name;
  const first = firstFitting(name, service);
  return first === undefined ? name : first.slice(0, start.length) + name.slice(start.length);
}

const lowerNames = oncePer(({ actions }: Service) => actions.map(({ name }) => [name.toLowerCase(), name] as const));

/** The first action of a service that a pattern fits in any case, and that begins so. */
function firstFitting(pattern: string, service: Service, start = ''): string | undefined {
  const fits = wildcardMatcher(pattern.toLowerCase());
  return lowerNames(service).find(([one, name]) => name.startsWith(start) && fits(one))?.[1];
}

// Written in two ways by AWS itself.
const EITHER = /^(?:aws:referer$|saml:)/i;

/** A condition key as AWS writes it; the part that a policy chooses, such as the key of a tag, stays as it is. */
function usualKey(key: Clause['key']['value'], catalog: Catalog): string | undefined {
  const name = EITHER.test(key) ? undefined : knownKey(key, catalog)?.name;
  if (name === undefined) return undefined;
  const star = name.indexOf('*');
  if (star < 0) return name;
  return name.slice(0, star) + key.slice(star);
}

export const ACTION_SPELLING_CHECKS: readonly Check[] = [ACTION_WILDCARD_MATCHES_NOTHING, NON_STANDARD_CASE];
